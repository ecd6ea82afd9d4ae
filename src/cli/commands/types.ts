import { typesOf } from "../../emit/typescript.ts";
import type { Io } from "../io.ts";
import { parse, places } from "../options.ts";
import { load } from "../rulesets.ts";

export const usage = "tiercut types RULESET";

/** Writes the facts and outcomes of a ruleset as TypeScript. */
export async function types(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = parse(args, {}, usage);
  const [named] = places(positionals, ["RULESET"] as const, usage);
  io.stdout.write(typesOf(await load(named, io)));
  return 0;
}
