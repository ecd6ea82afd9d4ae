import { readdir, readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type Program } from "../execute/program.ts";
import type { Ruleset } from "../kinds/ruleset.ts";
import { loadRuleset } from "../load/load.ts";
import { shipped } from "../policies/shipped.ts";
import { TiercutError, tell } from "../ruleset/diagnostics.ts";
import type { Setting } from "../ruleset/settings.ts";
import { suggestion } from "../ruleset/suggest.ts";
import { type Io, Refused, show } from "./io.ts";

/** The folder of the shipped rulesets, beside `src` and beside `dist`. */
const folder = fileURLToPath(new URL("../../rulesets/", import.meta.url));

/** Finds a file among the shipped rulesets. */
export const shippedFile = (...names: readonly string[]) => resolve(folder, ...names);

/** Lists the ids of the shipped rulesets. */
export async function shippedIds(): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((f) => f.endsWith(".json"))
    .map((f) => f.slice(0, -5))
    .sort();
}

/** Finds the file of a ruleset: a shipped id, or a path. */
export async function fileOf(named: string, io: Io): Promise<string> {
  const ids = await shippedIds();
  if (ids.includes(named)) return shippedFile(`${named}.json`);
  const path = resolve(io.cwd, named);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return path;
  const { near, known } = suggestion(named, ids);
  throw new Refused(
    `${show(named)} is neither a shipped ruleset nor a file; ${near ? `did you mean \`${near}\`?` : `shipped are ${known}; or give a path`}`,
  );
}

/** Loads a ruleset, or tells every fault that is in it. A shipped one has been checked in full. */
export async function load(named: string, io: Io): Promise<Ruleset> {
  const file = await fileOf(named, io);
  const text = withoutMark(await readFile(file, "utf8"));
  if (file === shippedFile(`${named}.json`)) return shipped(JSON.parse(text));
  const loaded = loadRuleset(text);
  if (loaded.ok) return loaded.ruleset;
  throw new Refused(`the ruleset ${show(named)} has faults:\n${tell(loaded.diagnostics)}`);
}

/** Takes off the mark that some editors put before a text. */
const withoutMark = (text: string) => text.replace(/^\uFEFF/, "");

/** Loads a ruleset and compiles it with settings written as `parameter=value`. */
export async function loadProgram(
  named: string,
  settings: readonly string[],
  io: Io,
): Promise<Program> {
  const ruleset = await load(named, io);
  const entries = settings.map((s) => settingOf(s, ruleset));
  const twice = entries.find(([name], i) => entries.findIndex(([n]) => n === name) !== i);
  if (twice) throw new Refused(`--set sets ${show(twice[0])} twice: keep one of the two`);
  try {
    return compile(ruleset, { parameters: Object.fromEntries(entries) });
  } catch (error) {
    if (!(error instanceof TiercutError) || settings.length === 0) throw error;
    throw new Refused(tellSettings(ruleset.document.id, error));
  }
}

/** Tells why settings can't be used: one by one, or because together they make no ruleset. */
function tellSettings(id: string, { diagnostics }: TiercutError): string {
  const each = diagnostics.every((d) => d.path.startsWith("/parameters/"));
  const why = each ? "" : " together: they make a ruleset that can't be run";
  return `what --set sets in ${show(id)} can't be used${why}\n${tell(diagnostics)}`;
}

/** Reads `parameter=value` by the type of the parameter; what does not fit is refused by compiling. */
function settingOf(written: string, { document }: Ruleset): readonly [string, Setting] {
  const at = written.indexOf("=");
  if (at < 1) throw new Refused(`--set takes \`parameter=value\`, and this is ${show(written)}`);
  const [name, value] = [written.slice(0, at).trim(), written.slice(at + 1).trim()];
  const known = Object.hasOwn(document.parameters, name) ? document.parameters[name] : undefined;
  const number = known?.type === "number" && /^[+-]?\d+(\.\d+)?$/.test(value);
  return [name, number ? Number(value) : value];
}
