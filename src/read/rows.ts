import type { Cell } from "../kinds/table/schema.ts";
import type { Condition, Expression } from "../ruleset/expression.ts";
import type { Citation, Text } from "../ruleset/text.ts";
import type { Asked, Cells } from "./asked.ts";
import { both } from "./document.ts";
import { namer } from "./names.ts";

/** A row of a table before its columns are known. */
export interface Row<T> {
  readonly asks: readonly Asked[];
  readonly then: T;
  /** The words of the file for what it asks, of each of `asks`. */
  readonly words: readonly string[];
  readonly citation: Citation;
  readonly label?: Text | undefined;
}

interface TableInput {
  readonly label: Text;
  readonly value: Expression;
}

/**
 * Lays out rows as a table. What no cell can say, such as a comparison with another fact, becomes an
 * input of its own: a yes or no, the same for all rows that ask the same.
 */
export function layOut<T>(inputs: Readonly<Record<string, TableInput>>, rows: readonly Row<T>[]) {
  const name = namer("condition", [...Object.keys(inputs), ...taken]);
  const made = new Map<string, { readonly name: string; readonly input: TableInput }>();
  const column = (condition: Condition, words: string) => {
    const key = JSON.stringify(condition);
    const known = made.get(key);
    if (known) return known.name;
    const input = { label: both(words), value: { when: condition } };
    made.set(key, { name: name(`condition ${made.size + 1}`), input });
    return made.get(key)?.name as string;
  };
  const laid = rows.map((row, i) => {
    const cells = row.asks.map((a, j): Cells => {
      return a.cells ?? { [column(a.condition, row.words[j] ?? "")]: true };
    });
    const { then, label, citation } = row;
    const when: Record<string, Cell> = Object.assign({}, ...cells);
    const body = { when, then, ...(label && { label }), citation };
    return [`row${i + 1}`, body] as const;
  });
  const own = [...made.values()].map((c) => [c.name, c.input] as const);
  return {
    inputs: { ...inputs, ...Object.fromEntries(own) },
    rows: Object.fromEntries(laid),
    order: laid.map(([n]) => n),
  };
}

/** Names that an input of a table can't have. */
export const taken = ["parameter", "reading", "cases", "decision"];
