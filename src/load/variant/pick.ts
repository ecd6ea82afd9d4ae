import { compareVersions, satisfies } from "compare-versions";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Words } from "../../ruleset/fault.ts";
import { han, listed } from "../../ruleset/phrase.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { variantFault } from "./messages.ts";
import { covers, type Document, type Shelf, spanOf } from "./shelf.ts";

/** What is looked for: a ruleset by its id, in a range of versions, on a day. */
export interface Wanted {
  readonly id: string;
  readonly range?: string | undefined;
  readonly on?: string | undefined;
}

/** The document that was found, or why there is none. */
export type Picked = { readonly document: Document } | { readonly faults: readonly Diagnostic[] };

/**
 * Picks a document: of those with the id, in the range, the one in force on the day; without a day
 * the highest version. `more` can be picked too, and is not told as given.
 */
export function pick(wanted: Wanted, shelf: Shelf, more: readonly Document[] = []): Picked {
  const { id, range, on } = wanted;
  const all = [...shelf.documents, ...more].filter((d) => d.id === id);
  if (all.length === 0) return unknownBase(id, shelf);
  const inRange = all.filter((d) => range === undefined || satisfies(d.version, range));
  if (inRange.length === 0) return refuse("base-version", "/version", { ...wordsOf(all), range });
  if (on === undefined) return highest(inRange);
  const inForce = inRange.filter((d) => covers(spanOf(d), on));
  const [only] = inForce;
  if (only && inForce.length === 1) return { document: only };
  const told = only ? inForce : inRange;
  const words = { name: id, on, spans: spansOf(told) };
  const related = told.map((d) => ({
    document: d.name,
    path: "/effective",
    message: spanPhrase(spanOf(d)),
  }));
  const found = variantFault(only ? "several-in-force" : "not-in-force", "/id", words);
  return { faults: [{ ...found, related }] };
}

/** The fault's place is a key of `extends`: who asks for a base puts it where that stands. */
function refuse(
  code: Parameters<typeof variantFault>[0],
  path: string,
  words: Readonly<Record<string, Words[string] | undefined>>,
): Picked {
  const given = Object.entries(words).flatMap(([k, w]) => (w === undefined ? [] : [[k, w]]));
  return { faults: [variantFault(code, path, Object.fromEntries(given) as Words)] };
}

function unknownBase(id: string, { documents, unread }: Shelf): Picked {
  const ids = [...new Set(documents.map((d) => d.id))];
  const [beginning, ...more] = ids.filter((known) => known.startsWith(id));
  return refuse("unknown-base", "/id", {
    name: id,
    ...suggestion(id, ids),
    ...(beginning && more.length === 0 ? { near: beginning } : {}),
    given: ids.length > 0 ? "some" : undefined,
    unread: unread > 0 ? String(unread) : undefined,
  });
}

function highest(documents: readonly Document[]): Picked {
  const sorted = [...documents].sort((a, b) => compareVersions(b.version, a.version));
  const [first, second] = sorted;
  if (!first || first.name !== second?.name) return { document: first as Document };
  return refuse("base-version", "/version", { name: first.id, twice: first.version });
}

function wordsOf(documents: readonly Document[]) {
  const versions = [...new Set(documents.map((d) => d.version))].sort(compareVersions);
  return {
    name: documents[0]?.id ?? "",
    versions: listed(versions),
    latest: versions.at(-1) ?? "",
  };
}

/** Tells versions with the days on which each is in force. */
export function spansOf(documents: readonly Document[]): Text {
  const told = documents.map((d) => {
    const span = spanPhrase(spanOf(d));
    return { zh: han`\`${d.version}\` ${span.zh}`, en: `\`${d.version}\` ${span.en}` };
  });
  return { zh: told.map((t) => t.zh).join("，"), en: told.map((t) => t.en).join(", ") };
}

function spanPhrase({ from, to }: ReturnType<typeof spanOf>): Text {
  if (from !== undefined && to !== undefined)
    return { zh: `自 ${from} 至 ${to}`, en: `from ${from} to ${to}` };
  if (from !== undefined) return { zh: `自 ${from} 起`, en: `from ${from} on` };
  if (to !== undefined) return { zh: `至 ${to} 止`, en: `up to ${to}` };
  return { zh: "不限日期", en: "on every day" };
}
