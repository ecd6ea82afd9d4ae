import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { type Io, orStopped, Refused, show } from "../io.ts";

/** What is watched. */
export interface Watched {
  /** Folders and not files: a file may not be there yet, or be replaced by another one when saved. */
  readonly folders: readonly string[];
  /** Is a file of them one that matters, by its name. */
  readonly matters: (name: string) => boolean;
}

/** How long files are left to settle: an editor writes one in several steps. */
const settling = 100;

/** Acts at once, and again whenever a file that matters may have changed, until broken off. */
export async function watchFolders(
  { folders, matters }: Watched,
  io: Io,
  act: () => Promise<void>,
): Promise<never> {
  const begun = await Promise.all(folders.map(identityOf));
  const missing = folders.find((_, i) => begun[i] === undefined);
  if (missing !== undefined) throw new Refused(`the folder ${show(missing)} is not there`);
  const ear = listen(folders, matters);
  try {
    for (;;) {
      ear.forget();
      await act();
      for (;;) {
        const now = await Promise.all(folders.map(identityOf));
        const gone = folders.find((_, i) => now[i] === undefined || now[i] !== begun[i]);
        if (gone !== undefined) throw new Refused(`the folder ${show(gone)} is gone: start again`);
        if (ear.hasHeard()) break;
        await orStopped(ear.next(), io.signal);
      }
      await orStopped(wait(settling), io.signal);
    }
  } finally {
    ear.close();
  }
}

/** A folder that is deleted and made again is another one, of which nothing would be heard. */
async function identityOf(folder: string): Promise<string | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ? `${found.dev} ${found.ino}` : undefined;
}

/** Listens to folders: `next` waits for anything at all, `hasHeard` tells of what matters. */
function listen(folders: readonly string[], matters: Watched["matters"]) {
  let heard = false;
  let wake: () => void = () => undefined;
  const hear = (name: string | null) => {
    heard ||= name === null || matters(name);
    wake();
  };
  const ears: FSWatcher[] = folders.map((f) => watch(f, (_, name) => hear(name)));
  // What can't be watched any more is gone, of which the caller takes note.
  for (const ear of ears) ear.on("error", () => wake());
  return {
    next: () => new Promise<void>((done) => (wake = done)),
    hasHeard: () => heard,
    forget: () => {
      heard = false;
    },
    close: () => {
      for (const ear of ears) ear.close();
    },
  };
}
