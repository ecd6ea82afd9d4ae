import type { WrittenDocument } from "../../kinds/ruleset.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { han, listed } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import { type Change, keysIn } from "./merge.ts";
import { changesIn, refuse, type Step } from "./step.ts";

type Decision = WrittenDocument["decisions"][string];

/** Refuses what a variant may not change of the decisions of its base. */
export function checkDecisions(step: Step): readonly Diagnostic[] {
  return Object.entries(step.before.decisions).flatMap(([name, before]) => {
    const path = pointer("decisions", name);
    if (changesIn(step, path).length === 0) return [];
    const after = step.after.decisions[name];
    if (!after) return takenOut(name, path, before, step);
    return [
      ...checkImplements(name, path, before, after, step),
      ...checkMark(name, path, before, after, step),
      ...checkChanges(name, path, before, step),
    ];
  });
}

function takenOut(name: string, path: string, before: Decision, step: Step): readonly Diagnostic[] {
  if (before.implements) return [breaksContract(name, before.implements, path, path, step)];
  if (before.change === undefined || before.change === "open") return [];
  const cause = {
    zh: `判定 \`${name}\` 不能删去`,
    en: `the decision \`${name}\` can't be taken out`,
  };
  return [refuse(step, { code: "not-open", at: path, words: { cause }, mark: `${path}/change` })];
}

function checkImplements(
  name: string,
  path: string,
  before: Decision,
  after: Decision,
  step: Step,
): readonly Diagnostic[] {
  if (before.implements === undefined || before.implements === after.implements) return [];
  return [breaksContract(name, before.implements, `${path}/implements`, path, step)];
}

function breaksContract(name: string, contract: string, at: string, path: string, step: Step) {
  const words = {
    name,
    contract,
    cause: {
      zh: "所依据的规则集写明了要遵守它",
      en: "the base says that it keeps it, and so must this",
    },
    mend: {
      zh: "保留这个判定和它的 `implements`",
      en: "leave the decision and its `implements` in",
    },
  };
  return refuse(step, {
    code: "contract-broken",
    at,
    words,
    against: `${path}/implements`,
  });
}

function checkMark(
  name: string,
  path: string,
  before: Decision,
  after: Decision,
  step: Step,
): readonly Diagnostic[] {
  if (!isLooser(before, after)) return [];
  const mark = `${path}/change`;
  const cause = {
    zh: `判定 \`${name}\` 的 \`change\` 只能收紧，这里却放松了`,
    en: `the \`change\` of the decision \`${name}\` can only be made tighter, and this makes it looser`,
  };
  return [refuse(step, { code: "not-open", at: mark, words: { cause }, against: mark })];
}

function isLooser({ change: before }: Decision, { change: after }: Decision): boolean {
  if (before === undefined || before === "open" || after === "fixed") return false;
  if (before === "fixed" || typeof after !== "object") return true;
  if ("parts" in before)
    return !("parts" in after) || !after.parts.every((p) => before.parts.includes(p));
  return !("stricter" in after) || String(after.stricter) !== String(before.stricter);
}

/** What a decision says of itself, and does not decide by. */
const said = ["label", "citation", "change", "implements", "monotone"];

/** One message for a decision: the first change that its mark does not allow. */
function checkChanges(
  name: string,
  path: string,
  before: Decision,
  step: Step,
): readonly Diagnostic[] {
  const { change } = before;
  if (change === undefined || change === "open") return [];
  // What it comes to is held against the base where its meaning is known.
  if (typeof change === "object" && "stricter" in change) return [];
  const allowed = change === "fixed" ? [] : change.parts;
  const changes = changesIn(step, path).filter((c) => !said.includes(keyOf(c)));
  const first = changes.find((c) => !allowed.includes(keyOf(c)));
  if (!first) return [];
  const against = first.before === undefined ? undefined : first.path;
  const words = { cause: causeOf(name, keyOf(first), allowed) };
  return [
    refuse(step, { code: "not-open", at: first.path, words, against, mark: `${path}/change` }),
  ];
}

/** The key of a decision that a change is in. */
const keyOf = (change: Change) => keysIn(change.path)[2] ?? "";

function causeOf(name: string, key: string, allowed: readonly string[]): Text {
  if (allowed.length === 0)
    return { zh: `判定 \`${name}\` 不能改`, en: `the decision \`${name}\` is fixed` };
  return {
    zh: han`判定 \`${name}\` 只有 ${listed(allowed).zh} 可以改，\`${key}\` 不可以`,
    en: `of the decision \`${name}\` only ${listed(allowed).en} may be changed, and not \`${key}\``,
  };
}
