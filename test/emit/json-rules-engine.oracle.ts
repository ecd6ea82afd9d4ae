import { type Account, facts, type Tree } from "./json-rules-engine.arbitraries.ts";

/*
 * What a rule must come to, worked out twice over: as json-rules-engine has it, with two truth
 * values, and as a ruleset has it, with three. Nothing of either is used.
 */

/** `null` is unknown. */
export type Truth = boolean | null;

/** What a comparison comes to for one of the two. */
export type Leaf = (test: Tree, account: Account) => Truth;

export type Named = Readonly<Record<string, Tree>>;

/** The condition that stands at a place: a named one under its name. */
export function standing(tree: Tree, named: Named): Tree {
  return "condition" in tree ? standing(named[tree.condition as string] as Tree, named) : tree;
}

/** What a condition comes to. */
export function truth(tree: Tree, leaf: Leaf, account: Account, named: Named): Truth {
  const of = standing(tree, named);
  const each = (all: unknown) => (all as Tree[]).map((t) => truth(t, leaf, account, named));
  if (of.all) return settle(each(of.all), false);
  if (of.any) return settle(each(of.any), true);
  if (!of.not) return leaf(of, account);
  const inside = truth(of.not as Tree, leaf, account, named);
  return inside === null ? null : !inside;
}

function settle(of: readonly Truth[], settling: boolean): Truth {
  if (of.includes(settling)) return settling;
  return of.includes(null) ? null : !settling;
}

const factOf = (test: Tree, account: Account) =>
  account[facts.find((f) => f.fact === test.fact && f.path === test.path)?.name ?? ""];
const comparedWith = ({ value }: Tree, account: Account) =>
  typeof value === "object" && value !== null && "fact" in value
    ? factOf(value as Tree, account)
    : value;

type Holds = (a: never, b: never) => boolean;
const holds: Readonly<Record<string, Holds>> = {
  equal: (a, b) => a === b,
  notEqual: (a, b) => a !== b,
  lessThan: (a, b) => a < b,
  lessThanInclusive: (a, b) => a <= b,
  greaterThan: (a, b) => a > b,
  greaterThanInclusive: (a, b) => a >= b,
  in: (a, b: never[]) => b.includes(a),
  notIn: (a, b: never[]) => !b.includes(a),
  contains: (a: never[], b) => a.includes(b),
  doesNotContain: (a: never[], b) => !a.includes(b),
};

/** Takes `not:` off an operator: which one it is, and whether it is turned round. */
function plain(test: Tree): { readonly operator: string; readonly turned: boolean } {
  const parts = String(test.operator).split(":");
  return { operator: parts.at(-1) ?? "", turned: parts.length % 2 === 0 };
}

/**
 * As json-rules-engine documents it: an ordering holds of nothing that does not begin with a number,
 * a containment of nothing but a list; what is absent is `undefined`, a value like any other.
 */
export const engineLeaf: Leaf = (test, account) => {
  const { operator, turned } = plain(test);
  const [a, b] = [factOf(test, account), comparedWith(test, account)];
  const isOrder = operator.includes("Than");
  const isContainment = operator === "contains" || operator === "doesNotContain";
  const isFit =
    (!isOrder || !Number.isNaN(Number.parseFloat(a as string))) &&
    (!isContainment || Array.isArray(a));
  return (isFit && (holds[operator] as Holds)(a as never, b as never)) !== turned;
};

const isUnknown = (value: unknown) =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** As a ruleset has it: what is unknown leaves a comparison open, and `null` asks whether it is. */
export const rulesetLeaf: Leaf = (test, account) => {
  const { operator, turned } = plain(test);
  const [a, b] = [factOf(test, account), comparedWith(test, account)];
  if (test.value === null) return (isUnknown(a) === (operator === "equal")) !== turned;
  if (isUnknown(a) || isUnknown(b)) return null;
  return (holds[operator] as Holds)(a as never, b as never) !== turned;
};

/** The facts that a condition speaks of. */
export function factsIn(tree: Tree, named: Named): ReadonlySet<string> {
  const of = standing(tree, named);
  const inside = [of.all, of.any, of.not].flat().filter((t) => t !== undefined) as Tree[];
  if (inside.length > 0) return new Set(inside.flatMap((t) => [...factsIn(t, named)]));
  const spoken = [of, of.value as Tree].filter((t) => t && typeof t === "object" && "fact" in t);
  return new Set(
    spoken.map((t) => facts.find((f) => f.fact === t.fact && f.path === t.path)?.name ?? ""),
  );
}

/** What a rule looks like without its values: its groups, and for each test how and with what. */
export function shapeOf(tree: Tree, named: Named): string {
  const level = tree.priority ? `^${tree.priority}` : "";
  if ("condition" in tree) return `@${shapeOf(standing(tree, named), named)}${level}`;
  const each = (all: unknown) => (all as Tree[]).map((t) => shapeOf(t, named)).join(",");
  if (tree.all) return `all(${each(tree.all)})${level}`;
  if (tree.any) return `any(${each(tree.any)})${level}`;
  if (tree.not) return `not(${shapeOf(tree.not as Tree, named)})${level}`;
  const { value } = tree;
  const type = facts.find((f) => f.fact === tree.fact && f.path === tree.path)?.type;
  const other = typeof value === "object" && value !== null && "fact" in value;
  const what = Array.isArray(value) ? `[${value.length}]` : other ? "fact" : String(value === null);
  return `${type} ${tree.operator} ${what}${level}`;
}
