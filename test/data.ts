import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";

/*
 * Data from outside is not part of the repository. It is read from the folder that `TIERCUT_DATA`
 * names, or else from `shared/data` beside the checkout; a test whose file is not there is skipped
 * under a name that says which one it was.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
const beside = join(root, "..", "shared", "data");
const folder = process.env.TIERCUT_DATA ? resolve(process.env.TIERCUT_DATA) : beside;

/** Finds a file of the data from outside, such as `rfm-published/orders.csv`. */
export function dataFile(name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** Says of a test that reads these files whether to skip it, and the title that tells why. */
export function needing(names: readonly string[], title: string) {
  const absent = names.filter((n) => dataFile(n) === undefined);
  const skip = absent.length > 0;
  return { skip, title: skip ? `${title} (skipped: not found: ${absent.join(", ")})` : title };
}

/** Reads a file as text. */
export function readData(name: string): string {
  const path = dataFile(name);
  if (path === undefined) throw new Error(`${name} is not in the data folder`);
  return readFileSync(path, "utf8");
}

/** Reads a CSV file with a heading; every cell stays the text it is. */
export function readCsv<Column extends string>(name: string): Readonly<Record<Column, string>>[] {
  const { data, errors } = Papa.parse<Record<Column, string>>(readData(name), {
    header: true,
    skipEmptyLines: true,
  });
  const [wrong] = errors;
  if (wrong) throw new Error(`${name}: ${wrong.message} in row ${wrong.row}`);
  return data;
}
