import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleset } from "../../src/policies/hainan-unicom-2003.ts";
import { text } from "../kinds/tiny.ts";
import { base, baseWith, variant } from "../load/variant/small.ts";
import { folder, tiercut } from "./harness.ts";

/* A variant is moved by the command: what is told, what is written, and what is never written over. */

const written = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const city = `{
  "language": "1", "id": "city", "version": "1.0.0",
  "label": { "zh": "市", "en": "city" },
  "extends": { "id": "base", "version": "^1.0.0" },
  "parameters": { "high": 300 }
}
`;
const next = { version: "1.1.0" };
const raised = baseWith("high", { default: 250 }, next);

/** A folder with a variant, the base it was written on, and the next one. */
const files = (newer: unknown, more: Readonly<Record<string, string>> = {}) =>
  folder({
    "city.json": city,
    "base-1.0.json": written(base()),
    "base-1.1.json": written(newer),
    ...more,
  });

const rebase = (cwd: string, ...words: readonly string[]) =>
  tiercut(["rebase", "city.json", "--to", "base-1.1.json", ...words], { cwd });

describe("tiercut rebase", () => {
  it("tells what comes of it, and writes nothing unless told where", async () => {
    const { path, read } = files(raised);
    const { status, out, err } = await rebase(path);
    expect(status).toBe(1);
    expect(out).toContain("city 1.0.0: from base 1.0.0 to 1.1.0\nto be decided, 1 conflict");
    expect(out).toContain("\n    the variant says: 300 each\n");
    expect(err).toBe(
      "note: taken as written on `base 1.0.0`, the lowest version in `^1.0.0` that was found\n",
    );
    expect(read("city.json")).toBe(city);
  });

  it("leaves with 0 where nothing is to be decided", async () => {
    const { path } = files(baseWith("middle", { default: 90 }, next));
    const { status, out } = await rebase(path);
    expect([status, out.split("\n")[1]]).toEqual([0, "no conflicts"]);
  });

  it("leaves with 1 where the new document can't be run", async () => {
    const { path } = files(baseWith("high", { change: "fixed" }, next));
    const { status, out } = await rebase(path);
    expect(status).toBe(1);
    expect(out).toContain("the new document can't be run as it stands: 1 fault\n");
  });

  it("speaks Chinese", async () => {
    const { path } = files(raised);
    const { out } = await rebase(path, "--lang", "zh");
    expect(out).toContain("city 1.0.0：所依据的 base 由 1.0.0 换成 1.1.0\n有 1 处冲突要决定");
  });

  it("writes the new document as its author wrote the old one", async () => {
    const { path, read } = files(raised);
    const { status, out } = await rebase(path, "--output", "new.json");
    expect([status, read("new.json")]).toEqual([1, city.replace("^1.0.0", "^1.1.0")]);
    expect(read("city.json")).toBe(city);
    expect(out).toContain("to be decided");
    // What was written is a variant of the newer base.
    const checked = await tiercut(["check", "new.json"], { cwd: path });
    expect(checked.status).toBe(0);
  });

  it("writes it to standard output too, and then tells on the other stream", async () => {
    const { path } = files(raised);
    const { out, err } = await rebase(path, "--output", "-");
    expect(out).toBe(city.replace("^1.0.0", "^1.1.0"));
    expect(err).toContain("\nto be decided, 1 conflict");
  });

  it("tells it as JSON, with the new document in it", async () => {
    const { path } = files(raised);
    const { status, out } = await rebase(path, "--format", "json");
    const told = JSON.parse(out);
    expect(status).toBe(1);
    expect(Object.keys(told)).toEqual([
      "form",
      "variant",
      "from",
      "to",
      "conflicts",
      "inherited",
      "carried",
      "agreed",
      "diagnostics",
      "document",
    ]);
    expect(told.form).toBe(1);
    expect(told.from).toEqual({ id: "base", version: "1.0.0", label: text("tiny") });
    expect(told.conflicts[0].values).toEqual({ before: 200, base: 250, variant: 300 });
    expect(told.document).toEqual({
      ...JSON.parse(city),
      extends: { id: "base", version: "^1.1.0" },
    });
  });
});

describe("a file that is there", () => {
  it.each(["city.json", "base-1.1.json", "other.json"])(
    "is never written over: %s",
    async (file) => {
      const { path, read } = files(raised, { "other.json": "mine\n" });
      const before = read(file);
      const { status, out, err } = await rebase(path, "--output", file);
      expect([status, out]).toEqual([2, ""]);
      expect(err).toContain(
        `tiercut: --output \`${file}\` is there already, and would be written over: give it another name\n`,
      );
      expect(read(file)).toBe(before);
    },
  );

  it("is not made where nothing could be moved", async () => {
    const { path } = files(raised, { "city.json": city.replace("300", "3000") });
    const { status, err } = await rebase(path, "--output", "new.json");
    expect(status).toBe(2);
    expect(err).toContain(
      "`city.json` can't be moved from `base 1.0.0`:\ncity 1.0.0 /parameters/high",
    );
    expect(existsSync(join(path, "new.json"))).toBe(false);
  });
});

