import { compareVersions } from "compare-versions";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { dayMoved } from "../../ruleset/literals.ts";
import type { Text } from "../../ruleset/text.ts";
import { isObject, ownOf } from "./merge.ts";
import { dateWarning } from "./messages.ts";
import { type Document, shelve, spanOf } from "./shelf.ts";

/**
 * Checks the dates of all versions of each ruleset: the days on which none is in force, and those on
 * which several are.
 *
 * @param documents - rulesets and variants: JSON texts, or what parsing them gave; what can't be
 *   read is left to `loadRuleset`
 * @returns a warning for each gap and each overlap between versions of one ruleset
 * @example
 * ```ts
 * import { checkCatalogue } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 *
 * const { document } = ruleset;
 * const next = { ...document, version: "1.1.0", effective: { from: "2004-01-01" } };
 * checkCatalogue([document, next])[0]?.code; // "dates-overlap"
 * ```
 */
export function checkCatalogue(documents: readonly unknown[]): readonly Diagnostic[] {
  const byId = new Map<string, Document[]>();
  for (const document of shelve(documents).documents) {
    byId.set(document.id, [...(byId.get(document.id) ?? []), document]);
  }
  return [...byId.values()].flatMap(checkVersions);
}

/** Goes through the versions by the day they begin, and keeps the one that ends last. */
function checkVersions(versions: readonly Document[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const sorted = versions
    .filter(isEver)
    .sort((a, b) => compare(startOf(a), startOf(b)) || compareVersions(a.version, b.version));
  let longest = sorted[0];
  for (const next of sorted.slice(1)) {
    const before = longest as Document;
    const end = endOf(before);
    if (startOf(next) <= end) found.push(overlap(before, next));
    else if (end !== ever && dayMoved(end, 1) < startOf(next)) found.push(gap(before, next));
    if (endOf(next) > end) longest = next;
  }
  return found.filter((d) => !isMeant(d, sorted));
}

/** Does the document of which a warning is told say that it is meant. */
function isMeant({ document, code, path }: Diagnostic, versions: readonly Document[]): boolean {
  const own = versions.find((d) => d.name === document);
  const silenced = own?.safe ? ownOf(own.value, "silenced") : undefined;
  const entries = isObject(silenced) ? Object.values(silenced) : [];
  return entries.some((e) => ownOf(e, "code") === code && ownOf(e, "at") === path);
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** A day before all days, and one after all: both compare as days do. */
const [never, ever] = ["0000-00-00", "9999-99-99"];
const startOf = (document: Document) => spanOf(document).from ?? never;
const endOf = (document: Document) => spanOf(document).to ?? ever;

/** A span that ends before it begins holds no day. */
const isEver = (document: Document) => startOf(document) <= endOf(document);

function overlap(before: Document, after: Document): Diagnostic {
  const end = compare(endOf(before), endOf(after)) < 0 ? endOf(before) : endOf(after);
  const to: Text = end === ever ? { zh: "起", en: "on" } : { zh: `至 ${end}`, en: `to ${end}` };
  const from = startOf(after) === never ? firstDay : { zh: startOf(after), en: startOf(after) };
  const together = startOf(before) === startOf(after) ? { together: "yes" } : {};
  return told("dates-overlap", before, after, { from, to, ...together });
}

const firstDay: Text = { zh: "最初", en: "the first day" };

const gap = (before: Document, after: Document): Diagnostic =>
  told("dates-gap", before, after, {
    from: dayMoved(endOf(before), 1),
    to: dayMoved(startOf(after), -1),
  });

function told(
  code: "dates-gap" | "dates-overlap",
  before: Document,
  after: Document,
  words: Readonly<Record<string, string | Text>>,
): Diagnostic {
  const versions = { name: after.id, before: before.version, after: after.version };
  const message = { zh: "另一个版本的日期", en: "the dates of the other version" };
  return {
    ...dateWarning(code, "/effective", { ...versions, ...words }),
    document: after.name,
    related: [{ document: before.name, path: "/effective", message }],
  };
}
