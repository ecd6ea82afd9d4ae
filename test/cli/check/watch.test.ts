import { spawn } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { builtCommand } from "../built.ts";
import { folder } from "../harness.ts";
import { city, province } from "./policies.ts";

const { main } = builtCommand();

/** Watches files of a folder with the built command; `until` waits for what it writes. */
function watching(path: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [main, "check", ...words, "--watch"], { cwd: path });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  let [out, err, seen] = ["", "", 0];
  let wake: () => void = () => undefined;
  child.stdout.on("data", (d) => {
    out += d;
    wake();
  });
  child.stderr.on("data", (d) => {
    err += d;
    wake();
  });
  const left = new Promise<number | null>((done) => child.on("close", done));
  /** Waits for the next time this is written, and gives what was written up to it. */
  const until = async (text: string): Promise<string> => {
    for (let at = out.indexOf(text, seen); ; at = out.indexOf(text, seen)) {
      if (at >= 0) {
        const told = out.slice(seen, at + text.length);
        seen = at + text.length;
        return told;
      }
      await new Promise<void>((done) => {
        wake = done;
      });
    }
  };
  return { child, left, until, errors: () => err };
}

const clean = "checked 1 file: 0 errors, 0 warnings\n";
const oneError = "checked 1 file: 1 error, 0 warnings\n";

describe("tiercut check --watch", () => {
  it("checks again when a file changes, is saved by renaming, breaks and is mended", async () => {
    const { path } = folder({ "province.json": province, "city.json": city('"starFive": 60000') });
    const file = join(path, "city.json");
    const { child, left, until } = watching(path, "city.json");
    expect(await until(clean)).toBe(`watching city.json; Ctrl-C ends it\n\n${clean}`);
    writeFileSync(file, city('"starFive": 95000'));
    expect(await until(oneError)).toContain("city.json:7:31: error bound-broken: ");
    writeFileSync(`${file}.new`, city('"starFive": 70000'));
    renameSync(`${file}.new`, file);
    await until(clean);
    writeFileSync(file, '{ "language": "1",');
    expect(await until(oneError)).toContain("error json-syntax: ");
    writeFileSync(file, city('"starFive": 80000'));
    await until(clean);
    // A base in the folder counts too.
    writeFileSync(join(path, "province.json"), province.replace('"max": 90000', '"max": 70000'));
    expect(await until(oneError)).toContain("error bound-broken: ");
    child.kill("SIGINT");
    expect(await left).toBe(130);
  }, 60_000);

  it("waits for a file that is not there yet, and tells of one that goes", async () => {
    const { path } = folder();
    const file = join(path, "province.json");
    const { child, left, until } = watching(path, "province.json");
    const absent = "checked 0 files: 0 errors, 0 warnings, 1 file could not be checked\n";
    expect(await until(absent)).toContain("province.json: error: it is neither ");
    writeFileSync(file, province);
    await until(clean);
    rmSync(file);
    await until(absent);
    child.kill("SIGTERM");
    expect(await left).toBe(130);
  }, 60_000);

  it("is quiet about files that are no concern of it", async () => {
    const { path } = folder({ "province.json": province });
    const { child, left, until } = watching(path, "province.json");
    await until(clean);
    for (const name of ["notes.txt", "province.json~", ".province.json.swp"]) {
      writeFileSync(join(path, name), "x");
    }
    await new Promise((done) => setTimeout(done, 1000));
    writeFileSync(join(path, "province.json"), province.replace("50000", "50"));
    // Had it checked for those, it would have told of a clean file once more.
    expect(await until(oneError)).not.toContain(clean);
    child.kill("SIGINT");
    expect(await left).toBe(130);
  }, 60_000);

  it("ends where the folder goes, and where there is none", async () => {
    const { path } = folder({ "province.json": province });
    const { left, until, errors } = watching(path, "province.json");
    await until(clean);
    rmSync(path, { recursive: true });
    expect(await left).toBe(2);
    expect(errors()).toMatch(/^tiercut: the folder `.*` is gone: start again\n$/);
    const { path: other } = folder();
    const none = watching(other, "nowhere/province.json");
    expect(await none.left).toBe(2);
    expect(none.errors()).toMatch(/^tiercut: the folder `.*nowhere` is not there\n$/);
  }, 60_000);
});
