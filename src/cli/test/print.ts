import type { Case, CaseFile } from "../../testing/cases/schema.ts";

/** Prints a case file as one is written by hand: a key a line, and one of a population a line. */
export function printCases({ cases, ...head }: CaseFile): string {
  const keys = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${line(value)}`,
  );
  const list = cases.map((c) => `    {\n${printCase(c)}\n    }`).join(",\n");
  return `{\n${[...keys, `  "cases": [\n${list}\n  ]`].join(",\n")}\n}\n`;
}

function printCase(one: Case): string {
  const keys = Object.entries(one).filter(([, value]) => value !== undefined);
  return keys.map(([key, value]) => `      ${JSON.stringify(key)}: ${block(value)}`).join(",\n");
}

const block = (value: unknown) =>
  Array.isArray(value)
    ? `[\n${value.map((v) => `        ${line(v)}`).join(",\n")}\n      ]`
    : line(value);

/** A value on one line, its keys apart. */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.entries(value).map(([key, v]) => `${JSON.stringify(key)}: ${line(v)}`);
  return keys.length > 0 ? `{ ${keys.join(", ")} }` : "{}";
}
