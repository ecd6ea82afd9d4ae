import type { Io } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { load, shippedIds } from "../rulesets.ts";

export const usage = "tiercut list [--lang zh|en] [--json]";

const options = { lang: { type: "string" }, json: { type: "boolean" } } as const;

/** Lists the shipped rulesets. */
export async function list(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  places(positionals, [] as const, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  for (const shipped of await shippedIds()) {
    const { id, version, label, source, effective } = (await load(shipped, io)).document;
    const line = values.json
      ? JSON.stringify({ id, version, label, source, effective })
      : `${id}  ${version}  ${label[lang]}`;
    io.stdout.write(`${line}\n`);
  }
  return 0;
}
