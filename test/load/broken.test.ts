import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Diagnostic, loadRuleset } from "../../src/index.ts";
import { errorCodes } from "../../src/ruleset/codes.ts";
import { strayWords } from "./words.ts";

/*
 * One smallest broken ruleset for each code of an error, with its whole message. `text` stands for
 * what only a text can have. Where the ruleset is given parsed, the text of it adds `at`.
 */

interface Fixture {
  readonly ruleset?: unknown;
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const folder = new URL("broken/", import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Fixture;

describe("the broken rulesets", () => {
  it("are one for each code", () => {
    expect([...names].sort()).toEqual([...errorCodes].sort());
  });

  it.each(names)("%s is told in full", (name) => {
    const { ruleset, text, diagnostics } = read(name);
    expect(loadRuleset(text ?? ruleset)).toEqual({ ok: false, diagnostics });
    expect(diagnostics.map((d) => d.code)).toEqual([name]);
  });

  it.each(names.filter((n) => read(n).text === undefined))(
    "%s is told alike as text and as parsed",
    (name) => {
      const { ruleset, diagnostics } = read(name);
      const found = loadRuleset(JSON.stringify(ruleset)).diagnostics;
      expect(found.map(({ at, ...rest }) => rest)).toEqual(diagnostics);
    },
  );

  it.each(names)("%s reads as a sentence", (name) => {
    for (const { message, help } of read(name).diagnostics) {
      for (const told of [message.en, help.en]) {
        expect(told).not.toMatch(/\.$/);
        expect(told).toMatch(/^[a-z0-9`]/);
        expect(told).not.toMatch(/\n|undefined|\[object|null/);
      }
      for (const told of [message.zh, help.zh]) {
        expect(told).not.toMatch(/[。\n]|undefined|\[object|null/);
        expect(strayWords(told)).toEqual([]);
      }
    }
  });
});
