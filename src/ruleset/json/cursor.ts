import type { Diagnostic } from "../diagnostics.ts";
import { readingFault } from "../reading.ts";
import type { Slip, Stop } from "./look.ts";
import type { Position } from "./places.ts";
import { slipAt } from "./slip.ts";

/** How far a text is read, and what was found on the way. */
export interface Cursor {
  readonly text: string;
  at: number;
  values: number;
  readonly faults: Diagnostic[];
  readonly lost: Diagnostic[];
  readonly position: (offset: number) => Position;
}

/** Where a value is read: its own pointer, and that of the object, list or key it belongs to. */
export interface Open {
  readonly path: string;
  readonly inside: string;
  /** Where the innermost object or list begins. */
  readonly from?: number;
  /** The key whose value is read. */
  readonly key?: string;
  readonly depth: number;
}

/** Goes over the space that JSON allows between signs. */
export function skip(c: Cursor) {
  space.lastIndex = c.at;
  space.test(c.text);
  c.at = space.lastIndex;
}
const space = /[ \t\n\r]*/y;

/** Goes over a sign if it is the next one. */
export function takes(c: Cursor, sign: string): boolean {
  skip(c);
  const isNext = c.text[c.at] === sign;
  if (isNext) c.at += 1;
  return isNext;
}

/** Notes a fault at an offset, and reads on. */
export function note(found: Diagnostic, at: number, c: Cursor, among = c.faults) {
  among.push({ ...found, at: c.position(at) });
}

/** Ends the reading with a fault. */
export function refuse(found: Diagnostic, at: number, c: Cursor): undefined {
  note(found, at, c);
  return undefined;
}

/** Ends the reading where the text is no JSON, and tells the slip that is behind it. */
export function stop(c: Cursor, open: Open, due: Stop["due"]): undefined {
  return slipped(slipAt({ text: c.text, at: c.at, due, open: open.from, key: open.key }), open, c);
}

/** Ends the reading with a slip that was recognised. */
export function slipped({ reason, mend, at }: Slip, { inside }: Open, c: Cursor): undefined {
  const { line, column } = c.position(at);
  const words = { line: String(line), column: String(column), reason, mend };
  return refuse(readingFault("json-syntax", inside, words), at, c);
}
