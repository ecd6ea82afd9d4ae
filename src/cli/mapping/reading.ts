import type { Text } from "../../ruleset/text.ts";

/** What a cell is read as (`undefined`: unknown), or why it can't be read. */
export type CellRead =
  | { readonly value: unknown }
  | { readonly message: Text; readonly help: Text };

/** Reads the text of a cell, which is not blank. */
export type ReadText = (text: string) => CellRead;
