import type { Expression } from "../../src/ruleset/expression.ts";
import { decision, type Json, label, named, text } from "../kinds/tiny.ts";
import { factFor } from "./ruled.ts";
import { at } from "./zen.facts.ts";
import { type Names, type Said, valueIn } from "./zen.said.ts";
import { readExpression } from "./zen.ts";

/*
 * A ruleset in the making from a decision graph of ZEN. All texts of a graph are labels in it: short
 * values, with the text as the term.
 */

export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly sourceId: string; readonly targetId: string }[];
  readonly tests: readonly { readonly input: Json; readonly output: unknown }[];
}
export interface Node {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly content: Content;
}
export interface Column {
  readonly id: string;
  readonly field?: string;
}
export interface Content {
  readonly hitPolicy?: string;
  readonly inputs?: readonly Column[];
  readonly outputs?: readonly (Column & { readonly field: string })[];
  readonly rules?: readonly Readonly<Record<string, string>>[];
  readonly expressions?: readonly { readonly key: string; readonly value: string }[];
  readonly passThrough?: boolean;
}

/** A text as a short value. */
export const token = (t: string) => t.replaceAll(/[^A-Za-z0-9]+/g, "-").slice(0, 64);
const quoted = /"([^"]*)"|'([^']*)'/g;
const textsIn = (of: string) => [...of.matchAll(quoted)].map((m) => m[1] ?? m[2] ?? "");

/** An expression with all its texts as short values. */
export const shortened = (of: string) =>
  of.replaceAll(quoted, (_, a?: string, b?: string) => `'${token(a ?? b ?? "")}'`);

export interface Making {
  readonly facts: Record<string, Json>;
  /** The path in the input that each fact is handed in from. */
  readonly paths: Record<string, string>;
  readonly decisions: Record<string, Json>;
  /** Where in the result each output goes, by decision. */
  readonly results: Record<string, Record<string, string>>;
  readonly terms: Readonly<Record<string, ReturnType<typeof text>>>;
  readonly names: Names;
  /** Gives a path its meaning from now on. */
  readonly mean: (path: string, said: Said) => void;
}

/** Starts a ruleset: a path is what a node before gave it, or a fact, typed as the tests have it. */
export function start(graph: Graph): Making {
  const rules = graph.nodes.flatMap(({ content }) => content?.rules ?? []);
  const expressions = graph.nodes.flatMap(({ content }) => content?.expressions ?? []);
  const written = [...rules, ...expressions].flatMap((r) => Object.values(r)).flatMap(textsIn);
  const given = graph.tests.flatMap((t) => textsIn(JSON.stringify(t.input)));
  const texts = [...written, ...given].filter((t) => /^[A-Za-z0-9]/.test(t));
  const meanings = new Map<string, Said>();
  const m: Making = {
    facts: {},
    paths: {},
    decisions: {},
    results: {},
    terms: Object.fromEntries(texts.map((t) => [token(t), text(t)])),
    names: (path) => meanings.get(path.replace(/^\$\./, "")) ?? factAt(path, graph, m),
    mean: (path, said) => meanings.set(path, said),
  };
  return m;
}

function factAt(path: string, { tests }: Graph, m: Making): Said | undefined {
  const values = tests.map((t) => at(t.input, path)).filter((v) => v !== undefined);
  const [first] = values;
  if (first === undefined) return undefined;
  const fact = path.replaceAll(/\W+(\w)/g, (_, c: string) => c.toUpperCase());
  const isWords = values.flat().every((v) => typeof v === "string");
  const kind = Array.isArray(first) ? "list" : "text";
  const type = kind === "list" ? "list" : "label";
  m.facts[fact] = isWords
    ? { ...label(fact, ...Object.keys(m.terms)), type }
    : factFor(fact, values);
  m.paths[fact] = path;
  if (typeof first === "boolean") {
    return { kind: "boolean", when: { fact, operator: "equal", value: true } };
  }
  return { kind: isWords ? kind : "number", value: { fact } };
}

/** Adds a formula of named values, each from then on what its path means. */
export function addFormula(id: string, values: Readonly<Record<string, Said>>, m: Making) {
  const entries = Object.entries(values);
  const outputs = entries.map(([path, said], i) => {
    const outcomes = said.kind === "text" ? { outcomes: m.terms } : {};
    return [`o${i}`, { ...named(path), value: valueIn(said), ...outcomes }] as const;
  });
  m.decisions[id] = decision(id, "formula", { outputs: Object.fromEntries(outputs) });
  for (const [i, [path, { kind }]] of entries.entries()) publish(id, `o${i}`, path, kind, m);
}

/** Adds the expressions of a node, each of which may use those before it. */
export function addExpressions(id: string, values: Readonly<Record<string, string>>, m: Making) {
  for (const [i, [path, value]] of Object.entries(values).entries()) {
    addFormula(`${id}e${i}`, { [path]: readExpression(shortened(value), m.names) }, m);
  }
}

/** Makes an output of a decision what its path means. */
export function publish(id: string, output: string, path: string, kind: Said["kind"], m: Making) {
  m.results[id] = { ...m.results[id], [output]: path };
  const of = `${id}.${output}`;
  const when = { decision: of, operator: "equal", value: true } as const;
  const value: Expression = { decision: of };
  m.mean(path, kind === "boolean" ? { kind, when } : ({ kind, value } as Said));
}
