import type { Diagnostic } from "../ruleset/diagnostics.ts";
import { scanJson } from "../ruleset/json.ts";
import { checkShape } from "./limits.ts";

/** What a source turned out to hold. */
export interface Read {
  readonly value: unknown;
  /** Is the value plain JSON of a bearable size, so that it may be walked. */
  readonly safe: boolean;
  /** Faults of the text, and of the shape of the value. */
  readonly faults: readonly Diagnostic[];
}

/** Reads a source: the JSON text of a document, or what parsing it gave. */
export function readSource(source: unknown): Read {
  const read = typeof source === "string" ? scanJson(source) : { value: source, lost: [] };
  if ("faults" in read) return { value: undefined, safe: false, faults: read.faults };
  const { value, lost } = read;
  const unsafe = checkShape(value);
  return { value, safe: unsafe.length === 0, faults: [...unsafe, ...lost] };
}
