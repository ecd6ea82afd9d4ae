import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Io, orStopped, Refused, show } from "../io.ts";

/** Where an input comes from. */
export interface Source {
  readonly name: string;
  /** Reads it from its beginning. */
  open(): AsyncIterable<Uint8Array>;
  /** Ends all reading, and removes what was put aside. */
  close(): Promise<void>;
}

/**
 * Opens an input. Standard input, or a pipe, can be read once only: where it is needed more than
 * once it is put aside in a temporary file.
 */
export async function openSource(input: string, again: boolean, io: Io): Promise<Source> {
  if (input === "-") {
    return again ? putAside("standard input", io.stdin, io) : once("standard input", io.stdin, io);
  }
  const path = resolve(io.cwd, input);
  const found = await stat(path).catch(() => undefined);
  if (!found)
    throw new Refused(`there is no file ${show(input)}; give a path, or \`-\` for standard input`);
  if (found.isDirectory()) throw new Refused(`${show(input)} is a folder: give a file in it`);
  if (!again) return once(input, createReadStream(path), io);
  return found.isFile() ? fromFile(input, path, io) : putAside(input, createReadStream(path), io);
}

function once(name: string, stream: Readable, io: Io): Source {
  const close = async () => {
    stream.destroy();
  };
  return { name, open: () => untilStopped(stream, io), close };
}

/** Ends the reading of a stream when the command is broken off, though nothing more may come. */
async function* untilStopped(stream: Readable, { signal }: Io): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orStopped(chunks.next(), signal);
      if (next.done) return;
      yield next.value as Uint8Array;
    }
  } finally {
    stream.destroy();
  }
}

/** A file that is read several times, and must be the same each time. */
function fromFile(name: string, path: string, io: Io): Source {
  const same = startComparing();
  const opened: Readable[] = [];
  const open = async function* () {
    const { size, mtimeMs, ino, dev } = await stat(path);
    same("file", [size, mtimeMs, ino, dev].join(" "));
    const hash = createHash("sha256");
    const stream = createReadStream(path);
    opened.push(stream);
    for await (const chunk of untilStopped(stream, io)) {
      hash.update(chunk);
      yield chunk;
    }
    same("bytes", hash.digest("hex"));
  };
  const close = async () => {
    for (const stream of opened) stream.destroy();
  };
  return { name, open, close };
}

/** Compares what is seen of a file with what was seen of it before. */
function startComparing() {
  const seen = new Map<string, string>();
  return (what: string, now: string) => {
    const before = seen.get(what) ?? now;
    seen.set(what, now);
    if (before !== now)
      throw new Refused("the input changed while it was read: run it again, on a copy");
  };
}

async function putAside(name: string, stream: Readable, io: Io): Promise<Source> {
  const folder = await mkdtemp(join(tmpdir(), "tiercut-"));
  const path = join(folder, "input");
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(untilStopped(stream, io), createWriteStream(path));
  } catch (error) {
    await remove();
    throw error;
  }
  const file = fromFile(name, path, io);
  const close = () => file.close().then(remove);
  return { ...file, close };
}
