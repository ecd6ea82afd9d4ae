import type { RulesetDocument } from "../kinds/ruleset.ts";
import type { Found } from "../ruleset/diagnostics.ts";
import type { Words } from "../ruleset/fault.ts";
import type { Element } from "./xml/element.ts";

/**
 * What of a file could not be carried over, as data: the place as an XPath and a line, the reason,
 * and what to do. An `error` says that what stands there was left out; a `warning`, that it was
 * carried over with the difference told.
 */
export type Refusal<C extends string = string> = Found<C>;

/** What reading a file gave. */
export interface FileRead<C extends string = string> {
  /** The ruleset, to load with `loadRuleset`; absent where nothing could be carried over. */
  readonly document?: RulesetDocument;
  /** What could not be carried over, in the order of the file; nothing is dropped without one. */
  readonly refusals: readonly Refusal<C>[];
}

/** Refuses something that stands in an element. */
export type Refuse<C extends string> = (code: C, element: Element, words?: Words) => void;

/** Makes the function that collects refusals. */
export function collector<C extends string>(
  make: (code: C, path: string, words?: Words) => Found<C>,
) {
  const refusals: Refusal<C>[] = [];
  const refuse: Refuse<C> = (code, element, words) => {
    refusals.push({ ...make(code, element.path, words), at: element.at });
  };
  return { refusals, refuse };
}

/** Sorts refusals by their place in the file, and tells each once. */
export function once<C extends string>(refusals: readonly Refusal<C>[]): readonly Refusal<C>[] {
  const place = ({ at }: Refusal) => [at?.line ?? 0, at?.column ?? 0] as const;
  const told = new Map(refusals.map((r) => [`${r.code} ${r.path} ${r.message.en}`, r]));
  return [...told.values()].sort((a, b) => {
    const [[line, column], [otherLine, otherColumn]] = [place(a), place(b)];
    return line - otherLine || column - otherColumn;
  });
}
