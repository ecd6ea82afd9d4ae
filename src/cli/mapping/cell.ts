import { divide, round } from "../../execute/arithmetic.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import { Written } from "../input/written.ts";
import { readDay } from "./day.ts";
import { entriesReader, labelReader, listReader, splitList } from "./label.ts";
import { readExact, readNumber } from "./number.ts";
import type { CellRead, ReadText } from "./reading.ts";
import type { MappedColumn } from "./schema.ts";

/**
 * Makes the reader of one fact's cells. A text is trimmed, and blank is unknown; what is read is
 * checked against the fact's type, range and values afterwards, as every fact is.
 */
export function cellReader(
  fact: Fact,
  as: Omit<MappedColumn, "column">,
): (cell: unknown) => CellRead {
  const { values = {}, blank } = as;
  const readText = (makers[fact.type] as (fact: Fact) => ReadText)(fact);
  const readJson = jsonReader(fact, readText);
  return (cell) => {
    if (cell === undefined) return { value: undefined };
    const text = asText(cell);
    if (text !== undefined && Object.hasOwn(values, text))
      return { value: values[text] ?? undefined };
    if (cell === null || isBlank(cell, fact.type)) return { value: blank ?? undefined };
    if (as.values) return notAmong(text, values);
    const read = typeof cell === "string" ? readText(cell.trim()) : readJson(cell);
    return "value" in read ? convert(read, as) : read;
  };
}

/** The text of a cell, as a mapping's `values` have it; nothing where it is a list or an object. */
function asText(cell: unknown): string | undefined {
  if (typeof cell === "string") return cell.trim();
  const plain = typeof cell === "number" || typeof cell === "boolean" || cell instanceof Written;
  return plain ? String(cell) : undefined;
}

function isBlank(cell: unknown, type: Fact["type"]): boolean {
  if (typeof cell !== "string") return false;
  return cell.trim() === "" || (type === "list" && splitList(cell).length === 0);
}

/** Says that a mapping translates the column, and not this cell. */
function notAmong(text: string | undefined, values: Translated): CellRead {
  const { near, known } = suggestion(text ?? "", Object.keys(values));
  const guess = near
    ? { zh: `是不是想写 \`${near}\`？否则`, en: `did you mean \`${near}\`?` }
    : { zh: `有这些：${known.zh}；`, en: `there are ${known.en}` };
  return {
    message: {
      zh: "不在映射文件的 `values` 之内",
      en: "it is not among the `values` of the mapping",
    },
    help: {
      zh: `${guess.zh}把它加进映射文件，或改正单元格`,
      en: `${guess.en}; add it to the mapping, or mend the cell`,
    },
  };
}

/** Makes the reader of a JSON value: a number is read as written, a list entry by entry. */
function jsonReader(fact: Fact, readText: ReadText): (cell: unknown) => CellRead {
  const readEntries = fact.type === "list" ? entriesReader(fact.values) : undefined;
  const isNumber = fact.type === "number";
  return (cell) => {
    if (cell instanceof Written) return (isNumber ? readExact : readText)(cell.text);
    if (typeof cell === "number" && !isNumber) return readText(String(cell));
    const isTexts = Array.isArray(cell) && cell.every((entry) => typeof entry === "string");
    return readEntries && isTexts ? readEntries(cell.map((e) => e.trim())) : { value: cell };
  };
}

type Translated = NonNullable<MappedColumn["values"]>;
type Makers = { [T in Fact["type"]]: (fact: Extract<Fact, { type: T }>) => ReadText };

/** How a text is read as a fact: one total table over the types of facts. */
const makers: Makers = {
  number: () => readNumber,
  boolean: () => readBoolean,
  date: () => readDay,
  text: () => (value) => ({ value }),
  label: (fact) => labelReader(fact.values),
  list: (fact) => listReader(fact.values),
};

const booleans = new Map([
  ...["true", "yes", "是", "1"].map((t) => [t, true] as const),
  ...["false", "no", "否", "0"].map((t) => [t, false] as const),
]);

function readBoolean(text: string): CellRead {
  const value = booleans.get(text.toLowerCase());
  if (value !== undefined) return { value };
  return {
    message: { zh: "既不是“是”也不是“否”", en: "it is neither yes nor no" },
    help: {
      zh: "写成 是/否、1/0、`true`/`false` 或 `yes`/`no`",
      en: "write true/false, yes/no, 是/否 or 1/0",
    },
  };
}

/** Divides and rounds a number as its mapping says. */
function convert(read: { readonly value: unknown }, as: Omit<MappedColumn, "column">): CellRead {
  const { scale, rounding } = as;
  if (typeof read.value !== "number" || !Number.isFinite(read.value)) return read;
  if (scale === undefined || rounding === undefined) return read;
  const exact = new Decimal(read.value);
  const divisor = new Decimal(as.divide ?? 1);
  const value = as.divide ? divide(exact, divisor, scale, rounding) : round(exact, scale, rounding);
  return { value: value.toNumber() };
}
