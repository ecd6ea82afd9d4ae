import { order } from "../execute/order.ts";
import type { Node, NodeId, NodeOf } from "../plan/node.ts";
import type { Plan } from "../plan/plan.ts";
import { type Fall, fallsOf, type Way } from "./diagram/falls.ts";
import { isUnknown } from "./diagram/leaf.ts";
import { raised } from "./diagram/raise.ts";
import type { Ref } from "./diagram/space.ts";
import type { Sense, Symbols } from "./diagram/symbols.ts";
import { type Account, accountIn } from "./diagram/witness.ts";
import { nodesUnder, type Question, type Study, valuesOf } from "./study.ts";

/** A promise about a value: as one fact rises and all others stay, it never falls (or never rises). */
export interface Promised {
  readonly study: Study;
  readonly node: NodeId;
  readonly fact: string;
  readonly rises: boolean;
  /** Values that have a name: a break is told of the smallest of them. */
  readonly named: ReadonlySet<NodeId>;
  /** What else must be known. */
  readonly beside?: readonly NodeId[];
}

/** Two accounts that differ in the one fact alone, between which a value breaks the promise. */
export interface Broken {
  readonly node: NodeId;
  readonly before: Account;
  readonly after: Account;
}

/** Why a promise was neither shown to hold nor seen to be broken. */
export type Open = "no-order" | "computed";

type Answer = Broken | Open | undefined;

/** What was found already: a sum that others share is gone into once. */
const answers = new WeakMap<Question, Map<string, Answer>>();

/** Finds where a promise is broken; nothing is a proof that it holds. What is fitted stays as it is. */
export function brokenIn(p: Promised, q: Question): Answer {
  const known = answers.get(q) ?? new Map<string, Answer>();
  answers.set(q, known);
  const key = [p.node, p.fact, p.rises, ...(p.beside ?? [])].join(" ");
  if (!known.has(key)) known.set(key, find(p, q));
  return known.get(key);
}

function find(p: Promised, q: Question): Answer {
  const summands = summandsOf(p);
  const [only, ...more] = summands;
  if (only !== undefined && more.length === 0 && p.named.has(only)) return ofSummand(p, q, only);
  // A sum keeps what all of its summands keep.
  const isKept = summands.every((node) => brokenIn({ ...p, node }, q) === undefined);
  return summands.length > 0 && isKept ? undefined : brokenAlone(p, q);
}

/** Of a sum only one summand of which moves: it does what that does, where the others are known. */
function ofSummand(p: Promised, q: Question, only: NodeId): Answer {
  const found = brokenIn({ ...p, node: only }, q);
  if (typeof found !== "object") return found;
  const sum = p.study.plan.nodes[p.node] as NodeOf<"arithmetic">;
  const beside = [...(p.beside ?? []), ...sum.of.filter((of) => of !== only)];
  const inSum = brokenIn({ ...p, node: only, beside }, q);
  return typeof inSum === "object" ? found : inSum;
}

/** The summands of a sum that have to do with the fact. */
function summandsOf({ study: { plan }, node, fact }: Promised): readonly NodeId[] {
  const sum = plan.nodes[node];
  if (sum?.op !== "arithmetic" || sum.operation !== "sum") return [];
  return sum.of.filter((of) => restsOn(plan, of, fact));
}

function restsOn(plan: Plan, node: NodeId, fact: string): boolean {
  return [...nodesUnder(plan, [node])].some((id) => {
    const under = plan.nodes[id];
    return under?.op === "fact" && under.name === fact;
  });
}

function brokenAlone(p: Promised, q: Question): Answer {
  const { node, fact, rises, study } = p;
  const compare = orderOf(study.plan, node);
  if (!compare || !isOrdered(q.s, fact))
    return restsOn(study.plan, node, fact) ? "no-order" : undefined;
  const promise = { fact, rises, compare };
  const { falls, complete } = fallsOf(q.s, whereKnown(p, q), promise);
  let isOpen = !complete || isPlaced(study.plan, node, fact);
  for (const fall of falls) {
    const found = accountsIn(p, q.s, fall, promise);
    if (typeof found === "object") return { node, ...found };
    isOpen ||= !(fall.isOnly && found === "empty");
  }
  return isOpen ? "computed" : undefined;
}

/** A value as a function that is unknown where something beside it is. */
function whereKnown({ node, beside = [] }: Promised, { s, m }: Question): Ref {
  return beside.reduce(
    (ref, other) =>
      s.space.lift([m(other), ref], ([o, r]) =>
        isUnknown(o) ? s.unknown : s.space.leaf(r as Sense),
      ),
    m(node),
  );
}

/** Does a value rest on the place among others that the fact gives, or on who those others are. */
function isPlaced(plan: Plan, root: NodeId, fact: string): boolean {
  return [...nodesUnder(plan, [root])].some((id) => {
    const node = plan.nodes[id];
    if (node?.op === "rankCut") return restsOn(plan, id, fact);
    return node?.op === "aggregate" && node.by.some((by) => restsOn(plan, by, fact));
  });
}

/** Can a fact rise at all: labels and texts have no order. */
function isOrdered(s: Symbols, fact: string): boolean {
  const kind = s.facts.get(fact)?.kind;
  return kind !== "label" && kind !== "text";
}

/** The order of a value's outcomes: labels have that of the bands they come from. */
function orderOf(plan: Plan, node: NodeId): Way["compare"] | undefined {
  const type = plan.nodes[node]?.type;
  if (type?.kind === "number" || type?.kind === "boolean" || type?.kind === "date") return order;
  if (type?.kind !== "label") return undefined;
  const ladders = sourcesOf(plan, node).flatMap((n) => (n.op === "ladder" ? [n] : []));
  const ranks = ladders.map((n) => n.steps.map((step) => step.value));
  const labels = ranks.find((values) => type.values.every((label) => values.includes(label)));
  return labels && ((a, b) => labels.indexOf(a) - labels.indexOf(b));
}

/** The nodes whose value is handed on as this one's: of a choice, its cases. */
function sourcesOf(plan: Plan, id: NodeId): readonly Node[] {
  const found = new Set([id]);
  for (const source of found) {
    const node = plan.nodes[source];
    if (node?.op !== "choose") continue;
    for (const of of [...node.cases.map((c) => c.value), node.otherwise]) found.add(of);
  }
  return [...found].map((source) => plan.nodes[source] as Node);
}

/** Two accounts of a box, between which the value does fall. */
function accountsIn(p: Promised, s: Symbols, { region, steps }: Fall, promise: Way) {
  const entries = region.sides.flatMap(({ axis, intervals }) => {
    const stands = s.axes.get(axis.index);
    const isOut = stands?.is === "entry" && stands.name === p.fact && intervals[0]?.[1] === 0n;
    return isOut ? [stands.entry] : [];
  });
  const raise = (account: Account) => raised(s, p.fact, account, steps, entries.at(-1));
  const valueIn = (account: Account) => {
    const [value, ...others] = valuesOf(p.study, [p.node, ...(p.beside ?? [])], account) ?? [null];
    return others.includes(null) ? null : (value ?? null);
  };
  const found = accountIn(s, region, (account) => {
    const [a, b] = [valueIn(account), valueIn(raise(account))];
    if (a === null || b === null) return false;
    const order = promise.compare(a, b);
    return p.rises ? order > 0 : order < 0;
  });
  if (typeof found === "string") return found;
  return { before: found.account, after: raise(found.account) };
}
