import { type Diagnostic, pointer } from "./diagnostics.ts";
import { type Cursor, note, type Open, refuse, skip, stop, takes } from "./json/cursor.ts";
import { halfIn } from "./json/half.ts";
import { limits, tooLarge } from "./json/limits.ts";
import { lineFinder, type Pair, type Places, placesOf, type Spot } from "./json/places.ts";
import { type Read, readNumber, readString, readText, readWord } from "./json/scalar.ts";
import { readingFault } from "./reading.ts";

/** What a text holds, where each value stands, and what of it is lost in reading; or its faults. */
export type Scanned =
  | {
      readonly value: unknown;
      readonly places: Places;
      /** Keys that stand twice, and numbers with more digits than are kept. */
      readonly lost: readonly Diagnostic[];
    }
  | { readonly faults: readonly Diagnostic[] };

/**
 * Reads a JSON text to what `JSON.parse` reads it to. A slip is told in the words of who made it;
 * what a ruleset can't have (half a character, a number beyond all numbers, a byte-order mark, more
 * than the limits) is refused.
 */
export function scanJson(text: string): Scanned {
  if (text.length > limits.characters) return { faults: [tooLarge("", "characters", text.length)] };
  const position = lineFinder(text);
  const c: Cursor = { text, at: 0, values: 0, faults: [], lost: [], position };
  if (text.startsWith("\uFEFF")) {
    note(readingFault("byte-order-mark", ""), 0, c);
    c.at = 1;
  }
  const read = readWhole(c);
  if (!read || c.faults.length > 0) return { faults: [...c.faults, ...c.lost] };
  return { value: read.value, places: placesOf(read.spot, position), lost: c.lost };
}

function readWhole(c: Cursor): Read | undefined {
  const top = { path: "", inside: "", depth: 0 };
  const read = readValue(c, top);
  skip(c);
  return !read || c.at === c.text.length ? read : stop(c, top, "end");
}

function readValue(c: Cursor, open: Open): Read | undefined {
  skip(c);
  c.values += 1;
  if (c.values > limits.values) return refuse(tooLarge("", "values"), c.at, c);
  const char = c.text[c.at] ?? "";
  if (char === "{" || char === "[") return readOpened(c, open, char);
  if (char === '"') return readText(c, open);
  return /[-\d]/.test(char) ? readNumber(c, open) : readWord(c, open);
}

function readOpened(c: Cursor, { path, depth }: Open, sign: "{" | "["): Read | undefined {
  if (depth > limits.levels) return refuse(tooLarge(path, "levels"), c.at, c);
  const open: Open = { path, inside: path, from: c.at, depth: depth + 1 };
  c.at += 1;
  return sign === "{" ? readObject(c, open) : readList(c, open);
}

function readObject(c: Cursor, open: Open): Read | undefined {
  const { path, from = 0 } = open;
  const value: Record<string, unknown> = {};
  const inner = new Map<string, Spot>();
  const isEmpty = takes(c, "}");
  for (let more = !isEmpty; more; more = takes(c, ",")) {
    const key = readKey(c, open, inner);
    if (!key) return undefined;
    const own = path + pointer(key.name);
    const read = readValue(c, { ...open, path: own, inside: own, key: key.name });
    if (!read) return undefined;
    put(value, key.name, read.value);
    inner.set(key.name, { ...read.spot, key: key.at });
  }
  if (!isEmpty && !takes(c, "}")) return stop(c, open, "next");
  return { value, spot: { from, to: c.at, inner } };
}

/** A key such as `__proto__` must become the object's own, as `JSON.parse` has it. */
function put(object: Record<string, unknown>, key: string, value: unknown) {
  const own = { value, enumerable: true, writable: true, configurable: true };
  if (key === "__proto__") Object.defineProperty(object, key, own);
  else object[key] = value;
}

function readList(c: Cursor, open: Open): Read | undefined {
  const { path, from = 0 } = open;
  const value: unknown[] = [];
  const inner: Spot[] = [];
  const isEmpty = takes(c, "]");
  for (let more = !isEmpty; more; more = takes(c, ",")) {
    const read = readValue(c, { ...open, path: `${path}/${value.length}` });
    if (!read) return undefined;
    value.push(read.value);
    inner.push(read.spot);
  }
  if (!isEmpty && !takes(c, "]")) return stop(c, open, "next");
  return { value, spot: { from, to: c.at, inner } };
}

interface Key {
  readonly name: string;
  readonly at: Pair;
}

/** Reads a key and the colon after it; one that the object has already is noted. */
function readKey(c: Cursor, open: Open, before: ReadonlyMap<string, Spot>): Key | undefined {
  skip(c);
  const from = c.at;
  if (c.text[from] !== '"') return stop(c, open, "key");
  const name = readString(c, open);
  if (name === undefined) return undefined;
  const at: Pair = [from, c.at];
  if (name.length > limits.key) return refuse(tooLarge(open.path, "key", name.length), from, c);
  const half = halfIn(name, "key", open.path);
  if (half) note(half, from, c);
  const first = before.get(name)?.key?.[0];
  if (first !== undefined) note(twice(name, [first, from], open, c), from, c, c.lost);
  return takes(c, ":") ? { name, at } : stop(c, { ...open, key: name }, "colon");
}

function twice(key: string, [first, second]: Pair, { path }: Open, c: Cursor): Diagnostic {
  const [a, b] = [c.position(first).line, c.position(second).line];
  const one = { zh: `第 ${a} 行`, en: `line ${a}` };
  const two = { zh: `第 ${a} 行和第 ${b} 行`, en: `lines ${a} and ${b}` };
  return readingFault("duplicate-key", path + pointer(key), { key, lines: a === b ? one : two });
}
