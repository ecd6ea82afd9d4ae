import { factRange } from "../kinds/lowering.ts";
import { Decimal } from "../plan/decimal.ts";
import type { Value } from "../plan/node.ts";
import { decimals, isDay } from "../ruleset/literals.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import { quote, show } from "../ruleset/show.ts";
import { suggestion } from "../ruleset/suggest.ts";
import type { Text } from "../ruleset/text.ts";
import type { Known } from "./reference.ts";

/** A fact that can't be what was handed in: which, what it was, why, and how to mend it. */
export interface FactFault {
  readonly fact: string;
  readonly value: unknown;
  readonly message: Text;
  readonly help: Text;
}

/** What was read of a subject's record. */
export interface ReadFacts {
  readonly known: Known;
  readonly faults: readonly FactFault[];
}

/** Tells a fault of a fact on one line. */
export const tellFault = (f: FactFault) =>
  `\`${f.fact}\` is ${quote(f.value)}: ${f.message.en}; ${f.help.en}`;

/** The facts that name one subject among others, the first of them there is. */
export const idsOf = (subject: string) => [`${subject}Id`, "accountId"];

type Declared = Readonly<Record<string, Fact>>;
type Read = { readonly value: Value } | Unread;
type Unread = { readonly message: Text; readonly help: Text };

/**
 * Reads the declared facts out of a record, and checks each: its type, range, scale, and the values
 * it may have. Other keys are left alone. Absent, `null`, `undefined` and a blank text are unknown.
 */
export function readFacts(
  declared: Declared,
  record: Readonly<Record<string, unknown>>,
): ReadFacts {
  const known: Record<string, Value> = {};
  const faults: FactFault[] = [];
  for (const [name, fact] of Object.entries(declared)) {
    const given = Object.hasOwn(record, name) ? record[name] : undefined;
    if (given === undefined || given === null) continue;
    const result = readers[fact.type](given, fact as never);
    if ("value" in result) known[name] = result.value;
    else faults.push({ fact: name, value: given, ...result });
  }
  return { known, faults };
}

type Readers = { [T in Fact["type"]]: (given: unknown, fact: Extract<Fact, { type: T }>) => Read };

const readers: Readers = {
  number: readNumber,
  boolean: (given) => (typeof given === "boolean" ? { value: given } : unread.boolean),
  date: (given) => (isDay(given) ? { value: given } : unread.date),
  text(given) {
    if (typeof given !== "string") return unread.text;
    return { value: given.trim() === "" ? null : given };
  },
  label(given, fact) {
    if (typeof given === "string" && Object.hasOwn(fact.values, given)) return { value: given };
    if (typeof given === "string") return outside(given, fact.values);
    return unread.label(Object.keys(fact.values)[0] ?? "");
  },
  list(given, fact) {
    if (!Array.isArray(given)) return unread.list;
    const entries: unknown[] = Array.from(given);
    const isOwn = (v: unknown) => typeof v === "string" && Object.hasOwn(fact.values, v);
    if (entries.every(isOwn)) return { value: entries as string[] };
    return outside(show(entries.find((v) => !isOwn(v))), fact.values);
  },
};

function readNumber(given: unknown, fact: Extract<Fact, { type: "number" }>): Read {
  const [min, max] = factRange(fact);
  if (typeof given !== "number" || !Number.isFinite(given)) return unread.number(fact.unit);
  if (given < min) return unread.below(min, fact.unit);
  if (given > max) return unread.above(max, fact.unit);
  if (decimals(given) > fact.scale) return unread.finer(decimals(given), fact.scale);
  return { value: new Decimal(given) };
}

const wrong = (message: Text, help: Text): Unread => ({ message, help });
const text = (zh: string, en: string): Text => ({ zh, en });

/** Why a value can't be read, and how to mend it. */
const unread = {
  boolean: wrong(
    text("应当是 `true` 或 `false`", "it must be true or false"),
    text("改为 `true` 或 `false`", "give `true` or `false`"),
  ),
  date: wrong(
    text("不是日历上的一天", "it is not a day of the calendar"),
    text("写成年-月-日，例如 2010-11-30", "write it as YYYY-MM-DD, such as 2010-11-30"),
  ),
  text: wrong(text("应当是文字", "it must be a text"), text("改为文字", "give it as a text")),
  label: (first: string) =>
    wrong(
      text("不在取值清单之内，清单里都是文字", "it is outside its list of values, which are texts"),
      text(`改为文字，例如 "${first}"`, `give a text, such as "${first}"`),
    ),
  list: wrong(
    text("应当是列表", "it must be a list"),
    text("改为由其取值组成的列表", "give a list of its values"),
  ),
  number: (unit: Text) =>
    wrong(
      text("应当是数字", "it must be a number"),
      text(
        `改为数字，单位是${unit.zh}，前后不带文字`,
        `give a number of ${unit.en}, without text around it`,
      ),
    ),
  below: (min: number, unit: Text) =>
    wrong(
      text(`低于允许的最小值 ${min}`, `it is below the least allowed, ${min}`),
      text(`改为不小于 ${min} 的数字，单位是${unit.zh}`, `give ${unit.en} from ${min} on`),
    ),
  above: (max: number, unit: Text) =>
    wrong(
      text(`高于允许的最大值 ${max}`, `it is above the most allowed, ${max}`),
      text(`改为不大于 ${max} 的数字，单位是${unit.zh}`, `give ${unit.en} up to ${max}`),
    ),
  finer: (found: number, scale: number) =>
    wrong(
      text(
        `有 ${found} 位小数，而这项事实${scale === 0 ? "只收整数" : `最多 ${scale} 位`}`,
        `it has ${counted(found)}, and this fact takes ${scale === 0 ? "whole numbers only" : `at most ${counted(scale)}`}`,
      ),
      text("在产生它的地方舍入，不在这里", "round it where it is made, not here"),
    ),
} as const;

const counted = (decimals: number) => `${decimals} decimal${decimals === 1 ? "" : "s"}`;

function outside(value: string, values: Readonly<Record<string, unknown>>): Unread {
  const { near, known } = suggestion(value, Object.keys(values));
  const help = near
    ? text(`是不是想写 \`${near}\`？`, `did you mean \`${near}\`?`)
    : text(`从这些里选：${known.zh}`, `give one of ${known.en}`);
  return wrong(text("不在取值清单之内", "it is outside its list of values"), help);
}
