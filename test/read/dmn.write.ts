import { escaped, tag } from "./tag.ts";

/*
 * Writes small DMN files: what a test is about, and no more.
 */

const text = (words: string) => tag("text", {}, escaped(words));

interface Clause {
  readonly label?: string | undefined;
  readonly type?: string | undefined;
  readonly values?: string | undefined;
}

/** A column of a table: what it is about, and the type it states. */
export const input = (expression: string, { label, type, values }: Clause = {}) =>
  tag(
    "input",
    { label },
    tag("inputExpression", { typeRef: type }, text(expression)),
    values === undefined ? "" : tag("inputValues", {}, text(values)),
  );

interface Given {
  readonly name?: string | undefined;
  readonly values?: string | undefined;
  readonly otherwise?: string | undefined;
}
export const output = ({ name, values, otherwise }: Given = {}) =>
  tag(
    "output",
    { name },
    values === undefined ? "" : tag("outputValues", {}, text(values)),
    otherwise === undefined ? "" : tag("defaultOutputEntry", {}, text(otherwise)),
  );

export const rule = (cells: readonly string[], gives: readonly string[], note?: string) =>
  tag(
    "rule",
    {},
    ...cells.map((c) => tag("inputEntry", {}, text(c))),
    ...gives.map((g) => tag("outputEntry", {}, text(g))),
    note === undefined ? "" : tag("annotationEntry", {}, text(note)),
  );

interface Policy {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
}
export const table = (policy: Policy, ...inside: readonly string[]) =>
  tag("decisionTable", { ...policy }, ...inside);

/** A decision, with the ids of those it requires. */
export const decision = (
  name: string,
  logic: string,
  { requires = [], type }: { readonly requires?: readonly string[]; readonly type?: string } = {},
) =>
  tag(
    "decision",
    { name, id: name },
    tag("variable", { name, typeRef: type }),
    ...requires.map((r) =>
      tag("informationRequirement", {}, tag("requiredDecision", { href: `#${r}` })),
    ),
    logic,
  );

export const inputData = (name: string, typeRef?: string) =>
  tag("inputData", { name }, tag("variable", { name, typeRef }));
export const item = (name: string, typeRef: string, allowed?: string) =>
  tag(
    "itemDefinition",
    { name },
    tag("typeRef", {}, typeRef),
    allowed === undefined ? "" : tag("allowedValues", {}, text(allowed)),
  );
export const literal = (words: string) => tag("literalExpression", {}, text(words));

const namespace = "https://www.omg.org/spec/DMN/20191111/MODEL/";

/** Writes a file around its parts. */
export const dmn = (...inside: readonly string[]) =>
  tag("definitions", { name: "File", xmlns: namespace }, ...inside);

/** A file with one decision, `It`, and input data `n`, `t`, `b` and `d`, one of each type. */
export const one = (...inside: readonly string[]) =>
  dmn(
    inputData("n", "number"),
    inputData("t", "string"),
    inputData("b", "boolean"),
    inputData("d", "date"),
    decision("It", inside.join("")),
  );
