import { nouns } from "../../plan/type.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { han, listed } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import { type OutcomeForm, outcomeForms, type PartForm } from "../outcome.ts";
import { refuse, type Step } from "./step.ts";

/** Refuses a decision that would give something else than it does in the base. */
export function checkOutcomes(step: Step): readonly Diagnostic[] {
  const [before, after] = [outcomeForms(step.before), outcomeForms(step.after)];
  return Object.entries(before).flatMap(([name, old]) => {
    const now = after[name];
    const cause = now ? causeOf(old, now) : undefined;
    if (!cause) return [];
    const at = pointer("decisions", name);
    return [refuse(step, { code: "outcome-changed", at, words: { name, cause }, against: at })];
  });
}

function causeOf(old: OutcomeForm, now: OutcomeForm): Text | undefined {
  if (old.subject !== now.subject) return subject(old.subject, now.subject);
  if (old.several !== now.several) return number(old.several);
  const causes = Object.entries(old.outputs).map(([name, was]) => {
    // A single value is told by no name.
    const is = old.several ? now.outputs[name] : Object.values(now.outputs)[0];
    return is ? partCause(was, is) : output(name);
  });
  return causes.find((c) => c !== undefined);
}

function partCause(old: PartForm, now: PartForm): Text | undefined {
  if (old.type !== now.type) {
    return {
      zh: han`原来是${nouns[old.type].zh}，现在是${nouns[now.type].zh}`,
      en: `it was ${nouns[old.type].en}, and is ${nouns[now.type].en} now`,
    };
  }
  const strange = (now.labels ?? []).filter((label) => !old.labels?.includes(label));
  if (strange.length > 0) {
    return {
      zh: han`原来没有 ${listed(strange).zh}，只有 ${listed(old.labels ?? []).zh}`,
      en: `it has no ${listed(strange).en} there, only ${listed(old.labels ?? []).en}`,
    };
  }
  if (!now.undefinable || old.undefinable) return undefined;
  return {
    zh: "现在有除数可能为零，结果会无定义",
    en: "it can be undefined now, because a divisor can be zero",
  };
}

const subject = (old: string, now: string): Text => ({
  zh: `原来说的是 \`${old}\`，现在说的是 \`${now}\``,
  en: `it was about \`${old}\`, and is about \`${now}\` now`,
});

const number = (several: boolean): Text =>
  several
    ? { zh: "原来给出几项，现在只给出一项", en: "it gave several values, and gives one now" }
    : { zh: "原来只给出一项，现在给出几项", en: "it gave one value, and gives several now" };

const output = (name: string): Text => ({
  zh: `原来给出的 \`${name}\` 没有了`,
  en: `\`${name}\`, which it gave, is gone`,
});
