import {
  compile,
  evaluate,
  type Fitted,
  loadRuleset,
  type Program,
  type Result,
  type Settings,
} from "../../src/index.ts";

/*
 * Makes rulesets small enough to read at a glance: what a test is about, and no more.
 */

export type Json = Readonly<Record<string, unknown>>;

/** A text, the same in both languages. */
export const text = (word: string) => ({ zh: word, en: word });

/** A label and a citation, both made of one word. */
export const named = (word: string) => ({
  label: text(word),
  citation: { rule: "T-01", clause: word },
});

/** Terms for labels, each its own. */
export const terms = (...labels: readonly string[]) =>
  Object.fromEntries(labels.map((l) => [l, text(l)]));

const shared = (name: string, subjects: readonly string[]) => ({ subjects, label: text(name) });

/** A whole number fact named `name`. */
export const number = (name: string, more: Json = {}) => ({
  type: "number",
  ...shared(name, ["account"]),
  unit: text("each"),
  scale: 0,
  min: 0,
  max: 1000,
  ...more,
});
export const boolean = (name: string) => ({ type: "boolean", ...shared(name, ["account"]) });
export const date = (name: string) => ({ type: "date", ...shared(name, ["account"]) });
export const words = (name: string) => ({ type: "text", ...shared(name, ["account"]) });
export const label = (name: string, ...values: readonly string[]) => ({
  type: "label",
  ...shared(name, ["account"]),
  values: Object.fromEntries(values.map((v) => [v, { label: text(v) }])),
});
export const list = (name: string, ...values: readonly string[]) => ({
  ...label(name, ...values),
  type: "list",
});

/** Number facts `a`, `b`, … with the same keys. */
export const numbers = (names: string, more: Json = {}) =>
  Object.fromEntries(names.split(" ").map((n) => [n, number(n, more)]));
export const booleans = (names: string) =>
  Object.fromEntries(names.split(" ").map((n) => [n, boolean(n)]));

/** A decision about accounts, named `name`. */
export const decision = (name: string, kind: string, body: Json) => ({
  kind,
  subject: "account",
  ...named(name),
  ...body,
});

/** A whole document around what a test is about. */
export const tiny = (more: Json): Json => ({
  language: "1",
  id: "tiny",
  version: "1.0.0",
  label: text("tiny"),
  source: { title: "tiny", issuer: text("nobody") },
  effective: {},
  subjects: { account: { label: text("account") } },
  facts: {},
  parameters: {},
  decisions: {},
  ...more,
});

/** A document with one decision, `it`. */
export const only = (kind: string, body: Json, facts: Json, more: Json = {}): Json =>
  tiny({ facts, decisions: { it: decision("it", kind, body) }, ...more });

/** Loads and compiles a document that must be free of faults. */
export function programOf(document: unknown, parameters: Settings = {}): Program {
  const loaded = loadRuleset(document);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return compile(loaded.ruleset, { parameters });
}

/** Evaluates the decision `it`, or another one. */
export const run = (
  program: Program,
  facts: Json,
  name = "it",
  fitted?: Fitted,
): Result<unknown, Json> => evaluate(program, name, facts, fitted as Fitted);

/** What the decision came to, or `"undetermined"`. */
export const outcomeOf = (program: Program, facts: Json, name = "it", fitted?: Fitted): unknown => {
  const result = run(program, facts, name, fitted);
  return result.status === "decided" ? result.outcome : "undetermined";
};

/** The codes and places of what is wrong with a document. */
export const faultsOf = (document: unknown): readonly string[] =>
  loadRuleset(document).diagnostics.map((d) => `${d.code} ${d.path}`);

export const fact = (name: string) => ({ fact: name });
export const is = (name: string, value: unknown = true) => ({
  fact: name,
  operator: "equal",
  value,
});
export const compared = (name: string, operator: string, value: unknown) => ({
  fact: name,
  operator,
  value,
});
/** A formula with one output, `value`. */
export const formula = (value: unknown, more: Json = {}) => ({
  outputs: { value: { ...named("value"), value, ...more } },
});

/** Freezes a value and all inside it. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
