import type { WrittenDocument } from "../kinds/ruleset.ts";
import type { WrittenDecision } from "../kinds/schema.ts";
import { Decimal } from "../plan/decimal.ts";
import { decimals } from "../ruleset/literals.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import type { Text } from "../ruleset/text.ts";
import { idOf } from "./names.ts";

/** A text of a file, which has one language: it stands for both. */
export const both = (text: string): Text => ({ zh: text, en: text });

/** What decisions are about; a file of another format does not say. */
export const subject = "account";

/** What a file says of itself. */
interface Head {
  readonly name: string;
  readonly title: string;
  readonly issuer?: string | undefined;
}

const notStated: Text = { zh: "未注明", en: "not stated" };

/** Puts a ruleset around what was carried over. */
export function documentOf(
  head: Head,
  facts: Readonly<Record<string, Fact>>,
  decisions: Readonly<Record<string, WrittenDecision>>,
): WrittenDocument {
  return {
    language: "1",
    id: idOf(head.name, "ruleset"),
    version: "1.0.0",
    label: both(head.name),
    source: { title: head.title, issuer: head.issuer ? both(head.issuer) : notStated },
    effective: {},
    subjects: { [subject]: { label: { zh: "客户", en: "account" } } },
    facts,
    parameters: {},
    decisions,
  };
}

/** How many decimals a number takes of which a file does not say how many it has. */
const usualScale = 4;
/** All digits of a number that is kept exactly. */
const digits = 15;

/** Makes a number fact that takes at least as many decimals as what it is compared with. */
export function numberFact(
  name: string,
  literals: readonly number[],
  range: { readonly min?: number | undefined; readonly max?: number | undefined } = {},
  least = usualScale,
): Fact {
  const { min, max } = range;
  const bounds = [min, max].filter((b) => b !== undefined);
  const scale = Math.min(12, Math.max(least, ...[...literals, ...bounds].map(decimals)));
  const widest = Number(`${"9".repeat(digits - scale)}.${"9".repeat(scale)}`);
  return {
    type: "number",
    subjects: [subject],
    label: both(name),
    unit: { zh: "个单位", en: "units" },
    scale,
    min: min ?? -widest,
    max: max ?? widest,
  };
}

/** Reads a number whose value a double keeps exactly; nothing for any other text. */
export function exactNumber(text: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) && new Decimal(text).eq(number) ? number + 0 : undefined;
}
