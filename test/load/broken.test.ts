import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codes, type Diagnostic, loadRuleset } from "../../src/index.ts";

/*
 * One smallest broken ruleset for each diagnostic code, with its whole message. `text` stands for
 * what is not even JSON.
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
    expect([...names].sort()).toEqual([...codes].sort());
  });

  it.each(names)("%s is told in full", (name) => {
    const { ruleset, text, diagnostics } = read(name);
    expect(loadRuleset(text ?? ruleset)).toEqual({ ok: false, diagnostics });
    expect(diagnostics.map((d) => d.code)).toEqual([name]);
  });

  it.each(names)("%s is told alike as text and as parsed", (name) => {
    const { ruleset, text, diagnostics } = read(name);
    const asText = text ?? readFileSync(new URL(`${name}.json`, folder), "utf8");
    const whole = text === undefined ? JSON.stringify(JSON.parse(asText).ruleset) : text;
    expect(loadRuleset(whole).diagnostics).toEqual(diagnostics);
    if (ruleset !== undefined) expect(JSON.parse(whole)).toEqual(ruleset);
  });

  it.each(names)("%s reads as a sentence", (name) => {
    for (const { message, help } of read(name).diagnostics) {
      for (const told of [message, help]) {
        expect(told).not.toMatch(/\.$/);
        expect(told).toMatch(/^[a-z0-9`]/);
        expect(told).not.toMatch(/\n|undefined|\[object|null/);
      }
    }
  });
});
