import { readdir, stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { pick } from "../../load/variant/pick.ts";
import { shelve } from "../../load/variant/shelf.ts";
import { isDay } from "../../ruleset/literals.ts";
import { nameOf } from "../../ruleset/provenance.ts";
import { type Io, Refused, show } from "../io.ts";
import { type Document, type Folder, type LeftOut, parsed, readFolder } from "./folder.ts";
import { type Unfit, unfit } from "./messages.ts";
import { isUnfit, readText } from "./read.ts";
import { shippedDocuments, shippedFiles } from "./shipped.ts";

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

/** A ruleset that is not found, or not read. */
export interface Unread extends Unfit {
  readonly file: string;
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

interface Place {
  readonly given: string | undefined;
  readonly on: string | undefined;
  readonly cwd: string;
  readonly folderOf: (path: string) => Promise<Folder>;
  readonly allShipped: () => Promise<readonly Document[]>;
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
  const others = [...documents, ...(await place.allShipped())].filter((d) => d.file !== file);
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

/** Finds the file that is meant: by an id of the folder or of those shipped, or by its path. */
async function fileOf(named: string, place: Place): Promise<string | Unread> {
  const { given, cwd, on } = place;
  const shipped = (await shippedFiles()).get(named);
  if (given === undefined && shipped !== undefined) return shipped;
  const path = resolve(cwd, named);
  if (given !== undefined && /^[a-z0-9-]+$/.test(named)) {
    const { documents, refused } = await place.folderOf(given);
    if (refused) return refused;
    const all = [...documents, ...(await place.allShipped())];
    const [first, ...others] = all.filter((d) => d.id === named);
    if (first) return edition(path, [first, ...others], on);
  }
  const found = await stat(path).catch(() => undefined);
  return found ? path : { file: path, ...unfit.missing(named, await namesNear(path, cwd)) };
}

/** What could have been meant: the documents beside a file that is not there, and those shipped. */
async function namesNear(path: string, cwd: string): Promise<readonly string[]> {
  const beside = await readdir(dirname(path)).catch(() => []);
  const files = beside.filter((name) => name.endsWith(".json"));
  const written = files.map((name) => relative(cwd, resolve(dirname(path), name)));
  return [...(await shippedFiles()).keys(), ...written];
}

/** Picks the version that is in force on the day; without a day, the highest. */
function edition(
  path: string,
  own: readonly [Document, ...Document[]],
  on: string | undefined,
): string | Unread {
  const picked = pick({ id: own[0].id, on }, shelve(own.map((d) => d.text)));
  if ("document" in picked) {
    const { version } = picked.document;
    return (own.find((d) => d.version === version) ?? own[0]).file;
  }
  const [first] = picked.faults;
  return first ? { file: path, why: first.message, help: first.help } : own[0].file;
}
