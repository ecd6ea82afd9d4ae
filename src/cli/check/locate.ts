import type { Ruleset } from "../../kinds/ruleset.ts";
import { setBy } from "../../load/variant/set-by.ts";
import type { Diagnostic, Place } from "../../ruleset/diagnostics.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import type { Found } from "../catalogue/find.ts";
import type { Finding } from "./finding.ts";
import { spotOf, type Written, writtenIn } from "./place.ts";

/** Finds the places of diagnostics in files. */
export interface Locate {
  /** Of one that lies in a document as it is written. */
  written(diagnostic: Diagnostic): Finding;
  /** Of one that lies in a ruleset put together from several documents. */
  resolved(diagnostic: Diagnostic): Finding;
  /** The same, of one that the base does not have: it is told at what the variant changes. */
  caused(diagnostic: Diagnostic): Finding;
}

/** Makes what finds places in a file that is checked, and in those it is built on. */
export function locator(found: Found, ruleset: Ruleset | undefined): Locate {
  const fileOf = filesOf(found);
  const written = (diagnostic: Diagnostic): Finding => {
    const { document, path, related = [] } = diagnostic;
    const isSame = (other: Place) => other.document === document && other.path === path;
    return {
      ...diagnostic,
      spot: spotOf(fileOf(document, false), diagnostic),
      related: related.map((r) => ({ ...r, spot: spotOf(fileOf(r.document, isSame(r)), r) })),
    };
  };
  const resolved = (diagnostic: Diagnostic): Finding => {
    if (!ruleset?.provenance) return written(diagnostic);
    const own = (diagnostic.related ?? []).map((r) => ({ ...r, ...statedAt(r.path, ruleset) }));
    const related = [...own, ...changesIn(diagnostic.path, ruleset)];
    return written({ ...diagnostic, ...statedAt(diagnostic.path, ruleset), related });
  };
  return {
    written,
    resolved,
    caused(diagnostic) {
      const place = ruleset?.provenance ? statedAt(diagnostic.path, ruleset) : undefined;
      const cause = ruleset ? causeOf(diagnostic.path, found.name ?? "", ruleset) : undefined;
      if (!place || !cause || place.document === found.name) return resolved(diagnostic);
      const related = [{ ...place, message: concerned }, ...(diagnostic.related ?? [])];
      return written({ ...diagnostic, ...cause, related });
    },
  };
}

/**
 * Finds the file of a document by its name; without one, the file that is checked. `isOther`: two
 * files may say that they are the same document, and this is about the second.
 */
function filesOf(found: Found): (document: string | undefined, isOther: boolean) => Written {
  const kept = new Map<string, Written>();
  return (document, isOther) => {
    const isOwn = document === undefined || (document === found.name && !isOther);
    const other = isOwn ? undefined : found.others.find((d) => nameOf(d) === document);
    const { file, text } = other ?? found;
    const written = kept.get(file) ?? writtenIn(file, text);
    kept.set(file, written);
    return written;
  };
}

/** Where what stands at a place of the whole was written: there, or around it. */
function statedAt(path: string, ruleset: Ruleset): Place {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const last = setBy(ruleset, at).at(-1);
    if (last) return { document: last.document, path: last.path + path.slice(at.length) };
    if (at === "") return { path };
  }
}

const mostChanges = 3;

/** What variants changed inside a part of which something is told. */
function changesIn(path: string, { provenance = {} }: Ruleset) {
  const inside = Object.entries(provenance).filter(([at]) => at.startsWith(`${path}/`));
  return inside.slice(0, mostChanges).flatMap(([, history]) => {
    const last = history.at(-1);
    return last ? [{ document: last.document, path: last.path, message: changed }] : [];
  });
}

/** What a document changes inside a part; else what it takes out, or changes first. */
function causeOf(path: string, document: string, { provenance = {} }: Ruleset): Place | undefined {
  const changes = Object.entries(provenance).flatMap(([at, history]) => {
    const last = history.at(-1);
    return last?.document === document ? [{ at, last }] : [];
  });
  const cause =
    changes.find(({ at }) => at.startsWith(`${path}/`)) ??
    changes.find(({ last }) => last.value === null && keyOf(last.path) === keyOf(path)) ??
    changes.find(({ last }) => last.value === null) ??
    changes[0];
  return cause && { document, path: cause.last.path };
}

const keyOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

const concerned = { zh: "问题出在这里", en: "this is what it is about" };
const changed = { zh: "这里改动了其中的内容", en: "a part of it is changed here" };
