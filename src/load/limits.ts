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
    open.add(value);
    for (const key of Object.keys(value)) {
      if (forbidden.has(key)) faults.push(fault("forbidden-key", path, { key }));
      else walk((value as Record<string, unknown>)[key], path + pointer(key), depth + 1);
    }
    open.delete(value);
  }

  function checkPlain(value: unknown, path: string) {
    const json = ["string", "boolean"].includes(typeof value) || value === null;
    if (json || (typeof value === "number" && Number.isFinite(value))) return;
    faults.push(fault("wrong-type", path, { value: String(value), expected: "a JSON value" }));
  }

  walk(root, "", 0);
  if (values > limits.values) tooLarge("", `over ${limits.values}`, "values", limits.values);
  return faults;
}
