import { partOutcome } from "../../kinds/reason.ts";
import type { Outcome } from "../../kinds/ruleset.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { NodeId, Value } from "../../plan/node.ts";
import type { Part, Trace } from "../../plan/plan.ts";
import type { Region } from "../diagram/region.ts";
import type { Symbols } from "../diagram/symbols.ts";
import { type Account, accountIn } from "../diagram/witness.ts";
import { type Study, traceOf } from "../study.ts";
import { tellSides } from "../tell.ts";
import { ofAccount } from "./assumed.ts";
import type { Comparing, Pair } from "./comparing.ts";
import type { DifferentRegion } from "./difference.ts";
import { asksUnknown } from "./known.ts";
import { isMarked } from "./marks.ts";
import { tellExample, tellOutcome } from "./outcome.ts";
import { sideData } from "./sides.ts";
import type { Split } from "./sums.ts";

/** A region with an account in it; that there is none; or that none was found. */
export type Located = DifferentRegion | "empty" | "not-found";

/** Finds an account in a region, and tells both. */
export function located(
  c: Comparing,
  { before, after, unit }: Pair,
  split: Split,
  s: Symbols,
  region: Region,
): Located {
  const [first, second] = c.studies;
  const found = accountIn(s, region, (account) => {
    const [a, b] = [traceOf(first, account), traceOf(second, account)];
    if (!a || !b) return false;
    // The region has for known what both share, but of what is computed an account is only tried.
    if (split.shared.some((id) => b.value(id) === null)) return false;
    const was = totalIn(first, a, split.before, before);
    return isMarked(region, was, totalIn(second, b, split.after, after));
  });
  if (typeof found === "string") return found;
  const was = outcomeIn(first, before, found.account);
  const is = outcomeIn(second, after, found.account);
  const facts = { ...first.document.facts, ...second.document.facts };
  return {
    where: tellSides(s, region.sides, facts),
    sides: region.sides.flatMap((side) => sideData(s, side, facts)),
    unknown: region.sides.some((side) => asksUnknown(s, side)),
    ...ofAccount(found.account),
    before: was,
    after: is,
    told: {
      account: tellExample(s, region.sides, found.account, facts),
      before: tellOutcome(was, before, unit),
      after: tellOutcome(is, after, unit),
    },
  };
}

/** What nodes come to in all; of one alone what it is, by name where it is undefined. */
function totalIn(
  { plan }: Study,
  trace: Trace,
  nodes: readonly NodeId[],
  part: Part | undefined,
): Value {
  const values = nodes.map((id) => trace.value(id));
  if (values.length !== 1) {
    const isOpen = values.includes(null);
    return isOpen ? null : Decimal.sum(0, ...(values as readonly Decimal[]));
  }
  const [only = null] = values;
  if (only !== null || part?.undefinedWhen === undefined) return only;
  return partOutcome(part, { plan, trace }) === undefined ? null : "undefined";
}

/** What an account comes to: `null` where it stays open; 0 points for a part that is not there. */
function outcomeIn(study: Study, part: Part | undefined, account: Account): Outcome | null {
  if (!part) return 0;
  const trace = traceOf(study, account);
  return (trace && partOutcome(part, { plan: study.plan, trace })) ?? null;
}
