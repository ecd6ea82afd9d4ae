import { describe, expect, it } from "vitest";
import {
  compile,
  evaluate,
  loadRuleset,
  type Output,
  type Program,
  type RulesetDocument,
} from "../../src/index.ts";
import { fromDmn } from "../../src/read/dmn.ts";
import { needing, readData } from "../data.ts";
import { conformance } from "./suite.ts";

/*
 * The decision tables of the DMN Technology Compatibility Kit: each `.dmn` file is read by `fromDmn`,
 * and every published result is asked of the ruleset it gives.
 */

const folder = "conformance/dmn-tck";
const tables = `${folder}/decision-tables.json`;

interface Model {
  readonly test: string;
  readonly cases: readonly {
    readonly id: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly result: string;
    readonly expected: unknown;
  }[];
}

/** What does not apply, each result by its model, case and decision. */
const lettingOff = {
  "decided by a literal expression or a calculation, and not by a decision table": [
    "0003-input-data-string-allowed-values 001 Employment Status Statement",
    "0004-lending 001 Adjudication",
    "0004-lending 001 RequiredMonthlyInstallment",
    "0004-lending 001 Pre-bureauAffordability",
    "0004-lending 001 Post-bureauAffordability",
  ],
  "times of day, moments and durations: a fact is a number, a text, a yes or no, or a day": [
    "_20445ee0-744d-4488-a90e-136701510871",
    "_58109f16-2e9b-496e-bfff-5f0adbfa0279",
    "_9d09e1a1-d573-42f0-a026-da811bb73eeb",
  ].flatMap((id) =>
    ["Time", "Date and Time", "Days and Time Duration", "Years and Months Duration"].map(
      (type) => `0036-dt-variable-input ${id} Compare ${type}`,
    ),
  ),
};

const models = () => JSON.parse(readData(tables)) as readonly Model[];
const nameOf = ({ test }: Model) => test.split("/")[1] as string;
const fileOf = (name: string) => `${folder}/xml/${name}/${name}.dmn`;

/** Rulesets by model, each read once. */
const read = new Map<string, { readonly document?: RulesetDocument; readonly program?: Program }>();
function readModel(name: string) {
  const known = read.get(name);
  if (known) return known;
  const { document } = fromDmn(readData(fileOf(name)));
  const loaded = document && loadRuleset(document);
  if (loaded && !loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const made = document && loaded ? { document, program: compile(loaded.ruleset) } : {};
  read.set(name, made);
  return made;
}

/** All values of an input by their path: `Complex.aBoolean`. */
function paths(value: unknown, path = ""): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([k, v]) => paths(v, path ? `${path}.${k}` : k));
}

/** The facts of a case, by what the file calls each; what is not read is published beside it. */
function factsOf(document: RulesetDocument, known: ReadonlyMap<string, unknown>) {
  return Object.fromEntries(
    Object.entries(document.facts).map(([name, { label }]) => [name, known.get(label.en)]),
  );
}

/** An outcome in the file's own words; a yes or no is the label of that name here. */
const worded = ({ outcome, term }: Pick<Output, "outcome" | "term">) => term?.en ?? outcome;

function told(document: RulesetDocument, decision: string, outputs: readonly Output[]): unknown {
  const [only, ...more] = outputs;
  if (only && Array.isArray(only.outcome)) return rowsOf(document, decision, outputs);
  if (only && more.length === 0) return worded(only);
  return Object.fromEntries(outputs.map((o) => [o.label.en, worded(o)]));
}

/** Lists by column as the rows that matched, each with all its outputs. */
function rowsOf(document: RulesetDocument, decision: string, outputs: readonly Output[]) {
  const { outputs: declared } = document.decisions[decision] as unknown as {
    outputs: Readonly<Record<string, { outcomes: Readonly<Record<string, { en: string }>> }>>;
  };
  const columns = outputs.map((o) => {
    const terms = declared[o.name]?.outcomes ?? {};
    return (o.outcome as readonly string[]).map((v) => [o.label.en, terms[v]?.en] as const);
  });
  const [first = []] = columns;
  return first.map((_, row) => Object.fromEntries(columns.map((c) => c[row] as never)));
}

const plain = (expected: unknown) => (typeof expected === "boolean" ? String(expected) : expected);

const listed = needing([tables], "").skip ? [] : models().map((m) => fileOf(nameOf(m)));
const files = [tables, ...listed];
const { skip } = needing(files, "");

conformance({
  title: "DMN: decision tables of the compatibility kit",
  files,
  cases: () =>
    models().flatMap((model) =>
      model.cases.map((c) => ({
        id: `${nameOf(model)} ${c.id} ${c.result}`,
        model: nameOf(model),
        decision: c.result,
        expected: plain(c.expected),
        known: new Map([
          ...paths(c.input),
          ...model.cases
            .filter((other) => other.id === c.id)
            .map((other) => [other.result, other.expected] as const),
        ]),
      })),
    ),
  run({ model, decision, known }) {
    const { document, program } = readModel(model);
    const [name] =
      Object.entries(document?.decisions ?? {}).find(([, d]) => d.label.en === decision) ?? [];
    if (!document || !program || !name) throw new Error(`${decision} is not carried over`);
    const result = evaluate(program, name, factsOf(document, known));
    return result.status === "decided" ? told(document, name, result.outputs) : result.missing;
  },
  lettingOff,
  counts: [70, 53],
});

describe.skipIf(skip)("what is refused of the kit's models", () => {
  it("is what does not apply, and nothing else", () => {
    const left = models().flatMap((m) => {
      const { refusals } = fromDmn(readData(fileOf(nameOf(m))));
      const wrong = refusals.filter((r) => r.severity === "error");
      return wrong.length > 0 ? [`${nameOf(m)}: ${[...new Set(wrong.map((r) => r.code))]}`] : [];
    });
    expect(left).toEqual([
      "0003-input-data-string-allowed-values: no-table",
      "0036-dt-variable-input: type",
      "0004-lending: no-table",
    ]);
    const decided = models().flatMap((m) =>
      Object.values(readModel(nameOf(m)).document?.decisions ?? {}).map(
        (d) => `${nameOf(m)} ${d.label.en}`,
      ),
    );
    const off = Object.values(lettingOff)
      .flat()
      .map((id) => id.replace(/ \S+/, ""));
    expect(decided.filter((d) => off.includes(d))).toEqual([]);
  });
});
