import { lstat, readdir } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { pick } from "../../load/variant/pick.ts";
import { shelve } from "../../load/variant/shelf.ts";
import { shippedFiles } from "../shipped.ts";
import type { Document, Folder } from "./folder.ts";
import { type Unfit, unfit } from "./messages.ts";

/** A ruleset that is not found, or not read. */
export interface Unread extends Unfit {
  readonly file: string;
}

/** Where rulesets are looked for. */
export interface Place {
  /** The folder that was given for them. */
  readonly given: string | undefined;
  readonly on: string | undefined;
  readonly cwd: string;
  readonly folderOf: (path: string) => Promise<Folder>;
  readonly allShipped: () => Promise<readonly Document[]>;
}

/** Finds the file that is meant: by an id of the folder or of those shipped, or by its path. */
export async function fileOf(named: string, place: Place): Promise<string | Unread> {
  const { given, cwd, on } = place;
  const shipped = await shippedFiles();
  const known = shipped.get(named);
  if (given === undefined && known !== undefined) return known;
  const path = resolve(cwd, named);
  if (given !== undefined && /^[a-z0-9-]+$/.test(named)) {
    const { documents, refused } = await place.folderOf(given);
    if (refused) return refused;
    const all = [...documents, ...(await place.allShipped())];
    const [first, ...others] = all.filter((d) => d.id === named);
    if (first) return edition(path, [first, ...others], on);
  }
  const found = await lstat(path).catch(() => undefined);
  if (found) return path;
  return { file: path, ...unfit.missing(named, [...shipped.keys()], await namesBeside(path, cwd)) };
}

/** What could have been meant: the documents in the folder of a file that is not there. */
async function namesBeside(path: string, cwd: string): Promise<readonly string[]> {
  const beside = await readdir(dirname(path)).catch(() => []);
  const files = beside.filter((name) => name.endsWith(".json"));
  return files.map((name) => relative(cwd, resolve(dirname(path), name)));
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
