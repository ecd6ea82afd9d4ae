import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../../src/analyze/lint.ts";
import { checkCatalogue, type Diagnostic, loadRuleset, type Ruleset } from "../../src/index.ts";
import { mergePatch } from "../../src/load/variant/merge.ts";
import { warningCodes } from "../../src/ruleset/codes.ts";
import { frozen, type Json } from "../kinds/tiny.ts";
import { strayWords } from "../load/words.ts";

/*
 * One smallest ruleset for each code of a warning or a note, with its whole diagnostic; and a twin,
 * a patch of it, of which nothing is told.
 */

interface Fixture {
  readonly ruleset: Json;
  /** What it is built on, or other versions of it. */
  readonly documents?: readonly Json[];
  readonly on?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly twin: Json;
  /** The place by which it is silenced, where that is not the place itself. */
  readonly at?: string;
}

const folder = new URL("lint/", import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
const read = (name: string) =>
  frozen(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Fixture);

/** Everything that is told of a ruleset that loads: of itself, and of it among its versions. */
function toldOf(ruleset: unknown, { documents = [], on }: Fixture) {
  const loaded = loadRuleset(ruleset, { documents, ...(on === undefined ? {} : { on }) });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  const { diagnostics, silenced } = lint(loaded.ruleset as Ruleset);
  const versions = documents.filter((d) => d.id === (ruleset as Json).id);
  const ofVersions = versions.length > 0 ? checkCatalogue([ruleset, ...versions]) : [];
  return { diagnostics: [...loaded.diagnostics, ...diagnostics, ...ofVersions], silenced };
}

const why = { zh: "有意如此", en: "it is meant so" };
const silencing = (ruleset: Json, code: string, at: string): unknown => ({
  ...ruleset,
  silenced: { ...(ruleset.silenced as Json), meant: { code, at, why } },
});

describe("the warnings and notes", () => {
  it("have a fixture for each code", () => {
    expect([...names].sort()).toEqual([...warningCodes].sort());
  });

  it.each(names)("%s is told in full", (name) => {
    const fixture = read(name);
    const { diagnostics, silenced } = toldOf(fixture.ruleset, fixture);
    expect(diagnostics).toEqual(fixture.diagnostics);
    expect(silenced).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual([name]);
  });

  it.each(names)("%s is not told of its twin", (name) => {
    const fixture = read(name);
    const twin = mergePatch(fixture.ruleset, fixture.twin);
    expect(toldOf(twin, fixture)).toEqual({ diagnostics: [], silenced: [] });
  });

  it.each(names)("%s reads as a sentence, in both languages", (name) => {
    for (const { message, help, related = [] } of read(name).diagnostics) {
      for (const { zh, en } of [message, help, ...related.map((r) => r.message)]) {
        expect(en).toMatch(/^[a-z0-9`]/);
        expect(en).not.toMatch(/\.$|\n|undefined|\[object|null/);
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(zh).not.toMatch(/[。\n]|undefined|\[object|null/);
        expect(strayWords(zh)).toEqual([]);
      }
    }
  });
});

describe("a warning that is silenced", () => {
  const silenceable = names.filter((name) => name !== "unused-silence");
  const placeOf = ({ at, diagnostics }: Fixture) => at ?? (diagnostics[0] as Diagnostic).path;

  it.each(silenceable)("%s is not told, and is listed as silenced", (name) => {
    const fixture = read(name);
    const quiet = toldOf(silencing(fixture.ruleset, name, placeOf(fixture)), fixture);
    expect(quiet.diagnostics).toEqual([]);
    // What only all versions together show is left out where these are checked.
    const isOfVersions = name === "dates-gap" || name === "dates-overlap";
    const listed = fixture.diagnostics.map((diagnostic) => ({ diagnostic, by: "meant" }));
    expect(quiet.silenced).toEqual(isOfVersions ? [] : listed);
  });

  it.each(silenceable)("%s is told where another place is silenced, and so is that", (name) => {
    const fixture = read(name);
    const told = toldOf(silencing(fixture.ruleset, name, "/decisions/other"), fixture);
    const codes = told.diagnostics.map((d) => d.code);
    const isOfVersions = name === "dates-gap" || name === "dates-overlap";
    expect([...codes].sort()).toEqual(isOfVersions ? [name] : [name, "unused-silence"].sort());
    expect(told.silenced).toEqual([]);
  });

  it.each(silenceable)("%s is told where another code is silenced at its place", (name) => {
    const fixture = read(name);
    const other = name === "unused-fact" ? "unused-parameter" : "unused-fact";
    const told = toldOf(silencing(fixture.ruleset, other, placeOf(fixture)), fixture);
    expect([...told.diagnostics.map((d) => d.code)].sort()).toEqual(
      [name, "unused-silence"].sort(),
    );
  });

  it("unused-silence itself can't be: what it is about is taken out", () => {
    const fixture = read("unused-silence");
    const told = toldOf(silencing(fixture.ruleset, "unused-silence", "/silenced/old"), fixture);
    expect(told.diagnostics.map((d) => d.path)).toEqual(["/silenced/old", "/silenced/meant"]);
  });

  it("twice is silenced once: the second silences nothing", () => {
    const fixture = read("unused-fact");
    const once = silencing(fixture.ruleset, "unused-fact", "/facts/lines") as Json;
    const silenced = {
      ...(once.silenced as Json),
      again: { code: "unused-fact", at: "/facts/lines", why },
    };
    const told = toldOf({ ...once, silenced }, fixture);
    expect(told.diagnostics.map((d) => `${d.code} ${d.path}`)).toEqual([
      "unused-silence /silenced/again",
    ]);
  });
});
