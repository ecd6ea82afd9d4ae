import { constants, type Stats } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { isAbsolute, relative } from "node:path";
import { decode } from "./decode.ts";
import { type Unfit, unfit } from "./messages.ts";

/** The most bytes of a file that are read: more can't be a ruleset, whatever its characters. */
const mostBytes = 15_000_000;

/** What a file holds, or why it is not read. */
export type Read = { readonly text: string; readonly size: number } | Unfit;

/**
 * Reads a file that lies in one of the folders. A link is followed as far as it stays in them, and
 * what is no file is not waited for.
 */
export async function readText(file: string, folders: readonly string[]): Promise<Read> {
  let handle: FileHandle | undefined;
  try {
    const real = await realpath(file);
    if (!(await isInside(real, folders))) return unfit.outside(real);
    // Opened without waiting, since a pipe that nobody writes to would never open.
    handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await handle.stat();
    return noFile(found) ?? decode(await readBytes(handle));
  } catch (error) {
    return unfit.unread((error as NodeJS.ErrnoException).code ?? String(error));
  } finally {
    await handle?.close();
  }
}

async function isInside(real: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    const path = relative(await realpath(folder), real);
    if (!isAbsolute(path) && !/^\.\.([\\/]|$)/.test(path)) return true;
  }
  return false;
}

function noFile(found: Stats): Unfit | undefined {
  if (found.isDirectory()) return unfit.folder();
  if (!found.isFile()) return unfit.pipe();
  return found.size > mostBytes ? unfit.large(found.size, mostBytes) : undefined;
}

/** Reads no more than is allowed, also where a file grows while it is read. */
async function readBytes(handle: FileHandle): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const stream = handle.createReadStream({ end: mostBytes, autoClose: false });
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Could a file not be read. */
export function isUnfit<T extends object>(read: T): read is Extract<T, Unfit> {
  return "why" in read;
}
