import { childrenOf, type Node, type NodeId, type NodeOf, type Op } from "../plan/node.ts";
import type { Text } from "../ruleset/text.ts";
import { type Evidence, type Explained, outcomeOf } from "./told.ts";

/** Lists the values that a node's value rests on: of several grounds, those that settled it. */
export function evidence(id: NodeId, e: Explained): readonly Evidence[] {
  const found = gather(id, { ...e, root: id });
  const key = (x: Evidence) => JSON.stringify([x.of, x.tests, x.among]);
  const once = [...new Map(found.map((x) => [key(x), x])).values()];
  const tested = new Set(once.filter(isTested).map((x) => x.of));
  return once.filter((x) => isTested(x) || !tested.has(x.of));
}

const isTested = (x: Evidence) => x.tests.length > 0 || x.among !== undefined;

/** What is explained, and the node it began at: a named part is told, and not looked behind. */
type Place = Explained & { readonly root: NodeId };
type Gather = { [O in Op]: (node: NodeOf<O>, id: NodeId, e: Place) => readonly Evidence[] };

const children = (node: Node, _: NodeId, e: Place) => inside(childrenOf(node), e);

/** A logic node rests on the children that came out as it did. */
function agreeing(node: NodeOf<"all" | "any">, id: NodeId, e: Place) {
  const value = e.trace.value(id);
  return inside(
    node.of.filter((c) => e.trace.value(c) === value),
    e,
  );
}

/** What each operation's value rests on: one total table. */
const operations: Gather = {
  fact: (_, id, e) => [look(id, e)],
  constant: () => [],
  compare(n, id, e) {
    const right = outcomeOf(e.trace.value(n.right));
    const tests = right === undefined ? [] : [{ comparator: n.comparator, value: right }];
    const told = { ...look(n.left, e), tests, ...holding(id, e) };
    return [told, ...behind(n.left, e), ...behind(n.right, e)];
  },
  member: (n, id, e) => [
    { ...look(n.of, e), among: n.values, ...holding(id, e) },
    ...behind(n.of, e),
  ],
  given: children,
  all: agreeing,
  any: agreeing,
  not: children,
  count: children,
  arithmetic: children,
  quotient: children,
  round: children,
  size: children,
  move: children,
  ladder: (n, id, e) => [{ ...look(n.input, e), tests: edges(n, id, e) }, ...behind(n.input, e)],
  choose(n, id, e) {
    const hit = n.cases[e.trace.note(id).hit ?? -1];
    if (hit) return inside(hit.guard ? [hit.value] : [hit.when, hit.value], e);
    const whens = n.cases.map((c) => c.when);
    if (e.trace.value(id) === null) return openIn(n, e);
    if (e.trace.note(id).hit === undefined) return inside(whens, e).map(untested);
    const rest = inside([n.otherwise], e);
    const looked = inside(whens, e).map(untested);
    return [...looked.filter((x) => !rest.some((r) => r.of === x.of)), ...rest];
  },
  collect: children,
  aggregate: (n, id, e) => [counting(id, e), ...inside(n.by, e)],
  rankCut(n, id, e) {
    const keys = n.keys.map((k) => look(k.of, e));
    const [first, ...more] = keys;
    const barred = e.trace.value(n.barred) === true ? inside([n.barred], e) : [];
    const tests = barred.length ? [] : places(n, id, e);
    const { leftOut } = counting(id, e);
    const told = first ? [{ ...first, tests, ...(leftOut ? { leftOut } : {}) }] : [];
    return [...inside(n.by, e), ...told, ...more, ...barred];
  },
};

function gather(id: NodeId, e: Place): readonly Evidence[] {
  const node = e.plan.nodes[id] as Node;
  if (e.plan.named.has(id) && id !== e.root) return [look(id, e)];
  const operation = operations[node.op] as (n: Node, id: NodeId, e: Place) => readonly Evidence[];
  return operation(node, id, e);
}

