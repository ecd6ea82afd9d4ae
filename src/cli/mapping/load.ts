import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { z } from "zod";
import { pointer } from "../../ruleset/diagnostics.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import { type Io, listed, Refused, show } from "../io.ts";
import { type MappedColumn, type Mapping, mapping } from "./schema.ts";

/** Reads a mapping file, or says all that is wrong with it. */
export async function loadMapping(file: string, io: Io): Promise<Mapping> {
  const text = await readFile(resolve(io.cwd, file), "utf8").catch(() => undefined);
  if (text === undefined) throw new Refused(`there is no mapping file ${show(file)}`);
  const parsed = mapping.safeParse(parse(text, file));
  const faults = parsed.success ? check(parsed.data) : parsed.error.issues.map(tellIssue);
  if (!parsed.success || faults.length > 0) {
    throw new Refused(`the mapping ${show(file)} can't be used:\n${faults.join("\n")}`);
  }
  return parsed.data;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Refused(`the mapping ${show(file)} is not JSON: ${(error as Error).message}`);
  }
}

/** Checks what a schema can't: that a fact is stated once, and a division says how it rounds. */
function check({ columns, constants = {} }: Mapping): readonly string[] {
  const twice = Object.keys(constants).filter((name) => Object.hasOwn(columns, name));
  const stated = twice.map(
    (name) =>
      `${pointer("constants", name)}: ${show(name)} is both a column and a constant (keep one of the two)`,
  );
  const rounded = Object.entries(columns).flatMap(([name, column]) => {
    const path = pointer("columns", name);
    return typeof column === "string" ? [] : checkRounding(path, column);
  });
  return [...stated, ...rounded];
}

function checkRounding(path: string, column: MappedColumn): readonly string[] {
  const both = column.scale !== undefined && column.rounding !== undefined;
  const neither = column.scale === undefined && column.rounding === undefined;
  if (both || (neither && column.divide === undefined)) return [];
  const missing = column.scale === undefined ? "scale" : "rounding";
  return [
    `${path}: the key \`${missing}\` is missing (say to how many decimals, and how, to round)`,
  ];
}

function tellIssue(issue: z.core.$ZodIssue): string {
  const path = pointer(...issue.path) || "/";
  if (issue.code === "invalid_union") return tellUnion(issue, path);
  if (issue.code !== "unrecognized_keys") return `${path}: ${lowerCase(issue.message)}`;
  const known = issue.path.length === 0 ? Object.keys(mapping.shape) : columnKeys;
  const unknown = issue.keys.map((key) => {
    const { near } = suggestion(key, known);
    return `${show(key)} (${near ? `did you mean \`${near}\`?` : `known here: ${listed(known)}`})`;
  });
  return `${path}: no such key: ${unknown.join(", ")}`;
}

const columnKeys = ["column", "divide", "scale", "rounding", "values", "blank"];

/** Of the two forms of a column, tells what is wrong with the one that was meant. */
function tellUnion(issue: z.core.$ZodIssueInvalidUnion, path: string): string {
  const inner = issue.errors.find((e) => e.some((i) => i.path.length > 0 || "keys" in i));
  if (!inner) return `${path}: a name of a column, or an object with \`column\`, must stand here`;
  const placed = inner.map((i) => tellIssue({ ...i, path: [...issue.path, ...i.path] }));
  return placed.join("\n");
}

const lowerCase = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
