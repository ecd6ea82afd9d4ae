import { lint } from "../../analyze/lint.ts";
import type { Ruleset } from "../../kinds/ruleset.ts";
import { type Loaded, loadRuleset } from "../../load/load.ts";
import { checkCatalogue } from "../../load/variant/catalogue.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { type Found, openCatalogue, type Where } from "../catalogue/find.ts";
import type { LeftOut } from "../catalogue/folder.ts";
import { isUnfit } from "../catalogue/read.ts";
import type { Io } from "../io.ts";
import { baseOf, type LoadedFile } from "../rulesets.ts";
import type { Finding, Report } from "./finding.ts";
import { type Locate, locator } from "./locate.ts";

/** What came of a check, and what was not looked at. */
export interface Checked {
  readonly report: Report;
  readonly leftOut: readonly LeftOut[];
}

/** Checks rulesets and variants: what keeps them from loading, and what analysis warns of. */
export async function checkFiles(named: readonly string[], where: Where, io: Io): Promise<Checked> {
  const catalogue = await openCatalogue(where, io);
  const found = await Promise.all(named.map((n) => catalogue.find(n, true)));
  const read = found.flatMap((f) => (isUnfit(f) ? [] : [f]));
  const findings = read.flatMap((f) => findingsIn(f, where.on));
  const leftOut = read.flatMap((f) => (f.isVariant ? f.leftOut : []));
  return {
    report: {
      cwd: io.cwd,
      files: [...new Set(read.map((f) => f.file))],
      unread: found.flatMap((f) => (isUnfit(f) ? [f] : [])),
      findings: inOrder(findings),
    },
    leftOut: [...new Map(leftOut.map((l) => [l.file, l])).values()],
  };
}

function findingsIn(found: Found, on: string | undefined): readonly Finding[] {
  const documents = found.others.map((d) => d.text);
  const loaded = loadRuleset(found.text, { documents, ...(on === undefined ? {} : { on }) });
  const locate = locator(found, loaded.ok ? loaded.ruleset : undefined);
  // Of a variant that has its base's name, the dates of both say nothing more.
  const isCycle = loaded.diagnostics.some((d) => d.code === "extends-cycle");
  const versions = isCycle ? [] : versionsOf(found, loaded);
  const told = [...loaded.diagnostics, ...versions].map((d) => locate.written(d));
  return [...told, ...analysed(found, loaded, locate, on)];
}

/** What there is to tell of all versions of a ruleset, and of what it is built on: their dates. */
function versionsOf({ text, id, others }: Found, loaded: Loaded): readonly Diagnostic[] {
  const chain = loaded.ok ? (loaded.ruleset.chain ?? []) : [];
  const ids = new Set([id, ...chain.map((e) => e.id)]);
  const versions = others.filter((d) => ids.has(d.id));
  return versions.length === 0 ? [] : checkCatalogue([text, ...versions.map((d) => d.text)]);
}

function analysed(
  found: Found,
  loaded: Loaded,
  locate: Locate,
  on: string | undefined,
): readonly Finding[] {
  if (!loaded.ok) return [];
  const { ruleset } = loaded;
  const { diagnostics, silenced } = lint(ruleset);
  const isInherited = inheritedFrom({ ruleset, found }, on);
  return [
    ...diagnostics.map((d) => (isInherited(d) ? locate.resolved(d) : locate.caused(d))),
    ...silenced.map(({ diagnostic, by }) => ({
      ...locate.resolved(diagnostic),
      silenced: whyOf(loaded.ruleset, by),
    })),
  ];
}

/** Tells what analysis finds in the base as well; the base is looked at only where that matters. */
function inheritedFrom(file: LoadedFile, on: string | undefined) {
  const keyOf = (d: Diagnostic) => `${d.code} ${d.path} ${d.message.en}`;
  let known: ReadonlySet<string> | undefined;
  return (d: Diagnostic): boolean => {
    if (d.severity !== "warning") return true;
    const base = known ? undefined : baseOf(file, on);
    known ??= new Set(base ? lint(base).diagnostics.map(keyOf) : []);
    return known.has(keyOf(d));
  };
}

function whyOf({ document: { silenced = {} } }: Ruleset, by: string): Text {
  return silenced[by]?.why ?? { zh: by, en: by };
}

/** Puts findings in the order of files and places; what two files have in common is told once. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ code, message, spot, silenced }: Finding) =>
    JSON.stringify([spot.file, spot.start.offset, code, message.en, silenced !== undefined]);
  const once = [...new Map(findings.map((f) => [key(f), f])).values()];
  return once.sort(
    (a, b) => compare(a.spot.file, b.spot.file) || a.spot.start.offset - b.spot.start.offset,
  );
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
