import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isDay } from "../../ruleset/literals.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import { type Io, Refused, show } from "../io.ts";
import { shippedDocuments } from "../shipped.ts";
import { type Document, type Folder, type LeftOut, parsed, readFolder } from "./folder.ts";
import { fileOf, type Place, type Unread } from "./named.ts";
import { isUnfit, readText } from "./read.ts";

/** Where a ruleset and what it is built on are looked for, and the day they are taken for. */
export interface Where {
  /** The folder of the documents; without it, that of the file. */
  readonly in?: string | undefined;
  readonly on?: string | undefined;
}

export const whereOptions = { in: { type: "string" }, on: { type: "string" } } as const;

/** A ruleset or variant that was found. */
export interface Found {
  readonly file: string;
  readonly text: string;
  /** Its id and version, where it states both. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Does it say only in what it differs from another. */
  readonly isVariant: boolean;
  /** All other documents that can be found by their id. */
  readonly others: readonly Document[];
  /** What may have been one of them, and was not read. */
  readonly leftOut: readonly LeftOut[];
}

/** Finds rulesets by path or by id, with the documents they may be built on. */
export interface Catalogue {
  /** `all`: also what no variant needs, such as other versions of the same ruleset. */
  find(named: string, all?: boolean): Promise<Found | Unread>;
}

/** Checks where is looked, and reads each folder once. */
export async function openCatalogue(where: Where, io: Io): Promise<Catalogue> {
  const given = await checkWhere(where, io);
  const read = new Map<string, Promise<Folder>>();
  const folderOf = (path: string) => {
    const folder = read.get(path) ?? readFolder(path);
    read.set(path, folder);
    return folder;
  };
  let shipped: Promise<readonly Document[]> | undefined;
  const allShipped = () => {
    shipped ??= shippedDocuments();
    return shipped;
  };
  const place: Place = { given, on: where.on, cwd: io.cwd, folderOf, allShipped };
  return { find: (named, all = false) => find(named, all, place) };
}

async function checkWhere(where: Where, { cwd }: Io): Promise<string | undefined> {
  if (where.on !== undefined && !isDay(where.on)) {
    throw new Refused(`--on takes a day such as \`2010-11-30\`, and this is ${show(where.on)}`);
  }
  if (where.in === undefined) return undefined;
  const folder = resolve(cwd, where.in);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  throw new Refused(
    `--in takes a folder, and ${show(where.in)} is ${found ? "none" : "not there"}`,
  );
}

async function find(named: string, all: boolean, place: Place): Promise<Found | Unread> {
  const file = await fileOf(named, place);
  if (typeof file !== "string") return file;
  const own = dirname(file);
  const read = await readText(file, place.given === undefined ? [own] : [own, place.given]);
  if (isUnfit(read)) return { file, ...read };
  const { text } = read;
  const self = { file, text, ...statedIn(text) };
  const { isVariant } = self;
  if (!isVariant && !all) return { ...self, others: [], leftOut: [] };
  const { documents, leftOut, refused } = await place.folderOf(place.given ?? own);
  if (refused && isVariant) return refused;
  const known = new Map([...documents, ...(await place.allShipped())].map((d) => [d.file, d]));
  const others = [...known.values()].filter((d) => d.file !== file);
  return { ...self, others, leftOut: leftOut.filter((l) => l.file !== file) };
}

/** What a text says of itself: its id, its version, and that it extends another. */
function statedIn(text: string): Pick<Found, "id" | "name" | "isVariant"> {
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return { isVariant: false };
  const isVariant = Object.hasOwn(value, "extends");
  const { id, version } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== "string") return { isVariant };
  return typeof version === "string"
    ? { id, name: nameOf({ id, version }), isVariant }
    : { id, isVariant };
}
