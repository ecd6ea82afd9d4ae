import { type Ruleset, written } from "../../kinds/ruleset.ts";
import { daysOf } from "../../ruleset/dates.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { listed } from "../../ruleset/phrase.ts";
import { nameOf, type Stated } from "../../ruleset/provenance.ts";
import { isObject } from "./merge.ts";
import { dateWarning } from "./messages.ts";
import { baseHas } from "./notes.ts";
import { setBy } from "./set-by.ts";

/**
 * Warns where the dates of a variant and of its base meet in a way that may not be meant: a later
 * value of the base comes into force over the variant's, or the variant's value for all days takes
 * the dated values of the base out.
 */
export function laterBaseValues(ruleset: Ruleset<unknown>): readonly Diagnostic[] {
  const { silenced = {} } = written(ruleset.document);
  const accepted = Object.values(silenced).filter((s) => s.code === "later-base-value");
  const open = laterValues(ruleset).filter(({ at }) => !accepted.some((s) => s.at === at));
  return open.map(({ warning }) => warning);
}

/** Lists those places, accepted ones too. */
export function laterValues(ruleset: Ruleset<unknown>): readonly LaterValue[] {
  if (!ruleset.chain) return [];
  return Object.keys(written(ruleset.document).parameters).flatMap((name) => [
    ...overridden(name, ruleset),
    ...overtaken(name, ruleset),
  ]);
}

export interface LaterValue {
  /** The parameter, by which the warning is silenced. */
  readonly at: string;
  readonly warning: Diagnostic;
}

/** A value for all days in place of dated ones. */
function overridden(name: string, ruleset: Ruleset<unknown>): readonly LaterValue[] {
  const at = pointer("parameters", name);
  const history = setBy(ruleset, `${at}/dated`);
  const [last, base] = [history.at(-1), history.at(-2)];
  if (last?.value !== null || !base || !isObject(base.value)) return [];
  const days = listed(Object.keys(base.value).sort());
  const words = { name, base: base.document, days };
  return [{ at, warning: warningOf(last, base, words) }];
}

/** A value of a variant that one from below in the chain follows on a later day. */
function overtaken(name: string, ruleset: Ruleset<unknown>): readonly LaterValue[] {
  const at = pointer("parameters", name);
  const parameter = written(ruleset.document).parameters[name];
  const chain = ruleset.chain?.map(nameOf) ?? [];
  const slots = parameter ? ["default", ...daysOf(parameter).map((day) => `dated/${day}`)] : [];
  const words = slots.map((slot) => setBy(ruleset, `${at}/${slot}`).at(-1));
  return slots.slice(1).flatMap((slot, i) => {
    const [own, next] = [words[i], words[i + 1]];
    if (!own || !next || chain.indexOf(own.document) <= chain.indexOf(next.document)) return [];
    const told = { name, base: next.document, next: slot.slice(6), value: String(next.value) };
    return [{ at, warning: warningOf(own, next, told) }];
  });
}

function warningOf(own: Stated, base: Stated, words: Parameters<typeof dateWarning>[2]) {
  const { document, path, value } = base;
  return {
    ...dateWarning("later-base-value", own.path, words),
    document: own.document,
    related: [baseHas({ document, path }, value)],
  };
}
