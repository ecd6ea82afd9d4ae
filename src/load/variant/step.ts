import type { WrittenDocument } from "../../kinds/ruleset.ts";
import { canonical } from "../../ruleset/canonical.ts";
import type { VariantCode } from "../../ruleset/codes.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Words } from "../../ruleset/fault.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import { placesTo } from "./history.ts";
import { type Change, valueAt } from "./merge.ts";
import { variantFault } from "./messages.ts";
import { baseHas, foundAt, markedAt, type Related } from "./notes.ts";
import { reachedFrom } from "./references.ts";
import { baseOf, inBase, inVariant, placeOf, type Scene } from "./scene.ts";

/** One variant of a chain against what it is built on: both sound in form. */
export interface Step extends Scene {
  readonly before: WrittenDocument;
  readonly after: WrittenDocument;
}

/** Reads a scene as a step between two documents whose form is known to be sound. */
export const stepOf = (scene: Scene): Step => ({
  ...scene,
  before: scene.below.merged as unknown as WrittenDocument,
  after: scene.layer.merged as unknown as WrittenDocument,
});

/** One parameter as the base has it, and as the variant makes it. */
export interface Compared {
  readonly name: string;
  readonly path: string;
  readonly before: Parameter;
  readonly after: Parameter;
  readonly step: Step;
}

/** The changes at a place or inside it that come to another value than there was. */
export const changesIn = ({ changes }: Step, path: string): readonly Change[] =>
  (changes.inside.get(path) ?? []).filter(isChange);

const isChange = ({ value, before }: Change) =>
  before === undefined ? value !== null : canonical(value) !== canonical(before);

/** What a refusal is about: the changed place, and what else to show. */
interface Refusal {
  readonly code: VariantCode;
  /** Where the variant's change is, in the resolved document. */
  readonly at: string;
  readonly words: Words;
  /** A place of the base to show with the value it has there. */
  readonly against?: string | undefined;
  /** A place of the resolved document to show beside it. */
  readonly beside?: string | undefined;
  /** The place of the mark that is broken. */
  readonly mark?: string | undefined;
}

/** Refuses a change, and shows both places. */
export function refuse(
  step: Step,
  { code, at, words, against, beside, mark }: Refusal,
): Diagnostic {
  const { resolved, level, before } = step;
  const related: Related[] = [
    ...(against === undefined ? [] : [baseHas(inBase(step, against), valueAt(before, against))]),
    ...(beside === undefined ? [] : [foundAt(placeOf(resolved, beside, level))]),
    ...(mark === undefined ? [] : [markedAt(inBase(step, mark))]),
  ];
  const found = variantFault(code, "", { base: baseOf(step), ...words });
  const place = inVariant(step, changedAt(step, at));
  return { ...found, ...place, ...(related.length > 0 ? { related } : {}) };
}

/** A place that the variant changes: this one, what is inside it, or what it rests on. */
function changedAt({ changes, after }: Step, at: string): string {
  if (placesTo(at).some((place) => changes.at.has(place))) return at;
  const reached = () => [...reachedFrom(after, at, Number.POSITIVE_INFINITY)];
  const inside = changes.inside.get(at) ?? reached().flatMap((p) => changes.inside.get(p) ?? []);
  return (inside.find((c) => c.value !== null) ?? inside[0])?.path ?? at;
}
