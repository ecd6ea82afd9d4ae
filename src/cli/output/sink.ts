import { randomBytes } from "node:crypto";
import { fstatSync, type Stats } from "node:fs";
import { open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Io, isGone, orStopped, Refused, show } from "../io.ts";

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
  if (file === undefined || file === "-") return toStream(io);
  const path = resolve(io.cwd, file);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw new Refused(`${show(file)} is a folder: give --output a file`);
  if (found && !found.isFile()) return toDevice(path, file, io);
  for (const input of found ? inputs : []) {
    const read = await statInput(input, io).catch(() => undefined);
    if (read?.ino !== found?.ino || read?.dev !== found?.dev) continue;
    throw new Refused(
      `--output ${show(file)} would write over ${input === "-" ? "standard input" : show(input)}, which is read: give it another name`,
    );
  }
  return toFile(found ? await realpath(path) : path, file, found?.mode);
}

/** What an input is; standard input may be a file too. */
async function statInput(input: string, { stdin, cwd }: Io): Promise<Stats | undefined> {
  if (input !== "-") return stat(resolve(cwd, input));
  return stdin.fd === undefined ? undefined : fstatSync(stdin.fd);
}

/** Says where writing failed; that a reader has gone is told by the code alone. */
function failed(named: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (isGone(error)) throw error;
    throw new Refused(`${named} can't be written: ${error.message}; make room, or write elsewhere`);
  };
}

/** Writes a file beside the one wanted, and renames it, with its mode, when it is whole. */
async function toFile(path: string, file: string, mode: number | undefined): Promise<Sink> {
  const partial = `${path}.partial-${randomBytes(4).toString("hex")}`;
  const handle = await open(partial, "wx").catch((error: Error) => {
    throw new Refused(
      `${show(file)} can't be written as ${show(basename(partial))}: ${error.message}`,
    );
  });
  if (mode !== undefined) await handle.chmod(mode & 0o7777);
  return {
    write: (text) => handle.writeFile(text).catch(failed(show(file))),
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
async function toDevice(path: string, file: string, { signal }: Io): Promise<Sink> {
  const handle = await orStopped(open(path, "w"), signal).catch(failed(show(file)));
  const end = () => orStopped(handle.close(), signal);
  return {
    write: (text) => orStopped(handle.writeFile(text), signal).catch(failed(show(file))),
    keep: end,
    drop: end,
  };
}

function toStream({ stdout, signal }: Io): Sink {
  // A reader that goes away is told by the failed write; without a listener it would end the process.
  if (stdout.listenerCount("error") === 0) stdout.on("error", () => undefined);
  const end = async () => undefined;
  const write = (text: string) =>
    new Promise<void>((done, fail) => {
      stdout.write(text, (error) => (error ? fail(error) : done()));
    });
  return {
    write: (text) => orStopped(write(text), signal).catch(failed("standard output")),
    keep: end,
    drop: end,
  };
}
