import { compile, evaluate, loadRuleset, type Output } from "../../src/index.ts";
import type { Expression } from "../../src/ruleset/expression.ts";
import { date, type Json, named, only, text } from "../kinds/tiny.ts";
import { factFor } from "./ruled.ts";
import { type Item, type Names, type Said, unsayable } from "./zen.said.ts";
import { readExpression } from "./zen.ts";

/*
 * Makes rulesets of what ZEN's expressions say, and asks them: a path into the input is a fact.
 */

/** The names in an expression, each a fact from when it is first met. */
export interface Facts {
  readonly names: Names;
  readonly declared: Record<string, object>;
  readonly values: Record<string, unknown>;
}

/** What a path into an input comes to. */
export function at(input: unknown, path: string): unknown {
  if (/^["']/.test(path)) return path.slice(1, -1);
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>(
      (v, key) => (v as Readonly<Record<string, unknown>> | undefined)?.[key],
      input,
    );
}

const kinds = { number: "number", boolean: "boolean", text: "text", list: "list", date: "day" };

/** Facts of an input; a text that is a day, and nothing else, is a day. */
export function factsOf(input: unknown): Facts {
  const facts = new Map<string, Said>();
  const declared: Record<string, object> = {};
  const values: Record<string, unknown> = {};
  const names: Names = (path) => {
    const value = at(input, path);
    if (value === undefined) return undefined;
    const known = facts.get(path);
    if (known) return known;
    const fact = `x${facts.size}`;
    const isDay = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
    const shape = isDay ? date(fact) : factFor(fact, [value]);
    const kind = kinds[(shape as { type: keyof typeof kinds }).type];
    const said = (
      kind === "boolean"
        ? { kind, when: { fact, operator: "equal", value: true } }
        : { kind, value: { fact } }
    ) as Said;
    Object.assign(declared, { [fact]: shape });
    Object.assign(values, { [fact]: value });
    facts.set(path, said);
    return said;
  };
  return { names, declared, values };
}

/** A text of the ruleset's own is a label: a short value, and the text its official term. */
function worded(value: Expression, terms: string[]): Expression {
  if (typeof value === "string") {
    if (!terms.includes(value)) terms.push(value);
    return `t${terms.indexOf(value)}`;
  }
  if (typeof value !== "object" || !("choose" in value)) return value;
  const cases = value.choose.map((c) => ({ ...c, then: worded(c.then as Expression, terms) }));
  return { choose: cases, otherwise: worded(value.otherwise as Expression, terms) };
}

function output(said: Said, name: string) {
  const terms: string[] = [];
  const plain = said.kind === "boolean" ? { when: said.when } : valueOfText(said);
  const value = said.kind === "text" ? worded(plain, terms) : plain;
  const outcomes = Object.fromEntries(terms.map((t, i) => [`t${i}`, text(t)]));
  return { ...named(name), value, ...(terms.length > 0 && { outcomes }) };
}
const valueOfText = (said: Said): Expression =>
  said.kind === "number" || said.kind === "text" || said.kind === "day"
    ? said.value
    : unsayable(`${said.kind} as an outcome`);

const told = ({ term, outcome }: Output) => term?.en ?? outcome;

/** What one or more expressions come to, as the outputs of a formula. */
export function formulaOf(said: Readonly<Record<string, Said>>, facts: Facts) {
  const entries = Object.entries(said);
  const outputs = entries.map(([path, s], i) => [`o${i}`, output(s, path)] as const);
  const body = { outputs: Object.fromEntries(outputs) };
  const { outputs: found } = outcomeOf("formula", body, facts.declared, facts.values);
  return found.map((o): readonly [string, unknown] => [o.label.en, told(o)]);
}

/** A list of texts, each in it or not, as a table that collects them. */
export function tableOf(items: readonly Item[], { declared, values }: Facts) {
  const texts = items.map(({ said }) => {
    const value = valueOfText(said);
    return typeof value === "object" && "fact" in value && said.kind === "text"
      ? (values[value.fact] as string)
      : unsayable("a list of numbers as an outcome");
  });
  const whens = items.map(({ when = { constant: true as const } }) => ({ when }));
  const columns = whens.map((value, i) => [`c${i}`, { label: text(`${i}`), value }] as const);
  const rows = texts.map(
    (t, i) => [`r${i}`, { when: { [`c${i}`]: true }, then: { it: t } }] as const,
  );
  const outcomes = Object.fromEntries(texts.map((t) => [t, text(t)]));
  const table = {
    hitPolicy: "collect",
    inputs: Object.fromEntries(columns),
    outputs: { it: { label: text("it"), outcomes } },
    rows: Object.fromEntries(rows),
    order: rows.map(([name]) => name),
  };
  return outcomeOf("table", table, declared, values).outcome;
}

function outcomeOf(kind: string, body: object, declared: object, values: Facts["values"]) {
  const loaded = loadRuleset(only(kind, body as Json, declared as Json));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return evaluate(compile(loaded.ruleset), "it", values);
}

/** Values by their path, as one object. */
export function nested(entries: readonly (readonly [string, unknown])[]): unknown {
  const root: Record<string, unknown> = {};
  for (const [path, value] of entries) {
    const keys = path.split(".");
    const last = keys.pop() as string;
    let at = root;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[last] = value;
  }
  return root;
}

/** What is given a name, an object key by key: `a = 5; b.c = a + 1`. */
export function readAssignments(text: string, { names }: Facts) {
  const given: Record<string, Said> = {};
  const known: Names = (path) => given[path] ?? names(path);
  let last: string | undefined;
  for (const part of text.split(";").map((p) => p.trim())) {
    if (last !== undefined) return unsayable("a value, and more after it");
    const [, name, is] = /^([A-Za-z_][\w.]*) = (.*)$/.exec(part) ?? [];
    if (name === undefined || is === undefined) last = part;
    else for (const [p, e] of keysIn(name, is)) given[p] = readExpression(e, known);
  }
  return { given, last, known };
}
function keysIn(name: string, is: string): readonly (readonly [string, string])[] {
  const inside = /^\{(\w+: [^,{}]+(?:, \w+: [^,{}]+)*)\}$/.exec(is)?.[1];
  if (inside === undefined) return [[name, is]];
  return inside.split(", ").map((pair) => {
    const [key = "", value = ""] = pair.split(": ");
    return [`${name}.${key}`, value] as const;
  });
}
