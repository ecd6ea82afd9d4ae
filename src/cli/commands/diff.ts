import type { Difference } from "../../analyze/diff/difference.ts";
import { tellDiff } from "../../analyze/diff/tell.ts";
import { diff as compare } from "../../analyze/diff.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import { type Where, whereOptions } from "../catalogue/find.ts";
import { plain } from "../check/glyph.ts";
import { type Io, Refused, show } from "../io.ts";
import { choice, languages, parse, places } from "../options.ts";
import { baseOf, checkDay, load } from "../rulesets.ts";

export const usage =
  "tiercut diff A [B] [--decision a,b] [--regions N] [--in FOLDER] [--on DATE] [--lang zh|en] [--format text|json]";

const options = {
  ...whereOptions,
  decision: { type: "string", multiple: true },
  regions: { type: "string" },
  lang: { type: "string" },
  format: { type: "string" },
} as const;

const formats = ["text", "json"] as const;

/** How many regions of a value are told unless asked otherwise: more than anybody reads at once. */
const usual = 10;

/**
 * Compares two rulesets, or a variant with what it is built on, for every account there can be.
 *
 * @returns as `diff` does: 0 where every account is decided the same; 1 where one is not; 2 where that could not be found out
 */
export async function diff(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const lang = choice("lang", values.lang, languages) ?? "en";
  const format = choice("format", values.format, formats) ?? "text";
  const decisions = values.decision?.flatMap((d) => d.split(",")).map((d) => d.trim());
  const regions = countOf(values.regions);
  const [before, after] = await loadBoth(positionals, { in: values.in, on: values.on }, io);
  for (const ruleset of [before, after]) checkDay(ruleset);
  const difference = compare(before, after, { regions, ...(decisions ? { decisions } : {}) });
  const told =
    format === "json"
      ? JSON.stringify({ form: 1, ...difference }, null, 2)
      : tellDiff(difference, lang).map(plain).join("\n");
  io.stdout.write(`${told}\n`);
  return statusOf(difference);
}

function countOf(written: string | undefined): number {
  if (written === undefined) return usual;
  if (/^[1-9]\d{0,5}$/.test(written)) return Number(written);
  throw new Refused(`--regions takes a number from 1 on, and this is ${show(written)}`);
}

/** Loads the two that are compared; a variant alone is compared with what it is built on. */
async function loadBoth(
  named: readonly string[],
  where: Where,
  io: Io,
): Promise<readonly [Ruleset, Ruleset]> {
  if (named.length !== 1) {
    const [a, b] = places(named, ["A", "B"] as const, usage);
    return [(await load(a, io, where)).ruleset, (await load(b, io, where)).ruleset];
  }
  const [only] = places(named, ["A"] as const, usage);
  const loaded = await load(only, io, where);
  const base = baseOf(loaded, where.on);
  if (base) return [base, loaded.ruleset];
  throw new Refused(
    `${show(only)} is built on no other: name a second ruleset to compare it with\nusage: ${usage}`,
  );
}

/** A ruleset of which nothing can be said is not the same, and not different either. */
function statusOf({ decisions }: Difference): number {
  const isSame = (d: Difference["decisions"][number]) =>
    d.outputs.length === 0 && (d.status === "same" || d.status === "unset");
  if (decisions.every(isSame)) return 0;
  return decisions.every((d) => isSame(d) || d.status === "undecided") ? 2 : 1;
}
