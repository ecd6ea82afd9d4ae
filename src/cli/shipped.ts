import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Document, readFolder } from "./catalogue/folder.ts";

/** The folder of the shipped rulesets, beside `src` and beside `dist`: two folders up from here. */
const folder = fileURLToPath(new URL("../../rulesets/", import.meta.url));

/** Finds a file among the shipped rulesets. */
export const shippedFile = (...names: readonly string[]) => resolve(folder, ...names);

/** The folders that shipped documents stand in: rulesets first, then their variants. */
const folders = [folder, join(folder, "variants")];

/** Lists the shipped documents by their ids, each with its file; a file is called by its id. */
export async function shippedFiles(): Promise<ReadonlyMap<string, string>> {
  const found: (readonly [string, string])[] = [];
  for (const path of folders) {
    const names = await readdir(path).catch(() => []);
    const documents = names.filter((n) => n.endsWith(".json")).sort();
    found.push(...documents.map((n) => [n.slice(0, -".json".length), join(path, n)] as const));
  }
  return new Map(found);
}

/** Reads every shipped document. */
export async function shippedDocuments(): Promise<readonly Document[]> {
  const read = await Promise.all(folders.map((f) => readFolder(f).catch(() => undefined)));
  return read.flatMap((f) => f?.documents ?? []);
}
