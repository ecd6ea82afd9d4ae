import type { Code } from "../../ruleset/codes.ts";
import { catalogue, type Found } from "../../ruleset/diagnostics.ts";
import type { Condition } from "../../ruleset/expression.ts";
import type { Words } from "../../ruleset/fault.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import type { Citation, Text } from "../../ruleset/text.ts";
import { type RefusalCode, refusals } from "./messages.ts";

/**
 * Why a rule was not carried over. `rule` is its index; the place is a JSON pointer into
 * `{ rules, conditions }` as they were handed in.
 */
export interface RuleRefusal extends Found<RefusalCode | Code> {
  readonly rule: number;
}

/** How a fact is used: as a yes or no, as a text, as neither for sure, or as anything. */
export interface Use {
  readonly fact: string;
  readonly as: "boolean" | "text" | "other" | "any";
  readonly path: string;
}

interface Named {
  readonly label: Text;
  readonly citation: Citation;
  readonly when: Condition;
}

/** What reading a rule needs at hand, and what it gathers on the way. */
export interface Reading {
  readonly rule: number;
  readonly decision: string;
  readonly citation: Citation;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly names: Readonly<Record<string, string>>;
  /** Named conditions as handed in. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Those the rule uses, by their name in the ruleset, and what each was called. */
  readonly named: Map<string, Named>;
  readonly called: Map<string, string>;
  readonly uses: Use[];
  readonly refusals: RuleRefusal[];
  /** From a place in the ruleset to the one it was read at. */
  readonly places: Map<string, string>;
}

/** A place: where it is read, and where in the ruleset it is written. */
export interface At {
  readonly from: string;
  readonly to: string;
  readonly depth: number;
}

/** Makes a refusal of its code. */
export const refused = /* @__PURE__ */ catalogue<RefusalCode>(refusals);

/** Refuses the rule at hand. */
export function refuse(r: Reading, code: RefusalCode, path: string, words: Words = {}) {
  r.refusals.push({ rule: r.rule, ...refused(code, path, words) });
}

/** Stands where something was refused: the rule it is in is left out. */
export const nothing: Condition = { constant: false };

/** Makes a name in camelCase of any words; nothing where they leave none. */
export function camelCase(words: string): string | undefined {
  if (isName(words)) return words;
  const [first = "", ...rest] = words.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const begin = first === first.toUpperCase() ? first.toLowerCase() : lower(first);
  const name = begin + rest.map((w) => w.slice(0, 1).toUpperCase() + w.slice(1)).join("");
  return isName(name) && !/[^\p{ASCII}]/u.test(words) ? name : undefined;
}

const lower = (word: string) => word.slice(0, 1).toLowerCase() + word.slice(1);

/** Can a ruleset call something this. */
export const isName = (name: string) =>
  /^[a-z][A-Za-z0-9]{0,63}$/.test(name) && name !== "constructor" && name !== "prototype";

/** Is this an object that is no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
