import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Writable } from "node:stream";
import { type Io, Refused, show } from "../io.ts";

/** Where results go. What is awaited is written: a slow reader slows the run, and fills no memory. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Ends the output as whole. */
  keep(): Promise<void>;
  /** Ends it as broken off, and removes what can be removed. */
  drop(): Promise<void>;
}

/** Opens a file for results, or standard output. */
export async function openSink(
  file: string | undefined,
  inputs: readonly string[],
  io: Io,
): Promise<Sink> {
  if (file === undefined || file === "-") return toStream(io.stdout);
  const path = resolve(io.cwd, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw new Refused(`${show(file)} is a folder: give --output a file`);
  if (found && !found.isFile()) return toDevice(await open(path, "w"));
  for (const input of inputs) {
    const read = await stat(resolve(io.cwd, input)).catch(() => undefined);
    if (!found || read?.ino !== found.ino || read.dev !== found.dev) continue;
    throw new Refused(
      `--output ${show(file)} would write over ${show(input)}, which is read: give it another name`,
    );
  }
  return toFile(found ? await realpath(path) : path, file);
}

/** Writes a file beside the one wanted, and renames it when it is whole. */
async function toFile(path: string, named: string): Promise<Sink> {
  const partial = `${path}.partial-${randomBytes(4).toString("hex")}`;
  const handle = await open(partial, "wx").catch((error: Error) => {
    throw new Refused(
      `${show(named)} can't be written as ${show(basename(partial))}: ${error.message}`,
    );
  });
  return {
    async write(text) {
      await handle.writeFile(text);
    },
    async keep() {
      await handle.sync();
      await handle.close();
      await rename(partial, path);
    },
    async drop() {
      await handle.close();
      await rm(partial, { force: true });
    },
  };
}

/** Writes to what is no file, such as `/dev/null` or a pipe: there is nothing to rename. */
function toDevice(handle: FileHandle): Sink {
  const end = () => handle.close();
  return {
    async write(text) {
      await handle.writeFile(text);
    },
    keep: end,
    drop: end,
  };
}

function toStream(stream: Writable): Sink {
  // A reader that goes away is told by the failed write; without a listener it would end the process.
  if (stream.listenerCount("error") === 0) stream.on("error", () => undefined);
  const end = async () => undefined;
  return {
    write: (text) =>
      new Promise((done, fail) => {
        stream.write(text, (error) => (error ? fail(error) : done()));
      }),
    keep: end,
    drop: end,
  };
}
