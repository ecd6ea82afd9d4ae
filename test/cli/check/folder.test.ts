import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../../src/cli/catalogue/folder.ts";
import { readText } from "../../../src/cli/catalogue/read.ts";
import { folder } from "../harness.ts";

const document = (id: string, version = "1.0.0") =>
  JSON.stringify({ language: "1", id, version, extends: { id: "base" } });

/** What is left out of a folder: its name, and why. */
async function leftOut(path: string) {
  const { leftOut } = await readFolder(path);
  return leftOut.map((l) => [l.file.slice(path.length + 1), l.why.en]);
}

describe("the documents of a folder", () => {
  it("are the JSON files that say which ruleset they are, by name", async () => {
    const { path } = folder({
      "b.json": document("b", "1.1.0"),
      "a.json": document("a"),
      "package.json": '{"name":"x","version":"1.0.0"}',
      "list.json": "[1]",
      "null.json": "null",
      "number.json": '{"language":"1","id":7}',
      "text.txt": document("t"),
      ".hidden.json": document("h"),
    });
    const { documents, leftOut } = await readFolder(path);
    expect(documents.map((d) => [d.file, d.id, d.version])).toEqual([
      [join(path, "a.json"), "a", "1.0.0"],
      [join(path, "b.json"), "b", "1.1.0"],
    ]);
    expect(documents[0]?.text).toBe(document("a"));
    expect(leftOut).toEqual([]);
  });

  it("are not those of the folders in it", async () => {
    const { path } = folder({ "a.json": document("a") });
    mkdirSync(join(path, "x.json"));
    writeFileSync(join(path, "x.json", "b.json"), document("b"));
    const { documents, leftOut } = await readFolder(path);
    expect([documents.map((d) => d.id), leftOut]).toEqual([["a"], []]);
  });

  it("are left out where they are no JSON, with a mend", async () => {
    const { path } = folder({ "a.json": "{" });
    expect(await readFolder(path)).toMatchObject({
      documents: [],
      leftOut: [
        {
          file: join(path, "a.json"),
          why: { zh: "它不是 JSON", en: "it is not JSON" },
          help: { en: "check this file by itself: `tiercut check` tells the place" },
        },
      ],
    });
  });

  it("are 200 at the most: of more, none is read", async () => {
    const files = Array.from({ length: 200 }, (_, i) => [`${i}.json`, document(`a${i}`)]);
    const { path } = folder(Object.fromEntries(files));
    expect((await readFolder(path)).documents).toHaveLength(200);
    writeFileSync(join(path, "more.json"), document("more"));
    const { documents, refused } = await readFolder(path);
    expect([documents, refused?.file, refused?.why.en]).toEqual([
      [],
      path,
      "the folder has over 200 .json files (at least 201), and is not read",
    ]);
  });

  it("are refused at once where there are 10,000", async () => {
    const { path } = folder();
    for (let i = 0; i < 10_000; i++) writeFileSync(join(path, `${i}.json`), "{}");
    const begun = performance.now();
    expect((await readFolder(path)).refused?.why.zh).toBe(
      "文件夹中的 .json 文件超过 200 个（至少 201 个），未读取",
    );
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it("have 50 MB together at the most", async () => {
    const { path } = folder();
    for (const name of ["a", "b", "c", "d"]) {
      writeFileSync(join(path, `${name}.json`), `"${"x".repeat(14_000_000)}"`);
    }
    expect((await readFolder(path)).refused?.why.en).toBe(
      "the .json files of the folder have over 50 MB together, and are not read",
    );
  });
});

describe("a link", () => {
  it("is followed inside the folder, and not out of it", async () => {
    const { path: secret } = folder({ "secret.json": document("secret") });
    const { path } = folder({ "a.json": document("a") });
    mkdirSync(join(path, "deep"));
    writeFileSync(join(path, "deep", "b.json"), document("b"));
    symlinkSync("deep/b.json", join(path, "b.json"));
    symlinkSync(join(secret, "secret.json"), join(path, "out.json"));
    symlinkSync("../../../../../../etc/passwd", join(path, "passwd.json"));
    const { documents } = await readFolder(path);
    expect(documents.map((d) => d.id)).toEqual(["a", "b"]);
    const reason = (file: string) =>
      `it is a link that leads out of its folder, to \`${file}\`, and only files inside it are read`;
    expect(await leftOut(path)).toEqual([
      ["out.json", reason(join(secret, "secret.json"))],
      ["passwd.json", reason("/etc/passwd")],
    ]);
  });

  it("to the folder itself is no way out", async () => {
    const { path } = folder({ "a.json": document("a") });
    const { path: other } = folder();
    symlinkSync(path, join(other, "link"));
    const { documents } = await readFolder(join(other, "link"));
    expect(documents.map((d) => d.id)).toEqual(["a"]);
  });

  it("out of the folder is followed where the other folder is given too", async () => {
    const { path: other } = folder({ "a.json": document("a") });
    const { path } = folder();
    symlinkSync(join(other, "a.json"), join(path, "a.json"));
    expect(await readText(join(path, "a.json"), [path])).toHaveProperty("why");
    expect(await readText(join(path, "a.json"), [path, other])).toMatchObject({
      text: document("a"),
    });
  });

  it("that leads nowhere, or round, or to a folder is told", async () => {
    const { path } = folder();
    symlinkSync("nowhere.json", join(path, "a.json"));
    symlinkSync("b.json", join(path, "b.json"));
    mkdirSync(join(path, "deep"));
    symlinkSync("deep", join(path, "c.json"));
    expect(await leftOut(path)).toEqual([
      ["a.json", "it can't be read (ENOENT)"],
      ["b.json", "it can't be read (ELOOP)"],
      ["c.json", "it is a folder"],
    ]);
  });
});

describe("what is no ordinary text", () => {
  it("is left out: a pipe is not waited for", async () => {
    const { path } = folder();
    execFileSync("mkfifo", [join(path, "pipe.json")]);
    const begun = performance.now();
    expect(await leftOut(path)).toEqual([
      ["pipe.json", "it is a pipe or a device, and not a file"],
    ]);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it("is left out: 15 MB can't be a ruleset", async () => {
    const { path } = folder({ "a.json": " ".repeat(15_000_001) });
    expect(await leftOut(path)).toEqual([["a.json", "it has 16 MB, over the limit of 15 MB"]]);
  });

  it.each<readonly [string, Uint8Array, string]>([
    [
      "GB18030",
      // 集团 on the second line.
      Uint8Array.from([...Buffer.from('{\n"'), 0xbc, 0xaf, 0xcd, 0xc5, ...Buffer.from('":1}')]),
      "line 2 is not written in UTF-8; the file looks like GB18030 (GBK)",
    ],
    [
      "UTF-16",
      Buffer.from('\ufeff{"a":1}', "utf16le"),
      "it is not written in UTF-8, but in UTF-16",
    ],
    ["no encoding", Uint8Array.from([0x7b, 0xff, 0xff]), "line 1 is not written in UTF-8"],
  ])("is left out: a text in %s", async (_, bytes, why) => {
    const { path } = folder({ "a.json": bytes });
    expect(await leftOut(path)).toEqual([["a.json", why]]);
  });

  it("keeps its byte-order mark, of which the loader tells", async () => {
    const { path } = folder({ "a.json": `\ufeff${document("a")}` });
    const { documents } = await readFolder(path);
    expect(documents[0]?.text.charCodeAt(0)).toBe(0xfeff);
  });

  it.skipIf(process.getuid?.() === 0)(
    "is left out: a file that may not be read (root may read all)",
    async () => {
      const { path } = folder({ "a.json": document("a") });
      chmodSync(join(path, "a.json"), 0);
      expect(await leftOut(path)).toEqual([["a.json", "it can't be read (EACCES)"]]);
    },
  );
});
