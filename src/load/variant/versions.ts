import { compareVersions, satisfies } from "compare-versions";
import type { Document } from "./shelf.ts";

/** Moves a range of versions so that it begins at a version, in the form in which it is written. */
export function movedRange(range: string, version: string): string {
  const parts = range.split(/ +/);
  const exact = parts.find((part) => /^=?\d/.test(part));
  if (exact !== undefined) return exact.startsWith("=") ? `=${version}` : version;
  const begins = /^[\^~]/.exec(range)?.[0] ?? ">=";
  const ends = parts.filter((part) => part.startsWith("<"));
  const kept = ends.filter((end) => satisfies(version, end));
  const isPassed = begins === ">=" && kept.length < ends.length;
  const [major = ""] = version.split(".");
  const end = isPassed && kept.length === 0 ? [`<${Number(major) + 1}.0.0`] : kept;
  return [begins + version, ...end].join(" ");
}

/** Finds, of the documents with an id that lie in a range, those with the lowest version. */
export function lowestIn(
  id: string,
  range: string,
  documents: readonly Document[],
): readonly Document[] {
  const fitting = documents.filter((d) => d.id === id && satisfies(d.version, range));
  const [lowest] = [...fitting].sort((a, b) => compareVersions(a.version, b.version));
  return fitting.filter((d) => d.version === lowest?.version);
}
