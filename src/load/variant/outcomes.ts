import { nouns } from "../../plan/type.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { han, listed } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import { type OutcomeForm, outcomeForms, type PartForm } from "../outcome.ts";
import { keysIn } from "./merge.ts";
import { changesIn, refuse, type Step } from "./step.ts";

/** What is no longer as it was, and the names that it turns on. */
interface Changed {
  readonly cause: Text;
  readonly names?: readonly string[];
}

/** Refuses a decision that would give something else than it does in the base. */
export function checkOutcomes(step: Step): readonly Diagnostic[] {
  const [before, after] = [outcomeForms(step.before), outcomeForms(step.after)];
  return Object.entries(before).flatMap(([name, old]) => {
    const now = after[name];
    const changed = now ? changedIn(old, now) : undefined;
    if (!changed) return [];
    const { cause, names = [] } = changed;
    const against = pointer("decisions", name);
    const named = changesIn(step, against).find((c) => names.includes(keysIn(c.path).at(-1) ?? ""));
    const at = named?.path ?? against;
    return [refuse(step, { code: "outcome-changed", at, words: { name, cause }, against })];
  });
}

function changedIn(old: OutcomeForm, now: OutcomeForm): Changed | undefined {
  if (old.subject !== now.subject) return { cause: subject(old.subject, now.subject) };
  if (old.several !== now.several) return { cause: number(old.several) };
  const changes = Object.entries(old.outputs).map(([name, was]) => {
    // A single value is told by no name.
    const is = old.several ? now.outputs[name] : Object.values(now.outputs)[0];
    return is ? changedPart(was, is) : { cause: output(name), names: [name] };
  });
  return changes.find((c) => c !== undefined);
}

function changedPart(old: PartForm, now: PartForm): Changed | undefined {
  if (old.type !== now.type) return { cause: type(old, now) };
  const strange = (now.labels ?? []).filter((label) => !old.labels?.includes(label));
  if (strange.length > 0) return { cause: labels(strange, old.labels ?? []), names: strange };
  return now.undefinable && !old.undefinable ? { cause: undefinable } : undefined;
}

const type = (old: PartForm, now: PartForm): Text => ({
  zh: han`原来是${nouns[old.type].zh}，现在是${nouns[now.type].zh}`,
  en: `it was ${nouns[old.type].en}, and is ${nouns[now.type].en} now`,
});

const labels = (strange: readonly string[], known: readonly string[]): Text => ({
  zh: han`原来没有 ${listed(strange).zh}，只有 ${listed(known).zh}`,
  en: `it has no ${listed(strange).en} there, only ${listed(known).en}`,
});

const undefinable: Text = {
  zh: "现在有除数可能为零，结果会无定义",
  en: "it can be undefined now, because a divisor can be zero",
};

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
