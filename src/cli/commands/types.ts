import { typesOf } from "../../emit/typescript.ts";
import { whereOptions } from "../catalogue/find.ts";
import type { Io } from "../io.ts";
import { parse, places } from "../options.ts";
import { load } from "../rulesets.ts";

export const usage = "tiercut types RULESET [--in FOLDER] [--on DATE]";

/** Writes the facts and outcomes of a ruleset as TypeScript. */
export async function types(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, whereOptions, usage);
  const [named] = places(positionals, ["RULESET"] as const, usage);
  const { ruleset } = await load(named, io, values);
  io.stdout.write(typesOf(ruleset));
  return 0;
}
