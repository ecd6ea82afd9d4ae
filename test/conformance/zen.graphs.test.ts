import { compile, evaluate, loadRuleset, type Output, type Program } from "../../src/index.ts";
import { readData } from "../data.ts";
import { type Json, tiny } from "../kinds/tiny.ts";
import { conformance } from "./suite.ts";
import { at, nested } from "./zen.facts.ts";
import { addExpressions, type Graph, type Making, type Node, start, token } from "./zen.graph.ts";
import { unsayable } from "./zen.said.ts";
import { addTable } from "./zen.tables.ts";

/*
 * Decision graphs of ZEN, each as one ruleset, asked for what the tests inside its file expect.
 */

const names = [
  "company-analysis",
  "customer-lifetime-value",
  "decision-table-discounts",
  "decision-table-shipping",
  "empty-column-with-space",
  "empty-column-without-space",
  "legacy-plan-management",
  "mvno-partner-enablement",
  "policy-discount-calculator",
  "service-level-agreement-enforcement",
];
const file = (name: string) => `conformance/zen/graphs/${name}.json`;

/** Adds up how many flags are of a colour. */
const counted = (colour: string, ...flags: readonly string[]) =>
  flags.map((f) => `number(flag.${f} == '${colour}')`).join(" + ");
/** What stands in the place of the one script; no flag is ever critical, nor the first one red. */
const scripts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Overall Mapper": {
    critical: "0",
    red: counted("red", "turnover", "country"),
    amber: counted("amber", "companyType", "turnover", "country"),
    green: counted("green", "companyType", "turnover", "country"),
  },
};

const lettingOff = {
  "rows gathered as objects that hold numbers: a table gathers labels, or one number": [
    "decision-table-discounts 1",
    "decision-table-discounts 2",
    "decision-table-discounts 3",
    "policy-discount-calculator 1",
  ],
  "a list of numbers is no fact, so nothing is worked out from its entries": [
    "customer-lifetime-value 1",
  ],
  "texts taken apart: a text is only compared as a whole": ["legacy-plan-management 1"],
};

interface Item {
  readonly unitPrice: number;
  readonly quantity: number;
}

/** What a table asks of a list of objects is worked out by whoever hands in the facts. */
const total = "sum(map(cart.items, #.unitPrice * #.quantity))";
function prepared(graph: Graph): Graph {
  const tests = graph.tests.map((t) => {
    const items = at(t.input, "cart.items") as readonly Item[] | undefined;
    const sum = items?.reduce((s, i) => s + Math.round(i.unitPrice * 100) * i.quantity, 0);
    return sum === undefined ? t : { ...t, input: { ...t.input, cartTotal: sum / 100 } };
  });
  const text = JSON.stringify(graph.nodes).replaceAll(JSON.stringify(total), '"cartTotal"');
  return { ...graph, nodes: JSON.parse(text) as Graph["nodes"], tests };
}

function make(graph: Graph): Making {
  const m = start(graph);
  for (const [i, { type, name, content }] of graph.nodes.entries()) {
    if (type === "decisionTableNode") addTable(`d${i}`, content, m);
    else if (type === "expressionNode") {
      const given = content.expressions ?? [];
      addExpressions(`d${i}`, Object.fromEntries(given.map((e) => [e.key, e.value])), m);
    } else if (type === "functionNode")
      addExpressions(`d${i}`, scripts[name] ?? unsayable(name), m);
  }
  return m;
}

const shortenedAll = (v: unknown): unknown =>
  typeof v === "string" ? token(v) : Array.isArray(v) ? v.map(shortenedAll) : v;

/** An outcome in the file's own words. */
function told({ term, outcome }: Output): unknown {
  const word = term?.en ?? outcome;
  return word === "true" ? true : word === "false" ? false : word;
}

/** What a node gives: its outputs, beside all that comes to it where it passes that through. */
function given(
  node: Node,
  graph: Graph,
  input: Json,
  program: Program,
  m: Making,
): readonly Entry[] {
  if (node.type === "inputNode") return leaves(input);
  const facts = Object.entries(m.paths).map(([f, path]) => [f, shortenedAll(at(input, path))]);
  const index = graph.nodes.indexOf(node);
  const ids = Object.keys(m.results).filter((id) => /^d\d+/.exec(id)?.[0] === `d${index}`);
  const own = ids.flatMap((id) => {
    const result = evaluate(program, id, Object.fromEntries(facts));
    const wanted = m.results[id] ?? {};
    const outputs = result.outputs.filter((o) => wanted[o.name]);
    return outputs.map((o): Entry => [wanted[o.name] as string, told(o)]);
  });
  const passes = node.type === "outputNode" || node.content.passThrough;
  const from = graph.edges.filter((e) => e.targetId === node.id).map((e) => e.sourceId);
  const before = graph.nodes.filter((n) => passes && from.includes(n.id));
  return [...before.flatMap((n) => given(n, graph, input, program, m)), ...own];
}
type Entry = readonly [string, unknown];
const leaves = (value: unknown, path = ""): readonly Entry[] =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? [[path, value]]
    : Object.entries(value).flatMap(([k, v]) => leaves(v, path ? `${path}.${k}` : k));

conformance({
  title: "ZEN: decision graphs",
  files: names.map(file),
  cases: () =>
    names.flatMap((name) => {
      const graph = JSON.parse(readData(file(name))) as Graph;
      return graph.tests.map((t, i) => ({ id: `${name} ${i + 1}`, graph, i, expected: t.output }));
    }),
  run({ graph: written, i }) {
    const graph = prepared(written);
    const m = make(graph);
    const loaded = loadRuleset(tiny({ facts: m.facts, decisions: m.decisions }));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
    const last = graph.nodes.find((n) => !graph.edges.some((e) => e.sourceId === n.id));
    const input = graph.tests[i]?.input as Json;
    return nested(given(last as Node, graph, input, compile(loaded.ruleset), m));
  },
  lettingOff,
  counts: [27, 21],
});
