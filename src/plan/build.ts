import { type Fault, fault } from "../ruleset/fault.ts";
import { either } from "../ruleset/phrase.ts";
import { suggestion } from "../ruleset/suggest.ts";
import type { Text } from "../ruleset/text.ts";
import { Decimal } from "./decimal.ts";
import { inferType } from "./infer.ts";
import {
  type Comparator,
  childrenOf,
  type Grain,
  type Node,
  type NodeId,
  type Nodes,
  type Op,
  type Origin,
  type Value,
} from "./node.ts";
import type { Type } from "./type.ts";
import * as types from "./type.ts";

/**
 * Builds a plan node by node. Each constructor checks the types of the values it is given and derives
 * the type of what it makes; a fault is collected, and an `any` node stands in its place. What stands
 * for a condition is one: the language has no value in such a place.
 */
export interface Builder {
  readonly nodes: readonly Node[];
  readonly faults: Fault[];
  type(node: NodeId): Type;
  fact(name: string, type: Type, origin: Origin): NodeId;
  constant(value: Value | number, origin: Origin, like?: Type): NodeId;
  nothing(origin: Origin): NodeId;
  compare(comparator: Comparator, left: NodeId, right: NodeId, origin: Origin): NodeId;
  member(of: NodeId, values: readonly string[], origin: Origin): NodeId;
  given(of: NodeId, origin: Origin): NodeId;
  all(of: readonly NodeId[], origin: Origin): NodeId;
  any(of: readonly NodeId[], origin: Origin): NodeId;
  not(of: NodeId, origin: Origin): NodeId;
  count(of: readonly NodeId[], origin: Origin): NodeId;
  arithmetic(
    operation: Nodes["arithmetic"]["operation"],
    of: readonly NodeId[],
    origin: Origin,
  ): NodeId;
  quotient(node: Nodes["quotient"], origin: Origin): NodeId;
  round(node: Nodes["round"], origin: Origin): NodeId;
  size(of: NodeId, origin: Origin): NodeId;
  move(node: Nodes["move"], origin: Origin): NodeId;
  ladder(node: Nodes["ladder"], type: Type, origin: Origin): NodeId;
  choose(node: Nodes["choose"], origin: Origin): NodeId;
  collect(node: Nodes["collect"], origin: Origin): NodeId;
  aggregate(node: Nodes["aggregate"], origin: Origin): NodeId;
  rankCut(node: Nodes["rankCut"], origin: Origin): NodeId;
}

/** How many values may rest on one another in a row, so that a plan runs on any stack. */
const deepest = 800;

