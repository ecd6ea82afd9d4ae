import { type Diagnostic, loadRuleset, type Ruleset } from "../../../src/index.ts";
import { decision, type Json, named, number, terms, text, tiny } from "../../kinds/tiny.ts";

/*
 * A base small enough to read at a glance, and variants of it: one number cut into three bands, two of
 * whose edges are parameters.
 */

export const edge = (usual: number, more: Json = {}): Json => ({
  type: "number",
  ...named("edge"),
  unit: text("each"),
  scale: 0,
  min: 0,
  max: 1000,
  default: usual,
  ...more,
});

/** The base: below `middle` the outcome is `low`, from `high` on it is `high`. */
export const base = (more: Json = {}): Json =>
  tiny({
    id: "base",
    facts: { n: number("n") },
    parameters: { middle: edge(100), high: edge(200) },
    decisions: {
      it: decision("it", "bands", {
        input: { fact: "n" },
        closed: "lower",
        outcomes: terms("low", "middle", "high"),
        bands: {
          low: { outcome: "low" },
          middle: { from: { parameter: "middle" }, outcome: "middle" },
          high: { from: { parameter: "high" }, outcome: "high" },
        },
      }),
    },
    ...more,
  });

/** A base that says more of one of its parameters. */
export const baseWith = (parameter: "middle" | "high", more: Json, rest: Json = {}): Json => {
  const parameters = { middle: edge(100), high: edge(200) };
  return base({
    parameters: { ...parameters, [parameter]: { ...parameters[parameter], ...more } },
    ...rest,
  });
};

/** A variant of `base`, or of another document. */
export const variant = (id: string, more: Json = {}, of = "base", range = "^1.0.0"): Json => ({
  language: "1",
  id,
  version: "1.0.0",
  label: text(id),
  extends: { id: of, version: range },
  ...more,
});

/** Loads what must load, with no more than warnings. */
export function loaded(source: unknown, documents: readonly unknown[], on?: string): Ruleset {
  const found = loadRuleset(source, { documents, ...(on === undefined ? {} : { on }) });
  if (!found.ok) throw new Error(JSON.stringify(found.diagnostics, null, 2));
  return found.ruleset;
}

/** What is wrong: the code and the place of each diagnostic. */
export const faultsOf = (source: unknown, documents: readonly unknown[], on?: string) =>
  told(errorsOf(source, documents, on));

const errorsOf = (source: unknown, documents: readonly unknown[], on?: string) =>
  loadRuleset(source, { documents, ...(on === undefined ? {} : { on }) }).diagnostics.filter(
    (d) => d.severity === "error",
  );

export const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map((d) => `${d.code} ${d.document ?? ""} ${d.path}`);

/** The second places of the first diagnostic. */
export const relatedOf = (source: unknown, documents: readonly unknown[]): readonly string[] =>
  (loadRuleset(source, { documents }).diagnostics[0]?.related ?? []).map(
    (r) => `${r.document ?? ""} ${r.path}`,
  );
