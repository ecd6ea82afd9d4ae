import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pointer, tell } from "../../ruleset/diagnostics.ts";
import { scan } from "../input/scan.ts";
import { type Io, Refused, show } from "../io.ts";
import { tellForm } from "./form.ts";
import { type MappedColumn, type Mapping, mapping } from "./schema.ts";

/** Reads a mapping file, or says all that is wrong with it. */
export async function loadMapping(file: string, io: Io): Promise<Mapping> {
  const text = await readFile(resolve(io.cwd, file), "utf8").catch(() => undefined);
  if (text === undefined) throw new Refused(`there is no mapping file ${show(file)}`);
  const written = parse(text, file);
  const parsed = mapping.safeParse(written);
  const faults = parsed.success
    ? check(parsed.data)
    : [tell(parsed.error.issues.flatMap((issue) => tellForm(issue, written)))];
  if (!parsed.success || faults.length > 0) {
    throw new Refused(`the mapping ${show(file)} can't be used:\n${faults.join("\n")}`);
  }
  return parsed.data;
}

function parse(written: string, file: string): unknown {
  const text = written.replace(/^\uFEFF/, "");
  const value = parseJson(text, file);
  const { twice } = scan(text);
  if (twice === undefined) return value;
  throw new Refused(
    `the mapping ${show(file)} has the key ${show(twice)} twice in one object, and it is not clear which is meant: keep one of the two`,
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    throw new Refused(
      `the mapping ${show(file)} is not JSON: ${message.charAt(0).toLowerCase()}${message.slice(1)}; mend it there, a comma too many or a missing quote is the usual cause`,
    );
  }
}

/** Checks what a schema can't: that a fact is stated once, and a division says how it rounds. */
function check({ columns, constants = {}, answers = {} }: Mapping): readonly string[] {
  const twice = Object.keys(constants).filter((name) => Object.hasOwn(columns, name));
  const stated = twice.map(
    (name) =>
      `${pointer("constants", name)}: ${show(name)} is both a column and a constant (keep one of the two)`,
  );
  const rounded = Object.entries({ columns, answers }).flatMap(([section, named]) =>
    Object.entries(named).flatMap(([name, column]) =>
      typeof column === "string" ? [] : checkRounding(pointer(section, name), column),
    ),
  );
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
