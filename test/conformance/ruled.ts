import { compile, evaluate, loadRuleset } from "../../src/index.ts";
import type { Condition } from "../../src/ruleset/expression.ts";
import { decimals } from "../../src/ruleset/literals.ts";
import { named, only, text } from "../kinds/tiny.ts";

/*
 * Asks conditions of somebody else's as a `rule`: what they are about becomes a fact, of the type of
 * the value it is given.
 */

type Declared = Readonly<Record<string, unknown>>;

/** Declares a fact that can be the values that a case has for it, and is compared with. */
export function factFor(name: string, values: readonly unknown[]): Declared {
  const shared = { subjects: ["account"], label: text(name) };
  const known = values.filter((v) => v !== null && v !== undefined);
  const [first] = known.flat();
  const is = (type: string) => known.every((v) => typeof v === type);
  if (known.length > 0 && is("number")) {
    const scale = Math.max(0, ...known.map((v) => decimals(v as number)));
    return { type: "number", ...shared, unit: text("each"), scale, min: -1e9, max: 1e9 };
  }
  if (known.length > 0 && is("boolean")) return { type: "boolean", ...shared };
  if (known.some((v) => Array.isArray(v)) && typeof first === "string") {
    const labels = [...new Set(known.flat() as string[])];
    const shown = labels.map((l) => [l, { label: text(l) }]);
    return { type: "list", ...shared, values: Object.fromEntries(shown) };
  }
  if (is("string")) return { type: "text", ...shared };
  throw new Error(`no fact can be ${JSON.stringify(known)}`);
}

/** What a rule comes to on these facts; null where it is open. */
export function ruled(
  when: Condition,
  facts: Declared,
  values: Readonly<Record<string, unknown>>,
): boolean | null {
  const loaded = loadRuleset(only("rule", { ...named("it"), when }, facts));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const result = evaluate(compile(loaded.ruleset), "it", values);
  return result.status === "decided" ? (result.outcome as boolean) : null;
}