describe("the base that a variant was written on", () => {
  const noted = "taken as written on";

  it("is the lowest version in its range, or the one named", async () => {
    const { path } = files(raised, {
      "base-1.0.5.json": written(baseWith("high", { default: 210 }, { version: "1.0.5" })),
      "base-0.9.json": written(baseWith("high", { default: 110 }, { version: "0.9.0" })),
    });
    const lowest = await rebase(path, "--format", "json");
    expect(JSON.parse(lowest.out).from.version).toBe("1.0.0");
    const named = await rebase(path, "--format", "json", "--from", "base-1.0.5.json");
    expect(JSON.parse(named.out).from.version).toBe("1.0.5");
    expect(named.err).not.toContain(noted);
  });

  it("has to be named where only the newer one is found: it would be compared with itself", async () => {
    const { path } = folder({ "city.json": city, "base-1.1.json": written(raised) });
    const { status, err } = await rebase(path);
    expect(status).toBe(2);
    expect(err).toBe(
      "tiercut: of the versions in `^1.0.0` only `base 1.1.0` was found, to which the variant is to be moved: name the one that it was written on with --from\n",
    );
  });

  it("has to be named where none is found, or two are", async () => {
    const none = files(raised, { "city.json": city.replace("^1.0.0", "^3.0.0") });
    expect((await rebase(none.path)).err).toBe(
      "tiercut: no version of `base` in `^3.0.0` was found: name the one that the variant was written on with --from\n",
    );
    const two = files(raised, { "copy.json": written(baseWith("high", { default: 210 })) });
    expect((await rebase(two.path)).err).toBe(
      "tiercut: two documents are both `base 1.0.0`, and they differ: name the one that the variant was written on with --from\n",
    );
  });

  it("is found in the folder that is named", async () => {
    const bases = folder({ "a.json": written(base()), "b.json": written(raised) });
    const { path } = folder({ "city.json": city });
    const words = ["rebase", "city.json", "--to", "base", "--in", bases.path];
    const { status, out } = await tiercut(words, { cwd: path });
    expect([status, out.split("\n")[0]]).toEqual([1, "city 1.0.0: from base 1.0.0 to 1.1.0"]);
  });

  it("may be a variant itself", async () => {
    const province = (high: number, version: string) =>
      written({ ...variant("province", { parameters: { high } }), version });
    const { path } = folder({
      "base.json": written(base()),
      "province-1.0.json": province(300, "1.0.0"),
      "province-1.1.json": province(310, "1.1.0"),
      "city.json": written(variant("city", { parameters: { high: 320 } }, "province")),
    });
    const { out } = await tiercut(
      ["rebase", "city.json", "--to", "province-1.1.json", "--format", "json"],
      { cwd: path },
    );
    expect(JSON.parse(out).conflicts[0].values).toEqual({ before: 300, base: 310, variant: 320 });
  });
});

describe("what can't be moved", () => {
  it.each([
    [["rebase"], "VARIANT is missing"],
    [["rebase", "city.json"], "--to is missing"],
    [
      ["rebase", "city.json", "more.json", "--to", "base-1.1.json"],
      "`more.json` is one word too many",
    ],
    [
      ["rebase", "base-1.0.json", "--to", "base-1.1.json"],
      "extends no other ruleset: only a variant can be moved",
    ],
    [
      ["rebase", "none.json", "--to", "base-1.1.json"],
      "it is neither a shipped ruleset nor a file",
    ],
    [["rebase", "city.json", "--to", "none.json"], "it is neither a shipped ruleset nor a file"],
    [["rebase", "torn.json", "--to", "base-1.1.json"], "/extends: the key `version` is missing"],
    [
      ["rebase", "city.json", "--to", "hainan-unicom-2003"],
      "no ruleset called `base` is among the documents given",
    ],
  ])("%j: %s", async (words, why) => {
    const torn = city.replace('"version": "^1.0.0"', '"range": "^1.0.0"');
    const { path } = files(raised, { "torn.json": torn.replace('"city"', '"torn"') });
    const { status, out, err } = await tiercut(words, { cwd: path });
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(why);
  });
});

describe("the example of docs/command.md", () => {
  it("is what the command tells", async () => {
    const page = readFileSync(new URL("../../docs/command.md", import.meta.url), "utf8");
    const section = page.slice(page.indexOf("## Moving a variant to a newer base"));
    const shown = /```text\n([\s\S]*?)```/.exec(section)?.[1];
    const { starFive, starFour, ...others } = ruleset.document.parameters;
    const parameters = {
      ...others,
      starFive: { ...starFive, default: 55000 },
      starFour: { ...starFour, default: 31000 },
    };
    const { path } = folder({
      "sanya.json": `{
  "language": "1",
  "id": "sanya-2004",
  "version": "1.0.0",
  "label": { "zh": "三亚", "en": "Sanya" },
  "extends": { "id": "hainan-unicom-2003", "version": "^1.0.0" },
  "parameters": { "starFive": 60000, "boundary": "upper-closed" }
}
`,
      "newer.json": written({ ...ruleset.document, version: "1.1.0", parameters }),
    });
    const { out } = await tiercut(["rebase", "sanya.json", "--to", "newer.json"], { cwd: path });
    expect(out).toBe(shown);
  });
});
