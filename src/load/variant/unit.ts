import { Decimal } from "../../plan/decimal.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { Setting } from "../../ruleset/settings.ts";
import type { Text } from "../../ruleset/text.ts";

/**
 * Tells how a number is written that was likely meant in another unit: yuan in ten thousands (万元),
 * or a fraction in percent. Nothing where it would not fit in the parameter's own unit either.
 */
export function inOwnUnit(parameter: Parameter, value: Setting): Text | undefined {
  if (parameter.type !== "number" || typeof value !== "number") return undefined;
  const { min, max, unit, default: usual } = parameter;
  const fits = (n: Decimal) => n.gte(min) && n.lte(max);
  const yuan = new Decimal(value).times(10_000);
  if (unit.zh.includes("元") && fits(yuan) && isNear(yuan, usual)) {
    return {
      zh: `单位是${unit.zh}：若 ${value} 指 ${value} 万元，就写 ${yuan}`,
      en: `the unit is ${unit.en}: if ${value} is in ten thousands (万元), write ${yuan}`,
    };
  }
  const share = new Decimal(value).div(100);
  if (max > 1 || value <= 1 || !fits(share)) return undefined;
  return {
    zh: `这里要写小数：若是 ${value}%，就写 ${share}`,
    en: `this is a fraction: ${value} percent is written ${share}`,
  };
}

/** Is a number of the size of another: less than ten times as large, and more than a tenth. */
function isNear(n: Decimal, usual: number | undefined): boolean {
  if (usual === undefined || usual <= 0) return false;
  return n.lt(new Decimal(usual).times(10)) && n.times(10).gt(usual);
}
