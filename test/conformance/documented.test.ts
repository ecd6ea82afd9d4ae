import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/*
 * Each suite holds its own rows of the table in the documents to what it counts; here, that the table
 * has no others.
 */

const folder = new URL("./", import.meta.url);
const matched = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => m[1]);

it("the documents tell of the suites that are run, and of no others", () => {
  const document = readFileSync(new URL("../../docs/other-formats.md", folder), "utf8");
  const tests = readdirSync(folder).filter((f) => f.endsWith(".test.ts"));
  const run = tests.flatMap((f) =>
    matched(readFileSync(new URL(f, folder), "utf8"), /^ {2}title: "(.*)",$/gm),
  );
  expect(run.length).toBeGreaterThan(0);
  expect(matched(document, /^\| \*\*(.*)\*\* \| \*\*/gm).sort()).toEqual(run.sort());
});
