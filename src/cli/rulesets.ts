import { compile, type Program } from "../execute/program.ts";
import type { AnySpec, Ruleset } from "../kinds/ruleset.ts";
import { hashOf } from "../load/hash.ts";
import { loadRuleset } from "../load/load.ts";
import { shipped } from "../policies/shipped.ts";
import { daysIn, daysOf } from "../ruleset/dates.ts";
import { TiercutError, tell } from "../ruleset/diagnostics.ts";
import type { Setting } from "../ruleset/settings.ts";
import { type Found, openCatalogue, type Where } from "./catalogue/find.ts";
import { type LeftOut, parsed } from "./catalogue/folder.ts";
import { isUnfit } from "./catalogue/read.ts";
import { type Io, listed, Refused, show, visible } from "./io.ts";
import { shippedFile } from "./shipped.ts";

/** A ruleset that was loaded, and the files it may have come from. */
export interface LoadedFile {
  readonly ruleset: Ruleset;
  readonly found: Found;
}

/** Loads a ruleset or a variant by its id or path, or tells every fault that is in it. */
export async function load(named: string, io: Io, where: Where = {}): Promise<LoadedFile> {
  const catalogue = await openCatalogue(where, io);
  const found = await catalogue.find(named);
  if (isUnfit(found)) throw new Refused(`${show(named)}: ${found.why.en}; ${found.help.en}`);
  noteLeftOut(found, io);
  const documents = found.others.map((d) => d.text);
  // A shipped ruleset has been checked in full.
  const isKnown = found.file === shippedFile(`${named}.json`) && where.on === undefined;
  if (isKnown) return { found, ruleset: asChecked(parsed(found.text)) };
  const { on } = where;
  const loaded = loadRuleset(found.text, { documents, ...(on === undefined ? {} : { on }) });
  if (loaded.ok) return { found, ruleset: loaded.ruleset };
  const places = `\n\`tiercut check\` shows each of them in its place`;
  throw new Refused(`the ruleset ${show(named)} has faults:\n${tell(loaded.diagnostics)}${places}`);
}

const asChecked = (document: unknown) => shipped<AnySpec>(document, hashOf(document as object));

/** Loads what a variant is built on; nothing where it is built on no other. */
export function baseOf({ ruleset, found }: LoadedFile, on?: string): Ruleset | undefined {
  const base = ruleset.chain?.at(-2);
  const document = found.others.find((d) => d.id === base?.id && d.version === base.version);
  if (!document) return undefined;
  const day = on === undefined ? {} : { on };
  // It is in force on the day, since what is built on it is; a shipped one has been checked in full.
  if (document.file === shippedFile(`${document.id}.json`))
    return { ...asChecked(document.value), ...day };
  const documents = found.others.map((d) => d.text);
  const loaded = loadRuleset(document.text, { documents, ...day });
  return loaded.ok ? loaded.ruleset : undefined;
}

/** Says which files may have been what is looked for, and were not read. */
export function noteLeftOut({ leftOut }: Found, io: Io) {
  for (const left of leftOut.slice(0, 5)) io.stderr.write(`note: ${visible(tellLeft(left))}\n`);
}

const tellLeft = ({ file, why, help }: LeftOut) => `left out ${show(file)}: ${why.en}; ${help.en}`;

/** What is compiled: a ruleset, its settings as `parameter=value`, and where and when to look. */
export interface Wanted {
  readonly ruleset: string;
  readonly settings: readonly string[];
  readonly where?: Where | undefined;
}

/** A program, and the files it may have come from. */
export interface Compiled {
  readonly program: Program;
  readonly found: Found;
}

/** Loads a ruleset and compiles it with its settings. */
export async function loadProgram(wanted: Wanted, io: Io): Promise<Compiled> {
  const { settings } = wanted;
  const { ruleset, found } = await load(wanted.ruleset, io, wanted.where);
  const entries = settings.map((s) => settingOf(s, ruleset));
  const twice = entries.find(([name], i) => entries.findIndex(([n]) => n === name) !== i);
  if (twice) throw new Refused(`--set sets ${show(twice[0])} twice: keep one of the two`);
  const parameters = Object.fromEntries(entries);
  checkDay(ruleset, parameters);
  try {
    return { program: compile(ruleset, { parameters }), found };
  } catch (error) {
    if (!(error instanceof TiercutError) || settings.length === 0) throw error;
    throw new Refused(tellSettings(ruleset.document.id, error));
  }
}

/** What depends on the day can't be run without one. */
export function checkDay(
  { document, on }: Ruleset,
  settings: Readonly<Record<string, Setting>> = {},
) {
  if (on !== undefined) return;
  const dated = Object.entries(document.parameters).filter(([, p]) => daysOf(p).length > 0);
  const open = dated.map(([name]) => name).filter((name) => !Object.hasOwn(settings, name));
  if (open.length === 0) return;
  const [day] = daysIn(document.parameters);
  throw new Refused(
    `what ${listed(open)} of ${show(document.id)} is depends on the day: add --on DATE, such as --on ${day}`,
  );
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
