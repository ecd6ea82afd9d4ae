import type { Outcome } from "../../kinds/ruleset.ts";
import { outcomeOf } from "../../kinds/told.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Part } from "../../plan/plan.ts";
import type { Text } from "../../ruleset/text.ts";
import { sameSense } from "../diagram/compare.ts";
import { given, type Meaning, meaningOf } from "../diagram/meaning.ts";
import { type Region, type Regions, regionsOf } from "../diagram/region.ts";
import { type Ref, TooMany } from "../diagram/space.ts";
import { type Sense, type Symbols, symbolsOf } from "../diagram/symbols.ts";
import { type Account, accountIn } from "../diagram/witness.ts";
import { type Study, valuesOf } from "../study.ts";
import { tellSides } from "../tell.ts";
import type { Alike } from "./alike.ts";
import type { DifferentRegion, OutputDifference } from "./difference.ts";
import { asksUnknown, partByKnown } from "./known.ts";
import { tellExample, tellOutcome } from "./outcome.ts";
import { sideData } from "./sides.ts";

/** One value of a decision in both rulesets. */
export interface Pair {
  readonly name: string;
  readonly role: OutputDifference["role"];
  readonly before: Part;
  readonly after: Part;
  /** What it is counted in where neither says so itself: points. */
  readonly unit?: Text | undefined;
}

/** How two rulesets are compared: how many boxes are listed, and how many steps are spent. */
export interface Bounds {
  readonly regions: number;
  readonly steps: number;
  /** Tells without any work that two values are made alike. */
  readonly alike: Alike;
}

/** Finds where one value of a decision differs; nothing where it is the same for every account. */
export function outputDifference(
  studies: readonly [Study, Study],
  compared: Pair,
  bounds: Bounds,
): OutputDifference | undefined {
  const { name, role, before, after } = compared;
  if (bounds.alike(before.node, after.node)) return undefined;
  const { label, citation, path } = after.origin;
  const head = { name, label, role, citation, path };
  try {
    return differing(studies, compared, bounds, head);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { ...head, regions: [], complete: false, why: tooMany };
  }
}

type Head = Pick<OutputDifference, "name" | "label" | "role" | "citation" | "path">;

function differing(
  studies: readonly [Study, Study],
  compared: Pair,
  bounds: Bounds,
  head: Head,
): OutputDifference | undefined {
  const s = symbolsOf(
    studies.map((x) => x.plan),
    bounds.steps,
  );
  const [a, b] = studies.map(({ plan }) => meaningOf(plan, s)) as [Meaning, Meaning];
  const marked = markDifferences(s, a(compared.before.node), b(compared.after.node));
  if (marked === s.yes) return undefined;
  const { regions, complete } = differentRegions(s, marked, bounds.regions);
  const found = regions.map((region) => located(studies, compared, s, region));
  const listed = found.flatMap((f) => (typeof f === "string" ? [] : [f]));
  if (complete && found.every((f) => f === "empty")) return undefined;
  const open = found.filter((f) => f === "population" || f === "not-found");
  const why = reasonOf(complete, open, listed.length);
  return { ...head, regions: listed, complete: why === undefined, why };
}

/** First the regions of accounts with all their facts known, then the others. */
function differentRegions(s: Symbols, marked: Ref, most: number): Regions {
  const { known, open } = partByKnown(s, marked);
  const [first, rest] = [known, open].map((ref) =>
    regionsOf(s, ref, (leaf) => leaf.is === "mark", most),
  ) as [Regions, Regions];
  return {
    regions: [...first.regions, ...rest.regions],
    complete: first.complete && rest.complete,
  };
}

/** Yes where two functions come to the same; elsewhere a mark that holds both. */
function markDifferences(s: Symbols, before: Ref, after: Ref): Ref {
  return s.space.lift([before, after], ([x, y]) => {
    const [a, b] = [x as Sense, y as Sense];
    if (a.key === b.key) return s.yes;
    const mark = s.space.leaf({ is: "mark", key: markKey(a, b), of: [a, b] });
    const parts = [given(s, a), given(s, b), sameSense(s, a, b)];
    return s.space.lift(parts, ([p, q, same]) => {
      const [isGiven, alsoGiven, alike] = [p, q, same].map((leaf) => truthOf(leaf as Sense));
      if (!isGiven && !alsoGiven) return s.yes;
      return isGiven && alsoGiven && alike === true ? s.yes : mark;
    });
  });
}

