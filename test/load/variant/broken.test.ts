import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Diagnostic, loadRuleset } from "../../../src/index.ts";
import { mergePatch } from "../../../src/load/variant/merge.ts";
import { variantCodes } from "../../../src/ruleset/codes.ts";
import { frozen } from "../../kinds/tiny.ts";

/*
 * One smallest set of documents for each code of what lies between a variant and its base, with its
 * whole diagnostic.
 */

interface Fixture {
  readonly variant: unknown;
  readonly documents: readonly unknown[];
  readonly on?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const folder = new URL("broken/", import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
const read = (name: string) =>
  frozen(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Fixture);
const optionsOf = ({ on }: Fixture) => (on === undefined ? {} : { on });

describe("the broken variants", () => {
  it("are one for each code", () => {
    expect([...names].sort()).toEqual([...variantCodes].sort());
  });

  it.each(names)("%s is told in full", (name) => {
    const fixture = read(name);
    const { variant, documents, diagnostics } = fixture;
    const loaded = loadRuleset(variant, { documents, ...optionsOf(fixture) });
    expect(loaded).toEqual({ ok: false, diagnostics });
    expect(diagnostics.map((d) => d.code)).toEqual([name]);
  });

  it.each(names)("%s is told alike as text and as parsed, in any order of documents", (name) => {
    const fixture = read(name);
    const texts = fixture.documents.map((d) => JSON.stringify(d));
    for (const documents of [texts, [...fixture.documents, fixture.variant]]) {
      const options = { documents, ...optionsOf(fixture) };
      const found = loadRuleset(JSON.stringify(fixture.variant), options);
      expect(found.diagnostics).toEqual(fixture.diagnostics);
    }
  });

  it.each(names)("%s reads as a sentence, in both languages", (name) => {
    for (const { message, help, related = [] } of read(name).diagnostics) {
      for (const { zh, en } of [message, help, ...related.map((r) => r.message)]) {
        expect(en).toMatch(/^[a-z0-9`]/);
        expect(en).not.toMatch(/\.$|\n|undefined|\[object/);
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(zh).not.toMatch(/。$|\n|undefined|\[object/);
      }
    }
  });

  it.each(names)("%s is mended by what it says", (name) => {
    const mended = mergePatch(read(name), mends[name]) as Fixture;
    const { variant, documents } = mended;
    expect(loadRuleset(variant, { documents, ...optionsOf(mended) })).toMatchObject({ ok: true });
  });
});

/** What the help of each says to do, as a patch of the fixture. */
const mends: Readonly<Record<string, unknown>> = {
  "unknown-base": { variant: { extends: { id: "base" } } },
  "base-version": { variant: { extends: { version: "^1.0.0" } } },
  "extends-cycle": {
    variant: { extends: { id: "base" } },
    documents: read("unknown-base").documents,
  },
  "extends-depth": {
    variant: { extends: { id: "base" } },
    documents: read("unknown-base").documents,
  },
  "not-a-base": {
    variant: { decisions: { it: { bands: { hihg: null, high: { from: 20 } } } } },
  },
  "taken-away": { variant: { parameters: null } },
  "not-open": { variant: { decisions: { it: { bands: { high: { from: 10 } } } } } },
  "bound-broken": { variant: { parameters: { edge: 8 } } },
  "contract-broken": { variant: { decisions: { it: { implements: null } } } },
  "outcome-changed": { variant: { decisions: null } },
  "not-in-force": { on: "2003-01-01" },
  "several-in-force": { on: "2004-12-31" },
};
