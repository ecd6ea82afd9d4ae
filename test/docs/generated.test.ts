import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { citedIn } from "../../src/cli/commands/rules.ts";
import { typesOf } from "../../src/emit/typescript.ts";
import { loadRuleset, type Ruleset } from "../../src/index.ts";
import { jsonSchemas } from "../../src/load/json-schema.ts";

/*
 * What is written from the rulesets must agree with them: the types of the typed modules, and the
 * list of rules. So must the JSON Schemas with the zod schemas. `npm run generate` writes all anew.
 */

const root = new URL("../../", import.meta.url);
const ids = ["hainan-unicom-2003", "anqing-mobile-2010", "xian-unicom-2012"];
const textOf = (id: string) => readFileSync(new URL(`rulesets/${id}.json`, root), "utf8");

function load(id: string): Ruleset {
  const loaded = loadRuleset(textOf(id));
  if (!loaded.ok) throw new Error(`${id} has faults`);
  return loaded.ruleset;
}

function agrees(file: string, text: string) {
  const url = new URL(file, root);
  if (process.env.GENERATE) writeFileSync(url, text);
  expect(readFileSync(url, "utf8")).toBe(text);
}

/** Formats as the linter does, so that what is written passes it. */
function formatted(text: string, file: string): string {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [biome, "format", `--stdin-file-path=${file}`];
  const cwd = fileURLToPath(root);
  return execFileSync(process.execPath, args, { input: text, encoding: "utf8", cwd });
}

describe("what is written from the rulesets", () => {
  it.each(ids)("the types of %s agree with it", (id) => {
    const file = `src/policies/types/${id}.ts`;
    agrees(file, formatted(typesOf(load(id)), file));
  });
  it("the hashes that the typed modules state agree with them", () => {
    const camel = (id: string) => id.replace(/-(.)/g, (_, c: string) => c.toUpperCase());
    const stated = ids.map((id) => `export const ${camel(id)} = "${load(id).hash}";\n`);
    const head = "// The hash of each shipped ruleset, written by `npm run generate`.\n";
    agrees("src/policies/hashes.ts", head + stated.join(""));
  });
  it("the list of rules agrees with them", () => {
    agrees("docs/rules.md", ruleList());
  });
});

describe("the JSON Schemas", () => {
  it.each(["ruleset", "variant"] as const)("that of a %s agrees with the language", (which) => {
    const { definitions = {}, properties = {}, ...root } = jsonSchemas()[which];
    const open = JSON.stringify(root).slice(0, -1);
    const text = `${open},\n"properties": ${lines(properties)},\n"definitions": ${lines(definitions)}}\n`;
    expect(JSON.parse(text)).toEqual({ ...root, properties, definitions });
    agrees(`rulesets/schema/${which}.json`, text);
  });
});

/** Writes each entry on a line of its own: short, and a change shows where it is. */
function lines(entries: object): string {
  const all = Object.entries(entries).map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v)}`);
  return `{\n${all.join(",\n")}\n}`;
}

function ruleList(): string {
  return [
    "# Every rule, and the line that computes it",
    "",
    "Written from the rulesets by `npm run generate`. `npx tiercut rules RULESET` lists the same for any",
    "ruleset, local ones too. A rule that computes nothing, or is cut off in its source, is in the",
    "ruleset's `notes`.",
    "",
    ...ids.flatMap(rulesOf),
  ].join("\n");
}

function rulesOf(id: string): readonly string[] {
  const { document } = load(id);
  const cited = [...citedIn(document, textOf(id))].sort((a, b) =>
    a.citation.rule.localeCompare(b.citation.rule, "en", { numeric: true }),
  );
  const rows = cited.map(({ citation, label, path, line }) => {
    const link = `[${path.slice(1).join(".")}](../rulesets/${id}.json#L${line})`;
    const what = path[0] === "notes" ? "note" : `${label.en} (${label.zh})`;
    return `| ${citation.rule} | ${citation.clause} | ${path[0]} | ${link} | ${what} |`;
  });
  const heading = `## ${document.label.zh} · ${document.label.en}`;
  return [
    heading,
    "",
    "| rule | clause | in | where | what |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}
