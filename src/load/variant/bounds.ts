import { Decimal } from "../../plan/decimal.ts";
import { daysIn, slotOn } from "../../ruleset/dates.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { han, listed } from "../../ruleset/phrase.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { Setting } from "../../ruleset/settings.ts";
import type { Text } from "../../ruleset/text.ts";
import { type Compared, changesIn, refuse } from "./step.ts";
import { inOwnUnit } from "./unit.ts";

/** Why a value is out of bounds, and how to mend it. */
export interface Breach {
  readonly cause: Text;
  readonly mend: Text;
}

/** The bounds of a mark, whatever the type of the parameter. */
interface Bounds {
  readonly atLeast?: Setting | undefined;
  readonly atMost?: Setting | undefined;
  readonly step?: number | undefined;
  readonly oneOf?: readonly Setting[] | undefined;
  readonly stricter?: "higher" | "lower" | readonly string[] | undefined;
}

const boundsOf = ({ change }: Parameter): Bounds => (typeof change === "object" ? change : {});

type Check = (name: string, bound: never, value: Setting) => Breach | undefined;

/** One check for each bound on a single value. */
const checks = {
  atLeast: (name: string, least: Setting, value: Setting) =>
    value >= least
      ? undefined
      : {
          cause: {
            zh: `参数 \`${name}\` 不得低于 ${least}`,
            en: `the parameter \`${name}\` may not be below ${least}`,
          },
          mend: { zh: `写 ${least} 或更高的值`, en: `write ${least} or more` },
        },
  atMost: (name: string, most: Setting, value: Setting) =>
    value <= most
      ? undefined
      : {
          cause: {
            zh: `参数 \`${name}\` 不得高于 ${most}`,
            en: `the parameter \`${name}\` may not be above ${most}`,
          },
          mend: { zh: `写 ${most} 或更低的值`, en: `write ${most} or less` },
        },
  step: (name: string, step: number, value: Setting) =>
    new Decimal(value).mod(step).isZero()
      ? undefined
      : {
          cause: {
            zh: `参数 \`${name}\` 应为 ${step} 的整数倍`,
            en: `the parameter \`${name}\` has to be a whole multiple of ${step}`,
          },
          mend: stepMend(step, value),
        },
  oneOf: (name: string, allowed: readonly Setting[], value: Setting) =>
    allowed.includes(value)
      ? undefined
      : {
          cause: {
            zh: han`参数 \`${name}\` 只能是 ${listed(allowed.map(String)).zh} 之一`,
            en: `the parameter \`${name}\` has to be one of ${listed(allowed.map(String)).en}`,
          },
          mend: { zh: "改写为其中之一", en: "write one of them" },
        },
} satisfies Readonly<Record<string, Check>>;

function stepMend(step: number, value: Setting): Text {
  const below = new Decimal(value).div(step).floor().times(step);
  const [a, b] = [below.toString(), below.plus(step).toString()];
  return { zh: `写 ${a} 或 ${b}`, en: `write ${a} or ${b}` };
}

/** Finds the bound of a base's parameter that a value breaks. */
export function breachOf(name: string, base: Parameter, value: Setting): Breach | undefined {
  const bounds = boundsOf(base);
  const names = ["atLeast", "atMost", "step", "oneOf"] as const;
  for (const key of names) {
    const bound = bounds[key];
    const check = checks[key] as (n: string, b: unknown, v: Setting) => Breach | undefined;
    const breach = bound === undefined ? undefined : check(name, bound, value);
    if (breach) return { ...breach, mend: inOwnUnit(base, value) ?? breach.mend };
  }
  return undefined;
}

/** Only in one direction: on every day the value is at least as strict as the base's of that day. */
export function directionBreaches(compared: Compared): readonly Diagnostic[] {
  const { name, path, before, after, step } = compared;
  const { stricter } = boundsOf(before);
  if (stricter === undefined) return [];
  const days = [undefined, ...daysIn({ before, after })];
  for (const day of days) {
    const [old, now] = [slotOn(before, day), slotOn(after, day)];
    if (!old || !now || old.value === now.value || isStricter(now.value, old.value, stricter))
      continue;
    const words = { value: String(now.value), ...direction(name, old.value, stricter) };
    const [own, against] = [`${path}/${now.key}`, `${path}/${old.key}`];
    // A day taken out is what is wrong where the value that goes on instead is the base's.
    const at = [own, against].find((p) => changesIn(step, p).length > 0) ?? own;
    const mark = `${path}/change`;
    return [refuse(step, { code: "bound-broken", at, words, against, mark })];
  }
  return [];
}

type Direction = NonNullable<Bounds["stricter"]>;

function isStricter(now: Setting, old: Setting, direction: Direction): boolean {
  if (direction === "higher") return now > old;
  if (direction === "lower") return now < old;
  return (
    direction.indexOf(String(now)) > direction.indexOf(String(old)) &&
    direction.includes(String(old))
  );
}

function direction(name: string, old: Setting, stricter: Direction): Breach {
  if (typeof stricter === "string") return byNumber[stricter](name, old);
  const left = stricter.slice(stricter.indexOf(String(old)) + 1);
  return {
    cause: {
      zh: `参数 \`${name}\` 只能改得更严，原为 \`${old}\``,
      en: `the parameter \`${name}\` may only be made stricter, and the base has \`${old}\``,
    },
    mend: {
      zh: han`更严的解读有：${listed(left).zh}`,
      en: `the stricter readings are: ${listed(left).en}`,
    },
  };
}

const byNumber = {
  higher: (name: string, old: Setting): Breach => ({
    cause: {
      zh: `参数 \`${name}\` 只能改得更严，即不低于原来的 ${old}`,
      en: `the parameter \`${name}\` may only be made stricter, which is not below the base's ${old}`,
    },
    mend: { zh: `写 ${old} 或更高的值`, en: `write ${old} or more` },
  }),
  lower: (name: string, old: Setting): Breach => ({
    cause: {
      zh: `参数 \`${name}\` 只能改得更严，即不高于原来的 ${old}`,
      en: `the parameter \`${name}\` may only be made stricter, which is not above the base's ${old}`,
    },
    mend: { zh: `写 ${old} 或更低的值`, en: `write ${old} or less` },
  }),
};

/** Does a variant leave its own variants more room than its base leaves it. */
export function isLooser(before: Parameter, after: Parameter): boolean {
  if (before.change === undefined || before.change === "open" || after.change === "fixed")
    return false;
  if (before.change === "fixed" || typeof after.change !== "object") return true;
  const [old, now] = [boundsOf(before), boundsOf(after)];
  return [
    old.atLeast !== undefined && !(now.atLeast !== undefined && now.atLeast >= old.atLeast),
    old.atMost !== undefined && !(now.atMost !== undefined && now.atMost <= old.atMost),
    old.step !== undefined &&
      !(now.step !== undefined && new Decimal(now.step).mod(old.step).isZero()),
    old.oneOf !== undefined && !now.oneOf?.every((v) => old.oneOf?.includes(v)),
    old.stricter !== undefined && String(now.stricter) !== String(old.stricter),
  ].some(Boolean);
}
