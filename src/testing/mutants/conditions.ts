import type { Comparator, NodeId, NodeOf } from "../../plan/node.ts";
import { type Change, negation, type Site } from "./change.ts";
import { phraseOf, plain, text } from "./phrase.ts";

/* Errors in conditions: another comparison, a condition left out, turned round, joined otherwise. */

/** A comparison whose edge belongs to the other side, and one that holds where it should not. */
const turned: Readonly<Record<Comparator, readonly Comparator[]>> = {
  "=": ["≠"],
  "≠": ["="],
  "<": ["≤", "≥"],
  "≤": ["<", ">"],
  ">": ["≥", "≤"],
  "≥": [">", "<"],
};

export function compare(n: NodeOf<"compare">, { plan, id }: Site): readonly Change[] {
  return turned[n.comparator].map((comparator) => ({
    node: { ...n, comparator },
    origin: n.origin,
    from: phraseOf(plan, id),
    to: text`${phraseOf(plan, n.left)} ${comparator} ${phraseOf(plan, n.right)}`,
  }));
}

export function member(n: NodeOf<"member">, { plan }: Site): readonly Change[] {
  if (n.values.length < 2) return [];
  const told = (values: readonly string[]) => text`${phraseOf(plan, n.of)} ∈ ${values.join(" | ")}`;
  return n.values.map((value) => {
    const values = n.values.filter((v) => v !== value);
    return { node: { ...n, values }, origin: n.origin, from: told(n.values), to: told(values) };
  });
}

/** Of `all`, `any` and `count`: one condition left out, or turned round. */
function eachOf(n: NodeOf<"all" | "any" | "count">, site: Site): readonly Change[] {
  const { plan } = site;
  const last = plan.nodes.length;
  return n.of.flatMap((child, i) => {
    const told = phraseOf(plan, child);
    const { origin } = plan.nodes[child] as NodeOf<"all">;
    const without = { ...n, of: n.of.filter((_, j) => j !== i) };
    const against = { ...n, of: n.of.map((c, j) => (j === i ? last : c)) };
    const [kept, gone] = [
      text`${{ zh: "有条件", en: "the condition" }} \`${told}\``,
      text`${{ zh: "没有条件", en: "no condition" }} \`${told}\``,
    ];
    const not = text`${{ zh: "非", en: "not " }}(${told})`;
    return [
      ...(n.of.length > 1 ? [{ node: without, origin, from: kept, to: gone }] : []),
      ...(isCompared(site, child)
        ? []
        : [{ node: against, more: [negation(child, site)], origin, from: told, to: not }]),
    ];
  });
}

/** A comparison is turned round where it stands. */
const isCompared = ({ plan }: Site, id: NodeId) => plan.nodes[id]?.op === "compare";

const [every, some] = [
  { zh: "全部满足", en: "all of them" },
  { zh: "满足其一", en: "any of them" },
];

export function all(n: NodeOf<"all">, site: Site): readonly Change[] {
  const swapped = { ...n, op: "any" as const };
  const swap = { node: swapped, origin: n.origin, from: every, to: some };
  return [...(n.of.length > 1 ? [swap] : []), ...eachOf(n, site)];
}

export function any(n: NodeOf<"any">, site: Site): readonly Change[] {
  const swapped = { ...n, op: "all" as const };
  const swap = { node: swapped, origin: n.origin, from: some, to: every };
  return [...(n.of.length > 1 ? [swap] : []), ...eachOf(n, site)];
}

export const count = (n: NodeOf<"count">, site: Site): readonly Change[] => eachOf(n, site);

/** Cases in their order: two neighbours swapped, one left out, the condition of one turned round. */
export function choose(n: NodeOf<"choose">, site: Site): readonly Change[] {
  const { plan } = site;
  const last = plan.nodes.length;
  return n.cases.flatMap((c, i) => {
    if (c.guard) return [];
    const [next, told] = [n.cases[i + 1], phraseOf(plan, c.when)];
    const without = { ...n, cases: n.cases.filter((_, j) => j !== i) };
    const turn = n.cases.map((d, j) => (j === i ? { ...d, when: last } : d));
    const { origin } = c;
    const name = text`\`${nameOf(origin.id)}\``;
    return [
      ...(next && !next.guard ? [swapped(n, i)] : []),
      {
        node: without,
        origin,
        from: text`${{ zh: "有", en: "the case " }}${name}`,
        to: text`${{ zh: "没有", en: "no case " }}${name}`,
      },
      ...(isCompared(site, c.when)
        ? []
        : [
            {
              node: { ...n, cases: turn },
              more: [negation(c.when, site)],
              origin,
              from: told,
              to: text`${{ zh: "非", en: "not " }}(${told})`,
            },
          ]),
    ];
  });
}

function swapped(n: NodeOf<"choose">, i: number): Change {
  const cases = [...n.cases];
  const [a, b] = [cases[i], cases[i + 1]] as [(typeof cases)[number], (typeof cases)[number]];
  cases.splice(i, 2, b, a);
  const [first, second] = [a, b].map((c) => plain(`\`${nameOf(c.origin.id)}\``)) as [Text, Text];
  const before = { zh: "先于", en: " before " };
  return {
    node: { ...n, cases },
    origin: a.origin,
    from: text`${first}${before}${second}`,
    to: text`${second}${before}${first}`,
  };
}

type Text = ReturnType<typeof plain>;

/** The last name of an id such as `visit.rows.first`. */
export const nameOf = (id: string) => id.slice(id.lastIndexOf(".") + 1);

export function collect(n: NodeOf<"collect">, { plan }: Site): readonly Change[] {
  if (n.cases.length < 2) return [];
  return n.cases.map(({ origin, when }, i) => ({
    node: { ...n, cases: n.cases.filter((_, j) => j !== i) },
    origin,
    from: text`${{ zh: "有", en: "the case " }}\`${phraseOf(plan, when)}\``,
    to: text`${{ zh: "没有", en: "no case " }}\`${phraseOf(plan, when)}\``,
  }));
}
