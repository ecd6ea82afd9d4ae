import type { RulesetDocument } from "../../kinds/ruleset.ts";
import { type JsonObject, valueAt } from "../../load/variant/merge.ts";
import { writtenAt } from "../../load/variant/patch.ts";
import { above, isIn } from "../../load/variant/references.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { changesBetween } from "../diff/changes.ts";
import type { Change } from "../diff/difference.ts";
import { tellPlace } from "../words/place.ts";
import { tellValueAt } from "../words/value.ts";
import { reasons } from "./reasons.ts";
import type { Conflict, OwnChange } from "./rebased.ts";
import type { Clash, Met } from "./three.ts";

/** The rulesets that a rebase is between. */
export interface Rulesets {
  readonly before: RulesetDocument;
  readonly after: RulesetDocument;
  /** What the variant made of the base as it was. */
  readonly own: RulesetDocument;
  /** The variant as it is written. */
  readonly variant: Readonly<Record<string, unknown>>;
}

/** What there is to know, before the new document is loaded. */
export interface Findings {
  readonly conflicts: readonly Conflict[];
  readonly inherited: readonly Change[];
  readonly carried: readonly OwnChange[];
  readonly agreed: readonly OwnChange[];
}

/** Sorts the changes of both sides by what becomes of them. */
export function findingsOf(rulesets: Rulesets, met: readonly Met[]): Findings {
  const { before, after, own, variant } = rulesets;
  const clashes = met.flatMap((m) => (m.is === "clash" ? [m] : []));
  const same = met.flatMap((m) => (m.is === "agreed" ? [m.path] : []));
  const base = changesBetween(before, after);
  const ours = changesBetween(before, own).map((change) => ({
    ...change,
    written: writtenAt(variant, change.path),
  }));
  const isFree = (change: Change) => !clashes.some((c) => concerns(c, change));
  const isAgreed = (change: Change) => same.some((path) => isIn(change.path, path));
  const free = ours.filter(isFree);
  const agreed = free.filter(isAgreed);
  return {
    conflicts: clashes.map((c) => conflictOf(c, rulesets, base, ours)),
    inherited: base.filter(
      (change) => isFree(change) && !agreed.some((a) => a.path === change.path),
    ),
    carried: free.filter((change) => !isAgreed(change)),
    agreed,
  };
}

/** Is a change at the place of a clash, inside it, or around it. */
const concerns = ({ covers }: Clash, change: Change) =>
  covers.some((c) => placesOf(change).some((p) => isIn(p, c) || isIn(c, p)));

/** Where a change is, and where what it moved stood before. */
const placesOf = ({ path, how, before }: Change): readonly string[] =>
  how === "moved" && typeof before === "string" ? [path, above(path) + pointer(before)] : [path];

/** Is a place taken out by what is written for a clash. */
const isOutAt = (path: string | undefined, { rewrites }: Clash) =>
  rewrites.some((r) => r.path === path && r.value === null);

/** What stands at the place of a clash; of a parameter, all that it is set to. */
function valueIn(document: RulesetDocument, { path, covers }: Clash): unknown {
  const value = valueAt(document, path);
  const isSlots = covers.length > 1 && !covers.includes(path);
  if (!isSlots) return value;
  const { default: usual, dated } = value as JsonObject;
  return { ...(usual === undefined ? {} : { default: usual }), ...(dated ? { dated } : {}) };
}

/** The three values of a place, as they are and in words. */
function sidesOf(clash: Clash, { before, after, own }: Rulesets) {
  const { path } = clash;
  const of = <T>(tell: (document: RulesetDocument) => T) => ({
    before: tell(before),
    base: tell(after),
    variant: tell(own),
  });
  return {
    values: of((document) => valueIn(document, clash)),
    told: of((document) => tellValueAt(path, valueAt(document, path), document)),
  };
}

function conflictOf(
  clash: Clash,
  rulesets: Rulesets,
  base: readonly Change[],
  ours: readonly Change[],
): Conflict {
  const { path, reason, rewrites, movedTo, day } = clash;
  const { before, after, own, variant } = rulesets;
  const written = writtenAt(variant, path);
  const isHere = (change: Change) => concerns(clash, change);
  return {
    path,
    written,
    reason,
    ...tellPlace(
      path,
      [own, after, before].find((r) => valueAt(r, path) !== undefined),
    ),
    ...reasons[reason]({ at: written, day, movedTo, isOut: isOutAt(movedTo, clash) }),
    ...sidesOf(clash, rulesets),
    base: base.filter(isHere),
    variant: ours.filter(isHere),
    apart: reason === "both-added" ? changesBetween(after, own).filter(isHere) : [],
    writtenOut: rewrites.length > 0,
    movedTo,
  };
}
