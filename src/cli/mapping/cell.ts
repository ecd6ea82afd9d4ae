import { divide, round } from "../../execute/arithmetic.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import type { MappedColumn } from "./schema.ts";

/** What a cell is read as (`undefined`: unknown), or why it can't be read. */
export type CellRead =
  | { readonly value: unknown }
  | { readonly message: string; readonly help: string };
type ReadText = (text: string) => CellRead;

/**
 * Makes the reader of one fact's cells. A text is trimmed, and blank is unknown; what is read is
 * checked against the fact's type, range and values afterwards, as every fact is.
 */
export function cellReader(
  fact: Fact,
  as: Omit<MappedColumn, "column">,
): (cell: unknown) => CellRead {
  const readText = (makers[fact.type] as (fact: Fact) => ReadText)(fact);
  const { values = {}, blank } = as;
  return (cell) => {
    const text = asText(cell, fact.type);
    if (cell === undefined || cell === null || text === "") return { value: blank ?? undefined };
    if (text !== undefined && Object.hasOwn(values, text))
      return { value: values[text] ?? undefined };
    if (text === undefined) return convert({ value: readEntries(cell, fact, readText) }, as);
    const read = readText(text);
    return "value" in read ? convert(read, as) : read;
  };
}

/** Reads the entries of a JSON list as those of a written one; any other value stays as it is. */
function readEntries(cell: unknown, fact: Fact, readText: ReadText): unknown {
  if (fact.type !== "list" || !Array.isArray(cell)) return cell;
  if (!cell.every((entry) => typeof entry === "string")) return cell;
  const read = readText(cell.join(";"));
  return "value" in read ? read.value : cell;
}

/** The text of a cell; nothing where a JSON value is already what the fact takes, or is no text. */
function asText(cell: unknown, type: Fact["type"]): string | undefined {
  if (typeof cell === "string") return cell.trim();
  return typeof cell === "number" && type !== "number" ? String(cell) : undefined;
}

type Makers = { [T in Fact["type"]]: (fact: Extract<Fact, { type: T }>) => ReadText };

/** How a text is read as a fact: one total table over the types of facts. */
const makers: Makers = {
  number: () => readNumber,
  boolean: () => readBoolean,
  date: () => (value) => ({ value }),
  text: () => (value) => ({ value }),
  label(fact) {
    const find = labels(fact.values);
    return (text) => ({ value: find(text) });
  },
  list(fact) {
    const find = labels(fact.values);
    return (text) => ({
      value: text
        .split(/[;；、|]/)
        .map((t) => t.trim())
        .filter(Boolean)
        .map(find),
    });
  },
};

/** Finds a value by itself, its labels or aliases; a stranger stays as it is, to be refused. */
function labels(values: Extract<Fact, { type: "label" }>["values"]): (text: string) => string {
  const found = new Map<string, string>();
  const entries = Object.entries(values);
  for (const [value, { label, aliases = [] }] of entries) {
    for (const name of [label.zh, label.en, ...aliases]) found.set(name.toLowerCase(), value);
  }
  for (const [value] of entries) found.set(value.toLowerCase(), value);
  return (text) => (Object.hasOwn(values, text) ? text : (found.get(text.toLowerCase()) ?? text));
}

function readNumber(text: string): CellRead {
  if (!/^[+-]?\d+(\.\d+)?$/.test(text)) {
    return {
      message: "it is not a number in plain digits",
      help: "write digits with at most one point, such as `1234.5`: no unit, no thousands mark",
    };
  }
  const value = Number(text);
  if (text.length <= 15 || new Decimal(text).eq(value)) return { value };
  return {
    message: "it has more digits than a number holds exactly",
    help: "give at most 15 digits; if it is an identifier, it is no number",
  };
}

const booleans = new Map([
  ...["true", "yes", "是", "1"].map((t) => [t, true] as const),
  ...["false", "no", "否", "0"].map((t) => [t, false] as const),
]);

function readBoolean(text: string): CellRead {
  const value = booleans.get(text.toLowerCase());
  if (value !== undefined) return { value };
  return { message: "it is neither yes nor no", help: "write true/false, yes/no, 是/否 or 1/0" };
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