function inside(ids: readonly NodeId[], e: Place): readonly Evidence[] {
  return ids.flatMap((id) => gather(id, e));
}

/** Of an open choice: the conditions that are unknown, or the rows that collide. */
function openIn(n: NodeOf<"choose">, e: Place): readonly Evidence[] {
  const [first] = n.cases;
  if (!first?.guard || e.trace.value(first.when) !== false) {
    return inside(n.cases.map((c) => c.when).filter(isUnknown(e)), e);
  }
  const promise = e.plan.nodes[first.when] as Node;
  const count = promise.op === "compare" ? (e.plan.nodes[promise.left] as Node) : promise;
  const rows = count.op === "count" ? count.of : [];
  return rows.filter((r) => e.trace.value(r) === true).map((r) => look(r, e));
}

const isUnknown = (e: Place) => (id: NodeId) => e.trace.value(id) === null;

/** Where no case holds, what was looked at counts, and not each test that failed. */
const untested = ({ of, label, value, terms }: Evidence): Evidence => {
  return { of, label, value, tests: [], ...(terms && { terms }) };
};

/** The facts behind a computed operand; a fact speaks for itself. */
function behind(id: NodeId, e: Place): readonly Evidence[] {
  const node = e.plan.nodes[id] as Node;
  const speaks = node.op === "fact" || node.op === "constant" || e.plan.named.has(id);
  return speaks ? [] : gather(id, e);
}

/** Whether a test is met, where that is known. */
function holding(id: NodeId, e: Place): { readonly holds?: boolean } {
  const value = e.trace.value(id);
  return typeof value === "boolean" ? { holds: value } : {};
}

/** A value of the population, with how many subjects were left out of it. */
function counting(id: NodeId, e: Place): Evidence {
  const { leftOut } = e.trace.note(id);
  return leftOut ? { ...look(id, e), leftOut } : look(id, e);
}

const innerLabel: Text = { zh: "计算值", en: "computed value" };

function look(id: NodeId, e: Place): Evidence {
  const { origin } = e.plan.nodes[id] as Node;
  const value = outcomeOf(e.trace.value(id));
  const { terms } = origin;
  // A value inside a part is not the part: it has no name of its own in the ruleset.
  const inner = id !== e.root && origin.id === e.plan.nodes[e.root]?.origin.id;
  const label = inner ? innerLabel : origin.label;
  return { of: origin.id, label, value, tests: [], ...(terms && { terms }) };
}

/** The cuts between which a class lies, as tests of the first key. */
function places(node: NodeOf<"rankCut">, id: NodeId, e: Place): Evidence["tests"] {
  const index = e.trace.note(id).hit;
  if (index === undefined) return [];
  const cuts = (e.trace.note(id).cuts ?? []).map((c) => (c === undefined ? c : outcomeOf(c)));
  const [reached, missed] = node.keys[0]?.descending
    ? (["≥", "<"] as const)
    : (["≤", ">"] as const);
  const better = cuts.slice(0, index).findLast((c) => c !== undefined);
  return [
    ...(cuts[index] === undefined ? [] : [{ comparator: reached, value: cuts[index] }]),
    ...(better === undefined ? [] : [{ comparator: missed, value: better }]),
  ];
}

/** The two ends of the step that was hit, as tests. */
function edges(node: NodeOf<"ladder">, id: NodeId, e: Place): Evidence["tests"] {
  const index = e.trace.note(id).hit;
  if (index === undefined) return [];
  const [low, high] = node.closed === "lower" ? (["≥", "<"] as const) : ([">", "≤"] as const);
  const from = node.steps[index]?.from;
  const next = node.steps[index + 1]?.from;
  return [
    ...(from ? [{ comparator: low, value: from.toNumber() }] : []),
    ...(next ? [{ comparator: high, value: next.toNumber() }] : []),
  ];
}
