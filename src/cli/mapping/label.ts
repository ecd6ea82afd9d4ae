import type { Fact } from "../../ruleset/schema/fact.ts";
import { nearest } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { show } from "../io.ts";
import type { CellRead, ReadText } from "./reading.ts";

type Values = Extract<Fact, { type: "label" }>["values"];

/** Makes the reader of a label: a value by itself, one of its labels or aliases. */
export function labelReader(values: Values): ReadText {
  const find = finder(values);
  return (text) => {
    const value = find(text);
    return value === undefined ? stranger(text, { zh: "", en: "it" }, values) : { value };
  };
}

/** Makes the reader of a written list of labels. */
export function listReader(values: Values): ReadText {
  const read = entriesReader(values);
  return (text) => read(splitList(text));
}

/** Takes a written list apart; of separators alone, nothing is left. */
export const splitList = (text: string): readonly string[] =>
  text
    .split(/[;；、|]/)
    .map((t) => t.trim())
    .filter(Boolean);

/** Makes the reader of entries; where one is a stranger, says which it is. */
export function entriesReader(values: Values): (entries: readonly string[]) => CellRead {
  const find = finder(values);
  return (entries) => {
    const wrong = entries.find((entry) => find(entry) === undefined);
    if (wrong === undefined) return { value: entries.map(find) };
    const what = { zh: `其中的 ${show(wrong)} `, en: `the entry ${show(wrong)}` };
    return stranger(wrong, what, values);
  };
}

function finder(values: Values): (text: string) => string | undefined {
  const found = new Map<string, string>();
  for (const value of Object.keys(values)) {
    for (const name of namesOf(value, values)) found.set(name.toLowerCase(), value);
  }
  for (const value of Object.keys(values)) found.set(value.toLowerCase(), value);
  return (text) => (Object.hasOwn(values, text) ? text : found.get(text.toLowerCase()));
}

function namesOf(value: string, values: Values): readonly string[] {
  const { label, aliases = [] } = values[value] as Values[string];
  return [label.zh, label.en, ...aliases];
}

/** Says what can stand instead: each value with all the texts that mean it. */
function stranger(text: string, what: Text, values: Values): CellRead {
  const all = Object.keys(values).map((value) => {
    const names = new Set(namesOf(value, values).filter((t) => t !== value));
    return [value, ...names] as const;
  });
  const near = nearest(text, all.flat());
  const shown = all.slice(0, mostTold);
  const rest = all.length - shown.length;
  const [guess, guessed] = near === undefined ? ["", ""] : guessOf(show(near));
  const [more, others] = rest > 0 ? [` and ${rest} more`, `，另有 ${rest} 个`] : ["", ""];
  const told = shown.map(([v, ...names]) => `${show(v)} (${names.join(", ")})`).join(", ");
  const listed = shown.map(([v, ...names]) => `${show(v)}（${names.join("、")}）`).join("、");
  return {
    message: {
      zh: `${what.zh}不在取值清单之内`,
      en: `${what.en} is outside its list of values`,
    },
    help: { zh: `${guessed}可以写：${listed}${others}`, en: `${guess}write one of ${told}${more}` },
  };
}

const guessOf = (near: string) => [`did you mean ${near}? `, `是不是想写 ${near}？`] as const;

const mostTold = 12;
