import { opendir } from "node:fs/promises";
import { join } from "node:path";
import { type Unfit, unfit } from "./messages.ts";
import { isUnfit, readText } from "./read.ts";

/** A ruleset or a variant as it is written in a file. */
export interface Document {
  readonly file: string;
  readonly text: string;
  /** What the text says, as JSON. */
  readonly value: unknown;
  readonly id: string;
  readonly version: string;
}

/** A file, or a folder, that could hold documents and was not taken. */
export interface LeftOut extends Unfit {
  readonly file: string;
}

/** The documents of a folder, in the order of their files' names. */
export interface Folder {
  readonly documents: readonly Document[];
  readonly leftOut: readonly LeftOut[];
  /** Why nothing of the folder was read, where that is so. */
  readonly refused?: LeftOut | undefined;
}

const mostFiles = 200;
const mostBytes = 50_000_000;

/** Reads every document that stands in a folder itself; what is in its folders is not looked at. */
export async function readFolder(folder: string): Promise<Folder> {
  const files = await jsonFiles(folder).catch((error: NodeJS.ErrnoException) =>
    unfit.unread(error.code ?? String(error)),
  );
  if (isUnfit(files)) return refused(folder, files);
  if (files.length > mostFiles) return refused(folder, unfit.many(files.length, mostFiles));
  const documents: Document[] = [];
  const leftOut: LeftOut[] = [];
  let total = 0;
  for (const file of files) {
    const read = await readText(file, [folder]);
    if (!isUnfit(read)) total += read.size;
    if (total > mostBytes) return refused(folder, unfit.heavy(mostBytes));
    const document = isUnfit(read) ? read : documentOf(file, read.text);
    if (document && isUnfit(document)) leftOut.push({ file, ...document });
    else if (document) documents.push(document);
  }
  return { documents, leftOut };
}

function refused(folder: string, why: Unfit): Folder {
  const told = { file: folder, ...why };
  return { documents: [], leftOut: [told], refused: told };
}

/** Lists the files that may be documents; of too many no more than shows that they are. */
async function jsonFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const entry of await opendir(folder)) {
    const { name } = entry;
    // What begins with a point is an editor's own.
    if (entry.isDirectory() || !name.endsWith(".json") || name.startsWith(".")) continue;
    found.push(join(folder, name));
    if (found.length > mostFiles) break;
  }
  return found.sort();
}

/** Takes a text as a document where it says which one it is; other JSON is no concern of ours. */
function documentOf(file: string, text: string): Document | Unfit | undefined {
  const value = parsed(text);
  if (value === undefined) return unfit.text();
  if (typeof value !== "object" || value === null) return undefined;
  const { language, id, version } = value as Readonly<Record<string, unknown>>;
  if (language === undefined || typeof id !== "string") return undefined;
  return { file, text, value, id, version: typeof version === "string" ? version : "" };
}

/** JSON has no `undefined`, so it can stand for a text that is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
