import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, tiercut } from "../harness.ts";
import { city, province } from "./policies.ts";

const sixty = '"starFive": 60000';

/** A folder with a base and what else is given. */
const offices = (files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  folder({ "province.json": province, ...files });

/** Checks files of a folder from within it. */
function check(path: string, ...words: readonly string[]) {
  return tiercut(["check", ...words], { cwd: path });
}

describe("tiercut check", () => {
  it("finds nothing in a ruleset and a variant that are sound", async () => {
    const { path } = offices({ "city.json": city(sixty) });
    expect(await check(path, "province.json", "city.json")).toMatchObject({
      status: 0,
      out: "checked 2 files: 0 errors, 0 warnings\n",
      err: "",
    });
  });

  it("tells each slip with its place, the text around it, the base's place and the mend", async () => {
    const { path } = offices({ "city.json": city('"starFive": 95000, "egde": "upper"') });
    const { status, out, err } = await check(path, "city.json");
    expect([status, err]).toEqual([1, ""]);
    expect(out).toBe(
      `city.json:7:31: error bound-broken: \`95000\` can't stand here: the parameter \`starFive\` goes from 1000 to 90000
     6 |   "extends": { "id": "province", "version": "^1.0.0" },
     7 |   "parameters": { "starFive": 95000, "egde": "upper" }
       |                               ^^^^^
     8 | }
  see province.json:17:57: it does not go with what stands here
    16 |     "starFive": {
    17 |       "type": "number", "scale": 0, "min": 1000, "max": 90000, "default": 50000,
       |                                                         ^^^^^
    18 |       "unit": { "zh": "元", "en": "yuan" }, "label": { "zh": "五星起点", "en": "five-star from" …
  mend: write a value from 1000 to 90000

city.json:7:38: error not-a-base: there is no \`egde\` here in \`province 1.0.0\` that could be changed, and this is too little for a new one
     6 |   "extends": { "id": "province", "version": "^1.0.0" },
     7 |   "parameters": { "starFive": 95000, "egde": "upper" }
       |                                      ^^^^^^
     8 | }
  see province.json:21:5: this is what the base has here
    20 |     },
    21 |     "edge": {
       |     ^^^^^^
    22 |       "type": "reading", "label": { "zh": "边界", "en": "edge" },
  mend: did you mean \`edge\`?

checked 1 file: 2 errors, 0 warnings
`,
    );
  });

  it("tells them in Chinese", async () => {
    const { path } = offices({ "city.json": city('"egde": "upper"') });
    const { out } = await check(path, "city.json", "--lang", "zh");
    expect(out.split("\n")[0]).toBe(
      "city.json:7:19: 错误 not-a-base：`province 1.0.0` 在这里没有 `egde` 可改，要新增又写得不全",
    );
    expect(out).toContain("\n  改法：是不是想写 `edge`？\n");
    expect(out.split("\n").at(-2)).toBe("检查了 1 个文件：1 个错误，0 个警告");
  });

  it("takes files in the order of their names, and places in that of the text", async () => {
    const two = '"edge": "uper", "starFive": 95000';
    const { path } = offices({
      "b.json": city(two),
      "a.json": city(two.replace("uper", "lowr"), "1.2.0"),
    });
    const { out } = await check(path, "b.json", "a.json");
    const places = out.match(/^\S+(?=: error)/gm);
    expect(places).toEqual(["a.json:7:27", "a.json:7:47", "b.json:7:27", "b.json:7:47"]);
  });

  it("tells what two variants have of their base once", async () => {
    const broken = province.replace('"default": 50000', '"default": 500');
    const { path } = folder({
      "province.json": broken,
      "a.json": city('"edge": "upper"'),
      "b.json": city('"edge": "upper"', "1.2.0").replace('"city"', '"town"'),
    });
    const { status, out } = await check(path, "a.json", "b.json");
    expect([status, out.match(/out-of-bounds/g)?.length]).toEqual([1, 1]);
    expect(out.split("\n")[0]).toMatch(/^province\.json:17:75: error out-of-bounds: /);
  });

  it("tells a shipped ruleset by its id", async () => {
    const { path } = folder();
    const { status, out } = await check(path, "xian-unicom-2012", "--notes");
    expect(status).toBe(0);
    expect(out).toMatch(/xian-unicom-2012\.json:\d+:\d+: note own-facts: /);
    expect(out.split("\n").at(-2)).toMatch(/^checked 1 file: 0 errors, 0 warnings, \d+ note/);
  });
});

describe("what analysis warns of", () => {
  const unused = province.replace(
    '"facts": {',
    `"facts": {
    "members": {
      "type": "number", "subjects": ["account"], "scale": 0, "min": 0,
      "unit": { "zh": "人", "en": "persons" }, "label": { "zh": "成员", "en": "members" }
    },`,
  );
  const silent = unused.replace(
    '"effective"',
    `"silenced": { "membersLater": { "code": "unused-fact", "at": "/facts/members",
    "why": { "zh": "明年启用", "en": "it is used from next year on" } } },
  "effective"`,
  );
  it("is told, and fails only where it is told to", async () => {
    const { path } = folder({ "province.json": unused });
    const { status, out } = await check(path, "province.json");
    expect(status).toBe(0);
    expect(out).toMatch(/^province\.json:10:5: warning unused-fact: .*`members`/);
    expect(out.split("\n").at(-2)).toBe("checked 1 file: 0 errors, 1 warning");
    expect((await check(path, "province.json", "--strict")).status).toBe(1);
  });
  it("is quiet where the ruleset says why", async () => {
    const { path } = folder({ "province.json": silent });
    expect(await check(path, "province.json", "--strict")).toMatchObject({
      status: 0,
      out: "checked 1 file: 0 errors, 0 warnings, 1 silenced\n",
    });
    const { out } = await check(path, "province.json", "--notes");
    expect(out).toMatch(/^province\.json:12:5: warning unused-fact: /);
    expect(out).toContain("\n  silenced because: it is used from next year on\n");
    const sarif = JSON.parse((await check(path, "province.json", "--format", "sarif")).out);
    expect(sarif.runs[0].results[0].suppressions).toEqual([
      { kind: "inSource", justification: "it is used from next year on" },
    ]);
  });
  it("lies in the file that states it, also where another is checked", async () => {
    const { path } = folder({ "province.json": unused, "city.json": city(sixty) });
    const { out } = await check(path, "city.json");
    expect(out).toMatch(/^province\.json:10:5: warning unused-fact: /);
  });
  it("is told at the change of the variant that brought it about", async () => {
    const stars =
      '"decisions": { "star": { "bands": { "five": { "from": 95000000000 } } } }, "facts": { "revenue": { "max": 1000000 } }, "parameters"';
    const { path } = offices({ "city.json": city("").replace('"parameters"', stars) });
    const { out } = await check(path, "city.json");
    expect(out).toMatch(/^city\.json:7:57: warning unreachable-band: /m);
    expect(out).toMatch(/\n {2}see province\.json:37:9: this is what it is about\n/);
  });
});

describe("the versions of a ruleset", () => {
  it("are checked for their dates, each in its own file", async () => {
    const next = province.replace('"version": "1.0.0"', '"version": "1.1.0"');
    const { path } = offices({ "next.json": next.replace("2003-01-01", "2004-01-01") });
    const { status, out } = await check(path, "next.json");
    expect(status).toBe(0);
    expect(out).toMatch(/^next\.json:7:\d+: warning dates-overlap: /);
    expect(out).toMatch(/\n {2}see province\.json:7:\d+: /);
  });
  it("are checked of what a variant is built on too, and two that begin together told apart", async () => {
    const next = province.replace('"version": "1.0.0"', '"version": "1.1.0"');
    const { path } = offices({ "next.json": next, "city.json": city(sixty) });
    const { status, out } = await check(path, "city.json");
    expect(status).toBe(0);
    expect(out).toMatch(/^next\.json:7:\d+: warning dates-overlap: /);
    expect(out).toContain(
      "mend: let `1.1.0` begin (`effective.from`) on the day it comes into force, and `1.0.0` end (`effective.to`) on the day before",
    );
  });
  it("are told apart by file where two say that they are the same", async () => {
    const { path } = folder({
      "province.json": province.replace('{ "from": "2003-01-01" }', "{}"),
      "a.json": city('"starFive": 60000'),
      "b.json": city('"starFive": 70000'),
    });
    const { out } = await check(path, "b.json");
    // Neither states its dates: what is marked is the version.
    expect(out).toMatch(/^b\.json:4:14: warning dates-overlap: /);
    expect(out).toMatch(/\n {2}see a\.json:4:14: /);
  });
  it("are picked by the day", async () => {
    const ends = province.replace(
      '"from": "2003-01-01"',
      '"from": "2003-01-01", "to": "2003-12-31"',
    );
    const { path } = folder({ "province.json": ends, "city.json": city(sixty) });
    expect((await check(path, "city.json", "--on", "2003-12-31")).status).toBe(0);
    const late = await check(path, "city.json", "--on", "2004-01-01");
    expect([late.status, late.out.split("\n")[0]]).toEqual([
      1,
      expect.stringMatching(/^city\.json:6:\d+: error not-in-force: /),
    ]);
    expect(await check(path, "city.json", "--on", "2004-02-30")).toMatchObject({
      status: 2,
      err: "tiercut: --on takes a day such as `2010-11-30`, and this is `2004-02-30`\n",
    });
  });
});

describe("where a base is found", () => {
  it("is the folder of the file, or the one that is given", async () => {
    const { path } = folder({ "city.json": city(sixty) });
    const { path: bases } = offices();
    const alone = await check(path, "city.json");
    expect([alone.status, alone.out.split("\n")[0]]).toEqual([
      1,
      expect.stringMatching(/^city\.json:6:22: error unknown-base: .*`province`/),
    ]);
    expect((await check(path, "city.json", "--in", bases)).status).toBe(0);
    expect(await check(path, "city.json", "--in", "nowhere")).toMatchObject({
      status: 2,
      err: "tiercut: --in takes a folder, and `nowhere` is not there\n",
    });
    expect(await check(path, "city.json", "--in", "city.json")).toMatchObject({
      status: 2,
      err: "tiercut: --in takes a folder, and `city.json` is none\n",
    });
  });
  it("is not a folder inside it", async () => {
    const { path } = folder({ "city.json": city(sixty) });
    mkdirSync(join(path, "bases"));
    writeFileSync(join(path, "bases", "province.json"), province);
    expect((await check(path, "city.json")).out).toContain("error unknown-base");
  });
  it("is never a path", async () => {
    const { path } = offices();
    mkdirSync(join(path, "deep"));
    const climbs = city(sixty).replace('"province"', '"../province"');
    writeFileSync(join(path, "deep", "city.json"), climbs);
    const { status, out } = await check(path, "deep/city.json");
    expect([status, out.split("\n")[0]]).toEqual([
      1,
      expect.stringMatching(/^deep\/city\.json:6:22: error bad-name: `\.\.\/province` /),
    ]);
  });
  it("is a shipped ruleset too", async () => {
    const { path } = folder({
      "city.json": city('"weightUsers": 0.3').replace('"province"', '"xian-unicom-2012"'),
    });
    expect((await check(path, "city.json")).status).toBe(0);
  });
  it("tells of files that may have held it, and could not be read", async () => {
    const { path } = folder({ "city.json": city(sixty), "province.json": "{", "x.txt": "{" });
    const { status, err, out } = await check(path, "city.json");
    expect([status, err]).toEqual([
      1,
      "note: left out `province.json`: it is not JSON (check this file by itself: `tiercut check` tells the place)\n",
    ]);
    expect(out).toContain("error unknown-base");
    const zh = await check(path, "city.json", "--lang", "zh");
    expect(zh.err).toBe(
      "提示：略过 `province.json`：它不是 JSON（用 tiercut check 检查这个文件，会指出是哪一处）\n",
    );
  });
  it("tells of five such files at the most", async () => {
    const broken = Object.fromEntries(
      ["a", "b", "c", "d", "e", "f", "g"].map((n) => [`${n}.json`, "{"]),
    );
    const { path } = offices({ ...broken, "city.json": city(sixty) });
    const { status, err } = await check(path, "city.json");
    const lines = err.trimEnd().split("\n");
    expect([status, lines.length, lines.at(-1)]).toEqual([0, 6, "note: and 2 more files"]);
  });
  it("is not guessed at where the folder can't be read whole", async () => {
    const { path } = offices({ "city.json": city(sixty) });
    for (let i = 0; i < 10_000; i++) writeFileSync(join(path, `${i}.json`), "{}");
    const begun = performance.now();
    const { status, out } = await check(path, "city.json");
    expect([status, out]).toEqual([
      2,
      `${path}: error: the folder has over 200 .json files (at least 201), and is not read
  mend: put the rulesets into a folder of their own, or name one with --in

checked 0 files: 0 errors, 0 warnings, 1 file could not be checked
`,
    ]);
    expect(performance.now() - begun).toBeLessThan(20_000);
    // What is built on nothing needs no folder.
    expect((await check(path, "province.json")).status).toBe(0);
  });
});

describe("a file that can't be checked", () => {
  it.each<readonly [string, (path: string) => void, string]>([
    ["that is not there", () => undefined, "it is neither a shipped ruleset nor a file"],
    ["that is a folder", (path) => mkdirSync(path), "it is a folder"],
    [
      "that is a pipe",
      (path) => execFileSync("mkfifo", [path]),
      "it is a pipe or a device, and not a file",
    ],
    [
      "that is a link out of the folder",
      (path) => symlinkSync("/etc/hostname", path),
      "it is a link that leads out of its folder, to `/etc/hostname`, and only files inside it are read",
    ],
    [
      "that is a link to nowhere",
      (path) => symlinkSync("nowhere", path),
      "it can't be read (ENOENT)",
    ],
    ["that is a link to itself", (path) => symlinkSync("x.json", path), "it can't be read (ELOOP)"],
    [
      "of 20 MB",
      (path) => writeFileSync(path, " ".repeat(20_000_000)),
      "it has 20 MB, over the limit of 15 MB",
    ],
    [
      "in GB18030",
      (path) => writeFileSync(path, Uint8Array.from([0x7b, 0x22, 0xbc, 0xaf, 0xcd, 0xc5, 0x22])),
      "line 1 is not written in UTF-8; the file looks like GB18030 (GBK)",
    ],
  ])("%s is told, and the others are checked", async (_, make, why) => {
    const { path } = offices();
    make(join(path, "x.json"));
    const begun = performance.now();
    const { status, out } = await check(path, "x.json", "province.json");
    expect([status, out.split("\n")[0]]).toEqual([2, `x.json: error: ${why}`]);
    expect(out.split("\n").at(-2)).toBe(
      "checked 1 file: 0 errors, 0 warnings, 1 file could not be checked",
    );
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
  it("is told with the name it may have been meant by", async () => {
    const { path } = offices();
    expect((await check(path, "provnce.json")).out).toContain(
      "mend: did you mean `province.json`?",
    );
    expect((await check(path, "hainan-unicom-2030")).out).toContain(
      "mend: did you mean `hainan-unicom-2003`?",
    );
  });
  it.each<readonly [string, string, string]>([
    ["with a byte-order mark", `\ufeff${province}`, "1:1: error byte-order-mark: "],
    ["that is empty", "", "1:1: error json-syntax: "],
    ["of 10 MB", `"${"x".repeat(10_000_000)}"`, "1:1: error too-large: "],
  ])("as a ruleset, %s, is an error in its place", async (_, text, told) => {
    const { path } = folder({ "x.json": text });
    const begun = performance.now();
    const { status, out } = await check(path, "x.json");
    expect([status, out.slice(0, 7 + told.length)]).toEqual([1, `x.json:${told}`]);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(out.length).toBeLessThan(2000);
  });
  it("as a ruleset, of a million brackets, is an error in one line's part", async () => {
    const { path } = folder({ "x.json": "[".repeat(1_000_000) });
    const { status, out } = await check(path, "x.json");
    expect(status).toBe(1);
    expect(out).toMatch(/^x\.json:1:6\d: error too-large: /);
    expect(out.length).toBeLessThan(2000);
  });
});

describe("the words of the command", () => {
  it.each<readonly [readonly string[], RegExp]>([
    [[], /^tiercut: FILE is missing\nusage: tiercut check FILE… /],
    [
      ["x.json", "--format", "xml"],
      /--format does not take `xml`; it takes `text`, `json`, `sarif`/,
    ],
    [
      ["x.json", "--watch", "--format", "json"],
      /--watch tells what it finds as text: leave --format out/,
    ],
    [["x.json", "--lng", "zh"], /there is no option `--lng`; did you mean `--lang`\?/],
  ])("%j are refused", async (words, told) => {
    const { status, out, err } = await tiercut(["check", ...words]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(told);
  });
});

describe("the example of docs/command.md", () => {
  it("is what the command writes", async () => {
    const page = readFileSync(new URL("../../../docs/command.md", import.meta.url), "utf8");
    const { path } = offices({ "city.json": city('"starFive": 60000, "egde": "upper"') });
    expect(page).toContain(`\`\`\`text\n${(await check(path, "city.json")).out}\`\`\`\n`);
    const [, json = ""] = /```json\n(\{\n {2}"form"[\s\S]*?)```/.exec(page) ?? [];
    const shown = JSON.parse(json);
    const told = JSON.parse((await check(path, "city.json", "--format", "json")).out);
    const [finding] = told.diagnostics;
    const { message, related, ...rest } = finding;
    expect({
      ...told,
      diagnostics: [{ ...rest, message: { zh: "…", en: "…" }, related: [] }],
    }).toEqual(shown);
    expect(Object.keys(related[0])).toEqual(
      expect.arrayContaining(["file", "line", "document", "path", "message"]),
    );
  });
});

describe("the formats", () => {
  it("write one object to standard output, and nothing else", async () => {
    const { path } = offices({ "city.json": city('"starFive": 95000') });
    const json = await check(path, "city.json", "--format", "json");
    expect([json.status, json.err]).toEqual([1, ""]);
    expect(JSON.parse(json.out)).toMatchObject({
      form: 1,
      errors: 1,
      files: ["city.json"],
      diagnostics: [
        {
          code: "bound-broken",
          file: "city.json",
          line: 7,
          column: 31,
          document: "city 1.1.0",
          path: "/parameters/starFive",
          related: [{ file: "province.json", line: 17, column: 57, document: "province 1.0.0" }],
        },
      ],
    });
    const sarif = JSON.parse((await check(path, "city.json", "--format", "sarif")).out);
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: "bound-broken",
      level: "error",
      locations: [{ physicalLocation: { region: { startLine: 7, startColumn: 31 } } }],
    });
  });
});
