import { canonical } from "../../ruleset/canonical.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { isDay } from "../../ruleset/literals.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import { readSource } from "../read.ts";
import { isObject, type JsonObject, ownOf } from "./merge.ts";

/** A document that a variant may be built on, as it was handed in. */
export interface Document {
  readonly value: JsonObject;
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** May its value be walked: is it plain JSON of a bearable size. */
  readonly safe: boolean;
  /** Faults of its text, and of the shape of its value. */
  readonly faults: readonly Diagnostic[];
}

/** The documents to choose from, and how many of those given can't be told by id and version. */
export interface Shelf {
  readonly documents: readonly Document[];
  readonly unread: number;
}

/** Reads what was handed in; the same document twice counts once. */
export function shelve(given: readonly unknown[]): Shelf {
  const read = given.map(documentOf);
  const byName = new Map<string, Document[]>();
  for (const document of read) {
    if (!document) continue;
    const same = byName.get(document.name);
    if (same) same.push(document);
    else byName.set(document.name, [document]);
  }
  const unread = read.filter((d) => d === undefined).length;
  return { documents: [...byName.values()].flatMap(distinct), unread };
}

function distinct(same: readonly Document[]): readonly Document[] {
  if (same.length === 1) return same;
  return [...new Map(same.map((d) => [d.safe ? canonical(d.value) : d.value, d])).values()];
}

/** Reads one document, or nothing where it has no id and version to be chosen by. */
export function documentOf(source: unknown): Document | undefined {
  const { value, safe, faults } = readSource(source);
  if (!isObject(value)) return undefined;
  const [id, version] = [stated(value, "id"), stated(value, "version")];
  if (typeof id !== "string" || typeof version !== "string") return undefined;
  if (!/^\d+\.\d+\.\d+$/.test(version)) return undefined;
  return { value, id, version, name: nameOf({ id, version }), safe, faults };
}

/** Reads a key without running a getter: the value may not be safe. */
const stated = (value: JsonObject, key: string): unknown =>
  Object.getOwnPropertyDescriptor(value, key)?.value;

/** The days from and to which a document says that it is in force; both are in. */
export interface Span {
  readonly from?: string;
  readonly to?: string;
}

/** Reads the span that a document states itself; one that inherits it states none. */
export function spanOf(document: Document): Span {
  const effective = document.safe ? ownOf(document.value, "effective") : undefined;
  const [from, to] = [ownOf(effective, "from"), ownOf(effective, "to")];
  return {
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

/** Does a span hold a day. */
export function covers({ from, to }: Span, on: string): boolean {
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}
