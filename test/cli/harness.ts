import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { run } from "../../src/cli/run.ts";

/** A small ruleset with a fact of every type, a population decision and two subjects. */
export const shop = fileURLToPath(new URL("shop.json", import.meta.url));

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** The lines of the output, parsed. */
  readonly rows: readonly ReturnType<typeof JSON.parse>[];
}

interface Surroundings {
  readonly stdin?: string | Uint8Array | readonly Uint8Array[];
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs the command in this process, with its streams in memory. */
export async function tiercut(argv: readonly string[], given: Surroundings = {}): Promise<Ran> {
  const { stdin = "", cwd = tmpdir(), isTTY, signal } = given;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [gather(stdout), gather(stderr)];
  const chunks = typeof stdin === "string" || stdin instanceof Uint8Array ? [stdin] : stdin;
  const status = await run(argv, {
    stdin: Readable.from(chunks.map((c) => Buffer.from(c))),
    stdout,
    stderr: Object.assign(stderr, { isTTY }),
    cwd,
    signal,
  });
  stdout.end();
  stderr.end();
  const text = await out;
  const lines = text.split("\n").filter((l) => l.startsWith("{"));
  return { status, out: text, err: await err, rows: lines.map(parse) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function gather(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Makes a folder with files in it, which is gone after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const path = mkdtempSync(join(tmpdir(), "tiercut-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return { path, read: (name: string) => readFileSync(join(path, name), "utf8") };
}

/** Evaluates a text from standard input. */
export function evaluate(text: string | Uint8Array, ...options: readonly string[]): Promise<Ran> {
  return tiercut(["evaluate", shop, "-", ...options], { stdin: text });
}
