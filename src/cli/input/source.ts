import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { addAbortSignal, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Io, Refused, show } from "../io.ts";

/** Where an input comes from. */
export interface Source {
  readonly name: string;
  /** The file, where it is one. */
  readonly path?: string | undefined;
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
  if (again && !found.isFile()) return putAside(input, createReadStream(path), io);
  return fromFile(input, path, io);
}

function once(name: string, stream: Readable, io: Io): Source {
  return { name, open: () => untilStopped(stream, io), close: async () => undefined };
}

/** Ends the reading of a stream when the command is broken off, though nothing more may come. */
const untilStopped = (stream: Readable, { signal }: Io) =>
  signal ? addAbortSignal(signal, stream) : stream;

function fromFile(name: string, path: string, io: Io): Source {
  const opened = new Set<Readable>();
  return {
    name,
    path,
    open() {
      const stream = untilStopped(createReadStream(path), io);
      opened.add(stream);
      return stream;
    },
    async close() {
      for (const stream of opened) stream.destroy();
    },
  };
}

async function putAside(name: string, stream: Readable, io: Io): Promise<Source> {
  const folder = await mkdtemp(join(tmpdir(), "tiercut-"));
  const path = join(folder, "input");
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(stream, createWriteStream(path), io.signal ? { signal: io.signal } : {});
  } catch (error) {
    await remove();
    throw error;
  }
  const file = fromFile(name, path, io);
  return {
    name,
    open: file.open,
    async close() {
      await file.close();
      await remove();
    },
  };
}
