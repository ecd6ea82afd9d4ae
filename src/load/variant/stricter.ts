import { type Laxer, laxerAccount } from "../../analyze/stricter.ts";
import { type Study, study } from "../../analyze/study.ts";
import { tellAccount } from "../../analyze/tell.ts";
import type { WrittenDocument } from "../../kinds/ruleset.ts";
import { daysIn, settingsOn } from "../../ruleset/dates.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { reachedFrom } from "./references.ts";
import { changesIn, refuse, type Step } from "./step.ts";

type Order = readonly (string | boolean)[];

/**
 * Refuses a variant under which a decision that may only be made stricter gives a subject an earlier
 * outcome than its base does, on any day and whatever it is that was changed.
 */
export function checkStricter(step: Step): readonly Diagnostic[] {
  return Object.entries(step.before.decisions).flatMap(([name, { change }]) => {
    if (typeof change !== "object" || !("stricter" in change)) return [];
    return isTouched(name, step) ? checkOne(name, change.stricter, step) : [];
  });
}

/** Is a decision changed, or something that it rests on. */
function isTouched(name: string, step: Step): boolean {
  const at = pointer("decisions", name);
  const reached = [step.before, step.after].flatMap((d) => [
    ...reachedFrom(d, at, Number.POSITIVE_INFINITY),
  ]);
  return reached.some((place) => changesIn(step, place).length > 0);
}

function checkOne(name: string, order: Order, step: Step): readonly Diagnostic[] {
  for (const studies of studiesOf(step)) {
    // What the base leaves open has no outcome yet that a variant could be laxer than.
    if (studies && !studies[0].plan.decisions[name]) continue;
    const laxer = studies ? laxerAccount(studies, name, order) : "unproven";
    if (laxer === "none") continue;
    const isProven = studies && laxer !== "unproven";
    const words = { cause: isProven ? toldOf(name, laxer, studies[1]) : unproven(name) };
    const at = pointer("decisions", name);
    return [refuse(step, { code: "not-open", at, words, mark: `${at}/change` })];
  }
  return [];
}

/** On more days that differ than these, nothing is proven: each takes its time. */
const mostDays = 20;

/**
 * Base and variant as they are before all days, and from each day on which either changes; of days
 * too many to be looked at, nothing.
 */
function* studiesOf({ before, after }: Step): Iterable<readonly [Study, Study] | undefined> {
  const done = new Set<string>();
  for (const on of [undefined, ...daysOfBoth(before, after)]) {
    const values = [before, after].map((d) => (on ? settingsOn(d.parameters, on) : {}));
    const key = JSON.stringify(values);
    if (done.has(key)) continue;
    done.add(key);
    if (done.size > mostDays) return yield undefined;
    yield [study({ document: before }, on), study({ document: after }, on)];
  }
}

function daysOfBoth(...documents: readonly WrittenDocument[]): readonly string[] {
  return [...new Set(documents.flatMap((d) => daysIn(d.parameters)))].sort();
}

function toldOf(name: string, { account, before, after }: Laxer, { document }: Study): Text {
  const { zh, en } = tellAccount(account, document.facts);
  return {
    zh: `判定 \`${name}\` 只能改得更严，而这样改，${zh}的结果会从 \`${before}\` 变为 \`${after}\``,
    en: `the decision \`${name}\` may only be made stricter, and with ${en} it would go from \`${before}\` to \`${after}\``,
  };
}

const unproven = (name: string): Text => ({
  zh: `判定 \`${name}\` 只能改得更严，而无法证明这样改对所有对象都不会更宽`,
  en: `the decision \`${name}\` may only be made stricter, and it can't be shown that this change is laxer to nobody`,
});
