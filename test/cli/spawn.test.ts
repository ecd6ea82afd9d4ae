import { spawn } from "node:child_process";
import { chmodSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtCommand } from "./built.ts";
import { folder, shop } from "./harness.ts";

const { place, main } = builtCommand();

interface Left {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command; `act` may write to it, or break it off. */
function spawned(
  argv: readonly string[],
  act: (child: ReturnType<typeof spawn>) => void,
  cwd = place,
  env = process.env,
): Promise<Left> {
  return leaving(spawn(process.execPath, [main, ...argv], { cwd, env }), act);
}

function leaving(
  child: ReturnType<typeof spawn>,
  act: (child: ReturnType<typeof spawn>) => void,
): Promise<Left> {
  const texts = { out: "", err: "" };
  child.stdout?.on("data", (d) => {
    texts.out += d;
  });
  child.stderr?.on("data", (d) => {
    texts.err += d;
  });
  child.stdin?.on("error", () => undefined);
  act(child);
  return new Promise((done) => child.on("close", (status) => done({ status, ...texts })));
}

describe("the command as a process", () => {
  it("begins with a line that says what runs it", async () => {
    const { readFileSync } = await import("node:fs");
    expect(readFileSync(main, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it.each([
    [0, "members\n1\n"],
    [1, "members\nx\n"],
    [2, "nothing\nx\n"],
  ])("leaves with status %i", async (wanted, text) => {
    const argv = ["evaluate", shop, "-", "--decision", "big"];
    const { status, out, err } = await spawned(argv, (child) => child.stdin?.end(text));
    expect(status).toBe(wanted);
    expect(out === "").toBe(wanted === 2);
    expect(err).not.toBe("");
  });

  it("finds the shipped rulesets from where it is built", async () => {
    const { status, out } = await spawned(["list"], () => undefined);
    expect(status).toBe(0);
    expect(out).toContain("hainan-unicom-2003");
  });

  it("stops quietly where its output is no longer read", async () => {
    const argv = ["evaluate", shop, "-", "--decision", "big"];
    const { err } = await spawned(argv, (child) => {
      child.stdout?.once("data", () => child.stdout?.destroy());
      child.stdin?.write(`members\n${"5\n".repeat(200_000)}`);
      child.stdin?.end();
    });
    expect(err).not.toMatch(/Error|fault/);
  });

  it.each(["big", "class"])(
    "removes what it wrote of `%s` when it is broken off",
    async (decision) => {
      const { path } = folder();
      const argv = ["evaluate", shop, "-", "--decision", decision, "--output", "out.jsonl"];
      const env = { ...process.env, TMPDIR: path };
      const { status } = await spawned(
        argv,
        (child) => {
          child.stdin?.write(`members,city\n${"5,x\n".repeat(50_000)}`);
          const wait = setInterval(() => {
            if (readdirSync(path).length === 0) return;
            clearInterval(wait);
            child.kill("SIGINT");
          }, 20);
        },
        path,
        env,
      );
      expect(status).toBe(130);
      expect(readdirSync(path)).toEqual([]);
    },
  );

  it.each<readonly [string, readonly string[], number]>([
    ["list > /dev/full", ["list"], 2],
    ["evaluate > /dev/full", ["evaluate", shop, "-"], 2],
    ["2> /dev/full", ["list", "--nothing"], 2],
    ["| head -1", ["list"], 0],
  ])("tells where it can't write, and leaves nothing: %s", async (where, argv, wanted) => {
    const { path } = folder();
    const shell = `"$0" "$@" ${where.slice(where.search(/[>|2]/))}; echo "status \${PIPESTATUS[0]}"`;
    const { out, err } = await shelled(shell, argv, path);
    expect(out).toContain(`status ${wanted}`);
    expect(err).not.toMatch(/\n\s+at |fault of tiercut/);
    if (where.includes(" > ")) expect(err).toMatch(/^tiercut: standard output can't be written: /);
    expect(readdirSync(path)).toEqual([]);
  });

  it.each([
    ["a pipe nobody opens", "evaluate", "big", ""],
    ["a silent pipe", "evaluate", "big", "exec 9<>pipe;"],
    ["a silent pipe that is put aside", "evaluate", "class", "exec 9<>pipe;"],
  ])("ends when it is broken off while it reads %s", async (_, command, decision, before) => {
    const { path } = folder();
    const shell = `mkfifo pipe; ${before} "$0" "$@" & sleep 1; kill -INT $!; wait $!; echo "status $?"; rm pipe`;
    const argv = [command, shop, "pipe", "--decision", decision];
    expect((await shelled(shell, argv, path)).out).toContain("status 130");
    expect(readdirSync(path)).toEqual([]);
  });

  it("ends when it is broken off while nobody reads what it writes", async () => {
    const rows = `members,city\n${"5,x\n".repeat(50_000)}`;
    const { path } = folder({ "rows.csv": rows });
    const shell = `mkfifo pipe; exec 9<>pipe; "$0" "$@" > pipe & sleep 1; kill -INT $!; wait $!; echo "status $?"`;
    const argv = ["evaluate", shop, "rows.csv", "--decision", "big"];
    expect((await shelled(shell, argv, path)).out).toContain("status 130");
  });
});

/** Runs the command in a shell, as `"$0" "$@"`, in a folder that is also the place for temporary files. */
function shelled(shell: string, argv: readonly string[], cwd: string): Promise<Left> {
  chmodSync(main, 0o755);
  const env = { ...process.env, TMPDIR: cwd };
  const child = spawn("bash", ["-c", shell, main, ...argv], { cwd, env });
  return leaving(child, (c) => c.stdin?.end("members\n1\n"));
}
