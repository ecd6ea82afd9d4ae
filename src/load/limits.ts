import { type Diagnostic, fault, pointer } from "../ruleset/diagnostics.ts";

/** How large a ruleset may be: a stranger's file is safe to load. */
const limits = { depth: 64, values: 100_000, text: 10_000 } as const;
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Walks a parsed value before anything else touches it, and refuses what could do harm. */
export function checkShape(root: unknown): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const open = new Set<object>();
  let values = 0;

  function tooLarge(path: string, size: number | string, what: string, limit: number) {
    faults.push(fault("too-large", path, { size: String(size), what, limit: String(limit) }));
  }

  function walk(value: unknown, path: string, depth: number) {
    values += 1;
    if (values > limits.values) return;
    if (typeof value === "string" && value.length > limits.text) {
      tooLarge(path, value.length, "characters in one text", limits.text);
    }
    if (typeof value !== "object" || value === null) return checkPlain(value, path);
    if (depth > limits.depth || open.has(value)) {
      return tooLarge(path, `over ${limits.depth}`, "levels", limits.depth);
    }
    if (!isPlain(value)) return checkPlain(value, path);
    if (Array.isArray(value) && value.length > limits.values) {
      return tooLarge(path, value.length, "entries in one list", limits.values);
    }
    open.add(value);
    // Read by descriptor, so that a getter is refused and not run.
    for (const [key, own] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      if (!own.enumerable) continue;
      if (forbidden.has(key)) faults.push(fault("forbidden-key", path, { key }));
      else walk(own.get ? own.get : own.value, path + pointer(key), depth + 1);
    }
    open.delete(value);
  }

  function checkPlain(value: unknown, path: string) {
    const json = ["string", "boolean"].includes(typeof value) || value === null;
    if (json || (typeof value === "number" && Number.isFinite(value))) return;
    const kind = typeof value === "object" ? "a JavaScript object" : `a ${typeof value}`;
    const told = typeof value === "number" ? String(value) : kind;
    faults.push(fault("wrong-type", path, { value: told, expected: "a JSON value" }));
  }

  walk(root, "", 0);
  if (values > limits.values) tooLarge("", `over ${limits.values}`, "values", limits.values);
  return faults;
}

/** Is this an object or list as JSON has them, and not a Map, a Date or an instance of a class. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}