/** Makes an empty builder. */
export function builder(): Builder {
  const nodes: Node[] = [];
  const faults: Fault[] = [];
  const shared = new Map<string, NodeId>();
  const depths: number[] = [];

  const type = (id: NodeId): Type => nodes[id]?.type ?? types.any;

  /** Adds a node; `stated` is what its type is said to be, where that is not plain from what it reads. */
  function add<O extends Op>(
    op: O,
    node: Nodes[O],
    origin: Origin,
    stated: Type = types.any,
  ): NodeId {
    const bare = { op, ...node, type: stated, origin } as unknown as Node;
    const ofPopulation =
      op === "aggregate" ||
      op === "rankCut" ||
      childrenOf(bare).some((c) => nodes[c]?.grain === "population");
    const made = inferType(bare, type);
    const grain: Grain = ofPopulation ? "population" : "record";
    nodes.push({ ...bare, type: made, grain });
    // A range that is not finite (a product of too many factors) compares as false: it is too long.
    if (made.kind === "number" && !(types.digits(made) <= types.innerDigits)) tooLong(made, origin);
    const depth = 1 + Math.max(0, ...childrenOf(bare).map((c) => depths[c] ?? 0));
    depths.push(depth);
    if (depth > deepest) tooDeep(depth, origin);
    return nodes.length - 1;
  }

  function tooDeep(depth: number, origin: Origin) {
    const words = {
      size: String(depth),
      what: { zh: "个值层层依赖", en: "values resting on one another" },
      limit: String(deepest),
    };
    if (depth === deepest + 1) faults.push(fault("too-large", origin.path, words));
  }

  function tooLong(made: types.NumberType, origin: Origin) {
    const digits = types.digits(made);
    const told = Number.isFinite(digits) ? String(digits) : tooMany;
    const words = { digits: told, limit: String(types.innerDigits) };
    faults.push(fault("inexact", origin.path, words));
  }

  function wants(kinds: readonly Type["kind"][], id: NodeId, what: Word, origin: Origin) {
    const found = type(id);
    if (found.kind === "any" || kinds.includes(found.kind)) return;
    const expected = either(kinds.map((k) => types.nouns[k]));
    mismatch(what, expected, types.describe(found), origin);
  }

  function mismatch(what: Word, expected: Text, found: Text, origin: Origin) {
    faults.push(fault("type-mismatch", origin.path, { what, expected, found }));
  }

  function constant(value: Value | number, origin: Origin, like: Type = types.any): NodeId {
    const exact = typeof value === "number" ? new Decimal(value) : value;
    return add("constant", { value: exact }, origin, like);
  }

  return {
    nodes,
    faults,
    type,
    constant,
    fact(name, made, origin) {
      const known = shared.get(name);
      if (known !== undefined) return known;
      const id = add("fact", { name }, origin, made);
      shared.set(name, id);
      return id;
    },
    nothing: (origin) => add("constant", { value: null }, origin),
    compare(comparator, left, right, origin) {
      const [a, b] = [type(left), type(right)];
      const ordered = comparator !== "=" && comparator !== "≠";
      if (ordered) wants(["number", "date"], left, `\`${comparator}\``, origin);
      if (!types.join([a, b])) {
        const { zh, en } = types.describe(a);
        const what = { zh: `与${zh}比较时`, en: `a comparison with ${en}` };
        mismatch(what, types.describe(a), types.describe(b), origin);
      }
      if (a.kind === "list") mismatch("`=`", phrases.single, types.nouns.list, origin);
      checkLiteral(nodes[right], a, origin, faults);
      return add("compare", { comparator, left, right }, origin);
    },
    member(of, values, origin) {
      wants(["label", "list", "text"], of, phrases.membership, origin);
      const t = type(of);
      if (t.kind === "label" || t.kind === "list") {
        for (const v of values) checkValue(v, t.values, origin, faults);
      }
      return add("member", { of, values }, origin);
    },
    given: (of, origin) => add("given", { of }, origin),
    all: (of, origin) => add("all", { of }, origin),
    any: (of, origin) => add("any", { of }, origin),
    count: (of, origin) => add("count", { of }, origin),
    not: (of, origin) => add("not", { of }, origin),
    arithmetic(operation, of, origin) {
      for (const id of of) wants(["number"], id, `\`${operation}\``, origin);
      return add("arithmetic", { operation, of }, origin);
    },
    quotient(node, origin) {
      wants(["number"], node.dividend, "`quotient`", origin);
      wants(["number"], node.divisor, "`quotient`", origin);
      return add("quotient", node, origin);
    },
    round(node, origin) {
      wants(["number"], node.of, "`round`", origin);
      return add("round", node, origin);
    },
    size(of, origin) {
      wants(["list"], of, "`size`", origin);
      return add("size", { of }, origin);
    },
    move(node, origin) {
      wants(["date"], node.date, "`move`", origin);
      wants(["number"], node.by, "`by`", origin);
      const by = type(node.by);
      if (by.kind === "number" && by.scale > 0)
        mismatch("`by`", phrases.whole, phrases.decimals, origin);
      return add("move", node, origin);
    },
    ladder(node, made, origin) {
      wants(["number"], node.input, "`input`", origin);
      return add("ladder", node, origin, made);
    },
    choose(node, origin) {
      const made = types.join([...node.cases.map((c) => type(c.value)), type(node.otherwise)]);
      if (!made) mismatch(phrases.choice, phrases.alike, phrases.mixed, origin);
      return add("choose", node, origin);
    },
    collect: (node, origin) => add("collect", node, origin),
    aggregate(node, origin) {
      if (node.operation !== "count") wants(["number"], node.of, "`aggregate`", origin);
      return add("aggregate", node, origin);
    },
    rankCut(node, origin) {
      for (const key of node.keys) wants(["number", "text", "date"], key.of, "`by`", origin);
      return add("rankCut", node, origin);
    },
  };
}

/** A name, the same in both languages, or a phrase. */
type Word = string | Text;

const phrases = {
  single: { zh: "单个值", en: "a single value" },
  membership: { zh: "`in` 或 `contains`", en: "`in` or `contains`" },
  whole: { zh: "整数", en: "a whole number" },
  decimals: { zh: "带小数的数字", en: "a number with decimals" },
  choice: { zh: "几种情形之中取一", en: "a choice" },
  alike: { zh: "同一类型的值", en: "alternatives of one type" },
  mixed: { zh: "不同类型的值混在一起", en: "a mixture of types" },
} satisfies Record<string, Text>;

const tooMany: Text = { zh: "超过 300", en: "more than 300" };

/** Refuses a label that the compared fact can never have: the usual misspelling. */
function checkLiteral(right: Node | undefined, left: Type, origin: Origin, faults: Fault[]) {
  if (right?.op !== "constant" || typeof right.value !== "string") return;
  if (left.kind === "label") checkValue(right.value, left.values, origin, faults);
}

function checkValue(value: string, known: readonly string[], origin: Origin, faults: Fault[]) {
  if (known.includes(value)) return;
  faults.push(fault("bad-value", origin.path, { value, ...suggestion(value, known) }));
}
