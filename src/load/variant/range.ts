import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { type Compared, changesIn, refuse } from "./step.ts";
import { inOwnUnit } from "./unit.ts";

/** A value that the variant sets lies in the range the base declares, which it may not widen. */
export function checkRange({ name, path, after, step }: Compared): readonly Diagnostic[] {
  if (after.type !== "number") return [];
  const { min, max, default: usual, dated = {} } = after;
  const slots = Object.entries(dated).map(([day, value]) => [`dated/${day}`, value] as const);
  return [["default", usual] as const, ...slots].flatMap(([key, value]) => {
    const at = `${path}/${key}`;
    const isIn = value === undefined || (value >= min && value <= max);
    if (isIn || changesIn(step, at).length === 0) return [];
    const unit = inOwnUnit(after, value);
    const words = {
      value: String(value),
      ...phrasesOf(name, min, max),
      ...(unit ? { mend: unit } : {}),
    };
    const beside = `${path}/${value < min ? "min" : "max"}`;
    return [refuse(step, { code: "bound-broken", at, words, beside })];
  });
}

const phrasesOf = (name: string, min: number, max: number): Record<"cause" | "mend", Text> => ({
  cause: {
    zh: `参数 \`${name}\` 的取值范围是 ${min} 到 ${max}`,
    en: `the parameter \`${name}\` goes from ${min} to ${max}`,
  },
  mend: { zh: `写 ${min} 到 ${max} 之间的值`, en: `write a value from ${min} to ${max}` },
});