const truthOf = (leaf: Sense) => (leaf.is === "value" ? leaf.value : null);

/** Numbers that differ by the same lie in one region. */
function markKey(a: Sense, b: Sense): string {
  const [x, y] = [truthOf(a), truthOf(b)];
  if (x instanceof Decimal && y instanceof Decimal) return `mark by ${y.minus(x)}`;
  return `mark ${a.key} → ${b.key}`;
}

type Located = DifferentRegion | "empty" | "not-found" | "population";

function located(
  studies: readonly [Study, Study],
  { before, after, unit }: Pair,
  s: Symbols,
  region: Region,
): Located {
  if (region.sides.some(({ axis }) => isOfPopulation(s, axis.index))) return "population";
  const [first, second] = studies;
  const both = (account: Account) => [
    outcomeIn(first, before, account),
    outcomeIn(second, after, account),
  ];
  const found = accountIn(s, region, (account) => {
    const [a, b] = both(account);
    return a !== undefined && b !== undefined && isMarked(region, a, b);
  });
  if (typeof found === "string") return found;
  const { account } = found;
  const [was = null, is = null] = both(account);
  const facts = { ...first.document.facts, ...second.document.facts };
  return {
    where: tellSides(s, region.sides, facts),
    sides: region.sides.flatMap((side) => sideData(s, side)),
    unknown: region.sides.some((side) => asksUnknown(s, side)),
    account,
    before: was,
    after: is,
    told: {
      account: tellExample(s, region.sides, account, facts),
      before: tellOutcome(was, before, unit),
      after: tellOutcome(is, after, unit),
    },
  };
}

/** Do two outcomes differ, and in the way of the region: as far as that is known of all of it. */
function isMarked({ leaf, sides }: Region, before: Outcome | null, after: Outcome | null): boolean {
  if (JSON.stringify(before) === JSON.stringify(after) || leaf.is !== "mark") return false;
  const [a, b] = leaf.of;
  const [x, y] = [truthOf(a), truthOf(b)];
  if (x instanceof Decimal && y instanceof Decimal) {
    const numbers = typeof before === "number" && typeof after === "number";
    return numbers && y.minus(x).eq(new Decimal(after).minus(before));
  }
  return fits(a, before, sides) && fits(b, after, sides);
}

/** A number is unknown exactly where something is that it is computed of. */
function fits(sense: Sense, outcome: Outcome | null, sides: Region["sides"]): boolean {
  if (sense.is === "value")
    return JSON.stringify(outcomeOf(sense.value) ?? null) === JSON.stringify(outcome);
  if (sense.is !== "term") return outcome !== null;
  const own = sense.term.form.weights.map(([atom]) => atom.axis);
  const asked = sides.filter((side) => own.includes(side.axis));
  if (asked.some((side) => side.unknown && side.intervals.length === 0)) return outcome === null;
  return outcome !== null || asked.some((side) => side.unknown);
}

/** What an account comes to: `null` where it stays open, nothing where it can't be handed in. */
function outcomeIn(study: Study, part: Part, account: Account): Outcome | null | undefined {
  const values = valuesOf(study, [part.node], account);
  if (!values) return undefined;
  const [value = null] = values;
  return outcomeOf(value) ?? null;
}

function isOfPopulation(s: Symbols, axis: number): boolean {
  const stands = s.axes.get(axis);
  return stands?.is === "computed" && /\b(?:aggregate|cut) /.test(stands.key);
}

const tooMany: Text = {
  zh: "情形过多，未能全部列出",
  en: "there are too many cases to list them all",
};
const population: Text = {
  zh: "还取决于同一总体中的其他客户，不能按单个客户列出",
  en: "it also rests on the other accounts of the population, and can't be listed account by account",
};
const unconfirmed: Text = {
  zh: "有的区域取决于算出的数值，未能找到实例",
  en: "some regions rest on computed values, and no account was found in them",
};

function reasonOf(complete: boolean, open: readonly string[], listed: number): Text | undefined {
  if (open.includes("population")) return population;
  if (!complete)
    return { zh: `${tooMany.zh}（已列 ${listed} 处）`, en: `${tooMany.en} (${listed} are)` };
  return open.length > 0 ? unconfirmed : undefined;
}
