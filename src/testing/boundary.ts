import type { Account } from "../analyze/diagram/witness.ts";
import { valuesOf } from "../analyze/study.ts";
import type { Program } from "../execute/program.ts";
import type { Decimal } from "../plan/decimal.ts";
import type { Node } from "../plan/node.ts";
import { stepsOf } from "../plan/step.ts";
import type { Type } from "../plan/type.ts";
import { dayMoved } from "../ruleset/literals.ts";
import { type Comparing, comparing } from "./mutants/alike.ts";
import { plain } from "./mutants/phrase.ts";
import { type Cut, cutsOf, sideOf, type Threshold } from "./thresholds.ts";

/** An account at a threshold, with everything else such that the threshold decides. */
export interface BoundaryCase {
  readonly threshold: Threshold;
  readonly place: "below" | "at" | "above" | "unknown";
  readonly facts: Account;
}

/**
 * Finds accounts just below, at and just above every threshold of a decision, by the smallest step of
 * the fact that is cut, and with that fact unknown. Everything else is held where the threshold
 * decides: an edge one step off would come to something else for one of them. A threshold that decides
 * for nobody, or for which no account was found, has none.
 *
 * @param program - from `compile`
 * @param decision - the decision's name
 * @returns the accounts, each with its threshold and on which side of it the account lies
 * @throws TiercutError where there is no such decision
 * @example
 * ```ts
 * import { compile, evaluate } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { boundaryCases } from "tiercut/testing";
 *
 * const program = compile(ruleset);
 * const five = boundaryCases(program, "star").filter((c) => c.threshold.id === "star.five");
 * five.map((c) => c.place); // ["below", "at", "above", "unknown"]
 * five.map((c) => c.facts.monthlyMobileRevenue); // [49999.9999, 50000, 50000.0001, undefined]
 * ```
 */
export function boundaryCases(
  program: Program<unknown>,
  decision: string,
): readonly BoundaryCase[] {
  const compared = comparing(program as Program);
  return cutsOf(program, decision).flatMap((cut) =>
    casesAt(cut, program as Program, decision, compared),
  );
}

function casesAt(
  cut: Cut,
  program: Program,
  decision: string,
  compared: Comparing,
): readonly BoundaryCase[] {
  const { threshold } = cut;
  const { type } = program.plan.nodes[cut.input] as Node;
  const step = stepsOf(program.plan)(cut.input);
  const found = besides(cut, step).flatMap((edge) => accountFor(cut, edge, decision, compared));
  const [first] = found;
  if (!first) return [];
  const { fact } = threshold;
  if (fact === undefined) return computedCases(cut, program, found);
  const places = [...stepsAt(cut, type, step), ["unknown", undefined] as const];
  return places.map(([place, value]) => {
    const { [fact]: _, ...others } = first;
    const facts = value === undefined ? others : { ...others, [fact]: value };
    return { threshold, place, facts };
  });
}

/** The edges one step to either side. */
function besides({ edge }: Cut, step: Decimal): readonly (Decimal | string)[] {
  if (typeof edge === "string") return [dayMoved(edge, 1), dayMoved(edge, -1)];
  return [edge.plus(step), edge.minus(step)];
}

/** An account for which it makes a difference that the edge is where it is. */
function accountFor(
  cut: Cut,
  edge: Decimal | string,
  decision: string,
  compared: Comparing,
): readonly Account[] {
  const [from, to] = [plain(String(cut.edge)), plain(String(edge))];
  const key = `${cut.threshold.id} ${to.en}`;
  const { origin } = cut.moved(edge);
  const change = { node: cut.moved(edge), origin, from, to, key, site: cut.site };
  const found = compared.likeness(change, decision);
  return found.is === "different" ? [found.account] : [];
}

/** The values of a fact just below, at and just above an edge, as far as it can have them. */
function stepsAt(
  cut: Cut,
  type: Type,
  step: Decimal,
): readonly (readonly [BoundaryCase["place"], number | string])[] {
  const { edge } = cut;
  if (typeof edge === "string") {
    return [
      ["below", dayMoved(edge, -1)],
      ["at", edge],
      ["above", dayMoved(edge, 1)],
    ];
  }
  if (type.kind !== "number") return [];
  const [floor, ceiling] = [edge.div(step).floor().times(step), edge.div(step).ceil().times(step)];
  const isOn = floor.eq(edge);
  const values = [
    ["below", isOn ? edge.minus(step) : floor],
    ...(isOn ? [["at", edge] as const] : []),
    ["above", isOn ? edge.plus(step) : ceiling],
  ] as const;
  return values
    .filter(([, value]) => value.gte(type.min) && value.lte(type.max))
    .map(([place, value]) => [place, value.toNumber()] as const);
}

/** What is computed lies where it lies: each account is told by the side it is on. */
function computedCases(
  cut: Cut,
  { plan, document }: Program,
  found: readonly Account[],
): readonly BoundaryCase[] {
  const { threshold, input } = cut;
  return found.flatMap((account) => {
    const [value = null] = valuesOf({ plan, document }, [input], account) ?? [];
    return value === null ? [] : [{ threshold, place: sideOf(value, cut), facts: account }];
  });
}
