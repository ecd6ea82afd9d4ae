import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../../src/analyze/lint.ts";
import { checkCatalogue, type Diagnostic, loadRuleset, type Ruleset } from "../../src/index.ts";
import { mergePatch } from "../../src/load/variant/merge.ts";
import { warningCodes } from "../../src/ruleset/codes.ts";
import { compared, decision, type Json, named, number, text, tiny } from "../kinds/tiny.ts";

/*
 * Runs the examples of docs/diagnostics.md: each raises the code under which it stands, and no other.
 * What the page says it leaves out is put in: labels, citations, subjects, two facts.
 */

const page = readFileSync(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");

/** The example under each heading, or none. */
const examples = new Map(
  page.split(/^### /m).map((part): [string, unknown] => {
    const json = /```json\n([\s\S]*?)```/.exec(part)?.[1];
    return [part.split("\n")[0] as string, json && JSON.parse(json)];
  }),
);

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an entry of each section leaves out. */
const missing: Readonly<Record<string, (of: Json, name: string) => Json>> = {
  facts: (of, name) => ({ subjects: ["account"], label: of.label ?? text(name) }),
  parameters: (_, name) => ({ ...named(name), unit: text("each"), scale: 0, min: 0, max: 100 }),
  decisions: (_, name) => ({ subject: "account", ...named(name) }),
  conditions: (_, name) => named(name),
  dimensions: (_, name) => named(name),
  indicators: (_, name) => named(name),
  inputs: (_, name) => ({ label: text(name) }),
  // A formula's outputs have a clause each; a table's are columns.
  outputs: (of, name) => ("value" in of ? named(name) : { label: text(name) }),
};

/** Puts in what an example leaves out. */
function whole(part: unknown, parent = ""): unknown {
  if (!isObject(part)) return part;
  const inside = Object.entries(part).map(([key, value]) => {
    const more = isObject(value) ? missing[parent]?.(value, key) : undefined;
    const made = whole(value, key);
    return [key, more ? { ...more, ...(made as Json) } : made] as const;
  });
  return Object.fromEntries(inside);
}

const member = (name: string) => number(name, { max: 100 });
const base = tiny({
  facts: { members: member("members"), lines: member("lines") },
  decisions: {
    stands: decision("stands", "rule", { when: compared("members", "greaterThan", 10) }),
  },
});

/** A document that states what an example does: on a ruleset without decisions where it has some. */
function documentOf(example: unknown): Json {
  const own = whole(example) as Json;
  if ("extends" in own) return { language: "1", version: "1.0.0", label: text("local"), ...own };
  const { decisions, ...without } = base;
  return mergePatch("decisions" in own ? without : { ...without, decisions }, own) as Json;
}

function codesOf(example: unknown): readonly string[] {
  const [own, ...documents] = [example].flat().map(documentOf).reverse();
  const isDated = JSON.stringify(example).includes('"dated"');
  const loaded = loadRuleset(own, { documents, ...(isDated ? { on: "2004-01-01" } : {}) });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  const versions = documents.filter((d) => d.id === own?.id);
  const found: readonly Diagnostic[] = [
    ...loaded.diagnostics,
    ...lint(loaded.ruleset as Ruleset).diagnostics,
    ...(versions.length > 0 ? checkCatalogue([own, ...versions]) : []),
  ];
  // The two facts are there for all examples; few use both.
  const shared = ["/facts/members", "/facts/lines"];
  const told = found.filter((d) => d.code !== "unused-fact" || !shared.includes(d.path));
  return [...new Set(told.map((d) => d.code))];
}

describe("the examples of docs/diagnostics.md", () => {
  it.each(warningCodes)("%s is raised by its own", (code) => {
    const example = examples.get(code);
    expect(example).toBeDefined();
    expect(codesOf(example)).toContain(code);
  });
  it("raise nothing else, but for the note that goes with it", () => {
    const others = warningCodes.map((code) => [
      code,
      codesOf(examples.get(code)).filter((c) => c !== code),
    ]);
    expect(Object.fromEntries(others.filter(([, of]) => of?.length))).toEqual({
      "unreachable-row": ["table-overlap"],
    });
  });
});
