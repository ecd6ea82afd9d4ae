import type { Arbitrary } from "fast-check";
import { nodesUnder } from "../../analyze/study.ts";
import type { Program } from "../../execute/program.ts";
import type { Node, NodeId, NodeOf } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import { cutsOf } from "../thresholds.ts";
import { type FastCheck, valuesFor } from "./value.ts";

type Facts<S> = S extends { facts: infer F } ? F : never;

/** Generators of what a program decides on. */
export interface Arbitraries<S> {
  /** One subject; about one fact in six is unknown. It shrinks towards fewer facts. */
  account<N extends keyof Facts<S> & string>(subject: N): Arbitrary<Facts<S>[N]>;
  /** Subjects of one kind with ties, in few and tiny partitions; each has texts of its own for ids. */
  population<N extends keyof Facts<S> & string>(
    subject: N,
    size?: { readonly minLength?: number; readonly maxLength?: number },
  ): Arbitrary<Facts<S>[N][]>;
}

/**
 * Derives generators for fast-check from a ruleset: accounts drawn towards its thresholds (on each,
 * and one step of the fact beside it), and populations in which subjects tie and partitions are tiny.
 *
 * @param program - from `compile`
 * @param fc - fast-check, as you import it
 * @returns the generators; every fact they draw is one that the ruleset takes
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { compile, evaluate } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { arbitrariesOf } from "tiercut/testing";
 *
 * const program = compile(ruleset);
 * const { account } = arbitrariesOf(program, fc);
 * const stays = fc.property(account("account"), (facts) => {
 *   const again = { ...facts };
 *   return evaluate(program, "star", facts).outcome === evaluate(program, "star", again).outcome;
 * });
 * fc.assert(stays);
 * ```
 */
export function arbitrariesOf<S>(program: Program<S>, fc: FastCheck): Arbitraries<S> {
  const edges = edgesOf(program);
  const factsOf = (subject: string) => Object.entries(program.facts[subject] ?? {});
  const account = (subject: string): Arbitrary<Readonly<Record<string, unknown>>> => {
    const values = factsOf(subject).map(([name, fact]) => {
      const value = valuesFor(fc, fact, [...(edges.get(name) ?? [])]);
      return [name, fc.option(value, { nil: undefined, freq: 6 })] as const;
    });
    return fc.record(Object.fromEntries(values)).map(known);
  };
  const { partitions, keys } = rolesIn(program.plan);
  const population = (subject: string, size = {}) => {
    const names = factsOf(subject).map(([name]) => name);
    const own = factsOf(subject).flatMap(([name, { type }]) =>
      type === "text" && keys.has(name) && !partitions.has(name) ? [name] : [],
    );
    const few = fc.array(account(subject), { minLength: 1, maxLength: 4 });
    return few.chain((pool) =>
      fc
        .array(fc.tuple(fc.constantFrom(...pool), fc.constantFrom(...pool)), {
          maxLength: 12,
          ...size,
        })
        .map((drawn) =>
          drawn.map(([first, second], i) => ({
            ...first,
            ...taken(
              second,
              names.filter((n) => partitions.has(n)),
            ),
            ...Object.fromEntries(own.map((name) => [name, `${name}${i + 1}`])),
          })),
        ),
    );
  };
  return { account, population } as unknown as Arbitraries<S>;
}

/** What is unknown is left out, so that an account is read at a glance. */
const known = (facts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const taken = (from: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((n) => (n in from ? [[n, from[n]]] : [])));

/** Where the rules cut each fact: thresholds, and the texts they name. */
function edgesOf(program: Program<unknown>): ReadonlyMap<string, ReadonlySet<number | string>> {
  const found = new Map<string, Set<number | string>>();
  const add = (fact: string, edge: number | string) =>
    found.set(fact, (found.get(fact) ?? new Set()).add(edge));
  for (const decision of Object.keys(program.plan.decisions)) {
    for (const { threshold } of cutsOf(program, decision)) {
      if (threshold.fact !== undefined) add(threshold.fact, threshold.value);
    }
  }
  for (const [fact, text] of textsIn(program.plan)) add(fact, text);
  return found;
}

/** The texts that rules look for in a fact. */
function textsIn({ nodes }: Plan): readonly (readonly [fact: string, text: string])[] {
  const isText = (node: Node | undefined): node is NodeOf<"fact"> =>
    node?.op === "fact" && node.type.kind === "text";
  return nodes.flatMap((n) => {
    const of = n.op === "compare" ? nodes[n.left] : n.op === "member" ? nodes[n.of] : undefined;
    if (!isText(of)) return [];
    if (n.op === "member") return n.values.map((value) => [of.name, value] as const);
    const to = n.op === "compare" ? nodes[n.right] : undefined;
    return to?.op === "constant" ? [[of.name, String(to.value)] as const] : [];
  });
}

/** The facts that tell partitions apart, and those that put subjects in order. */
function rolesIn(plan: Plan) {
  const [partitions, keys] = [new Set<string>(), new Set<string>()];
  for (const node of plan.nodes) {
    if (node.op !== "aggregate" && node.op !== "rankCut") continue;
    for (const name of factsUnder(plan, node.by)) partitions.add(name);
    if (node.op === "rankCut") {
      for (const name of factsUnder(
        plan,
        node.keys.map((k) => k.of),
      ))
        keys.add(name);
    }
  }
  return { partitions, keys };
}

const factsUnder = (plan: Plan, roots: readonly NodeId[]): readonly string[] =>
  [...nodesUnder(plan, roots)].flatMap((id) => {
    const node = plan.nodes[id] as Node;
    return node.op === "fact" ? [node.name] : [];
  });
