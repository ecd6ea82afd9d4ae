import { diagnose } from "../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import { halfIn, hiddenIn } from "../ruleset/json/half.ts";
import { limits, tooLarge } from "../ruleset/json/limits.ts";
import { readingFault } from "../ruleset/reading.ts";
import type { Text } from "../ruleset/text.ts";

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Walks a parsed value before anything else touches it, and refuses what could do harm. */
export function checkShape(root: unknown): readonly Diagnostic[] {
  const walk: Walk = { faults: [], open: new Set(), values: 0 };
  checkValue(root, "", 0, walk);
  if (walk.values > limits.values) walk.faults.push(tooLarge("", "values"));
  return walk.faults;
}

interface Walk {
  readonly faults: Diagnostic[];
  /** The objects and lists that the value at hand lies in. */
  readonly open: Set<object>;
  values: number;
}

function checkValue(value: unknown, path: string, depth: number, walk: Walk) {
  walk.values += 1;
  if (walk.values > limits.values) return;
  if (typeof value === "string") walk.faults.push(...textFaults(value, "text", path));
  else if (Array.isArray(value) && value.length > limits.entries) {
    walk.faults.push(tooLarge(path, "entries", value.length));
  } else if (typeof value !== "object" || value === null || !isPlain(value)) {
    walk.faults.push(...plainFaults(value, path));
  } else if (depth > limits.levels || walk.open.has(value)) {
    walk.faults.push(tooLarge(path, "levels"));
  } else {
    walk.open.add(value);
    checkInside(value, path, depth, walk);
    walk.open.delete(value);
  }
}

function checkInside(value: object, path: string, depth: number, walk: Walk) {
  const keys = Object.keys(value);
  if (keys.length > limits.values) walk.values += keys.length;
  for (const key of walk.values > limits.values ? [] : keys) {
    const faults = forbidden.has(key)
      ? [readingFault("forbidden-key", path, { key })]
      : textFaults(key, "key", path);
    walk.faults.push(...faults);
    // Read by descriptor, so that a getter is refused and not run.
    const own = Object.getOwnPropertyDescriptor(value, key);
    if (own && faults.length === 0) {
      checkValue(own.get ?? own.value, path + pointer(key), depth + 1, walk);
    }
  }
}

function textFaults(text: string, what: "key" | "text", path: string): readonly Diagnostic[] {
  if (text.length > limits[what]) return [tooLarge(path, what, text.length)];
  const found = halfIn(text, what, path) ?? hiddenIn(text, what, path);
  return found ? [found] : [];
}

const phrases = {
  json: { zh: "JSON 能表示的值", en: "a JSON value" },
  else: { zh: "程序对象", en: "a program's object" },
} satisfies Record<string, Text>;

function plainFaults(value: unknown, path: string): readonly Diagnostic[] {
  if (typeof value === "boolean" || value === null || Number.isFinite(value)) return [];
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
    return [readingFault("bad-number", path, { value: String(value) })];
  }
  const told = typeof value === "number" ? String(value) : phrases.else;
  return [diagnose("wrong-type", path, { value: told, expected: phrases.json })];
}

/** Is this an object or list as JSON has them, and not a Map, a Date or an instance of a class. */
function isPlain(value: object): boolean {
  const above = Object.getPrototypeOf(value);
  const isTop = (prototype: object | null) =>
    prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!Array.isArray(value)) return isTop(above);
  // A list of JSON has no holes, no keys of its own, and no class that could write it otherwise.
  return isTop(above && Object.getPrototypeOf(above)) && Object.keys(value).length === value.length;
}
