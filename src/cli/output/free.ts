import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Io, Refused, show } from "../io.ts";
import { openSink } from "./sink.ts";

/** A document is edited by hand: none is ever written over. */
export async function checkFree(file: string | undefined, { cwd }: Io) {
  if (file === undefined || file === "-") return;
  const found = await stat(resolve(cwd, file)).catch(() => undefined);
  if (!found?.isFile()) return;
  throw new Refused(
    `--output ${show(file)} is there already, and would be written over: give it another name`,
  );
}

/** Writes a document in whole, or leaves nothing behind. */
export async function writeDocument(text: string, file: string, io: Io) {
  const sink = await openSink(file, [], io);
  try {
    await sink.write(text);
    await sink.keep();
  } catch (error) {
    await sink.drop();
    throw error;
  }
}
