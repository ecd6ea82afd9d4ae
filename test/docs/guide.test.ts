import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { folder, tiercut } from "../cli/harness.ts";

/*
 * Follows the guides: writes each file they show, runs each command they show, and holds what they
 * show of its answer to what the command says.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const block = /```(\w+)(?: title="([^"]+)")?\n([\s\S]*?)```/g;

/** The answers of commands, each under its command. */
function shownIn(text: string): readonly (readonly [command: string, answer: string])[] {
  const [, ...asked] = `\n${text}`.split("\n$ npx tiercut ");
  return asked.map((part) => {
    const [command = "", ...lines] = part.split("\n");
    return [command, lines.join("\n").trim()];
  });
}

/** Where the package is installed, and what is run, are not the guide's matter. */
const neutral = (text: string) =>
  text
    .replaceAll(root, "node_modules/tiercut/")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "…")
    .trim();

describe.each(["docs/variants.md", "docs/variants.zh-CN.md"])("the guide %s", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  it("shows what the command says, step by step", { timeout: 120_000 }, async () => {
    const { path } = folder();
    let ran = 0;
    for (const [, language, file, body = ""] of text.matchAll(block)) {
      if (file) {
        mkdirSync(join(path, dirname(file)), { recursive: true });
        writeFileSync(join(path, file), body);
      }
      for (const [command, answer] of language === "console" ? shownIn(body) : []) {
        const { out, err } = await tiercut(command.split(" "), { cwd: path });
        expect(neutral(out + err), command).toBe(answer);
        ran += 1;
      }
    }
    expect(ran).toBe(text.match(/^\$ npx tiercut /gm)?.length);
  });
});

it("is the same guide in both languages, step by step", () => {
  const steps = (page: string) => {
    const text = readFileSync(join(root, page), "utf8");
    const commands = [...text.matchAll(/^(?:\$ )?npx tiercut .*$/gm)].map(([c]) => c);
    return commands.map((c) => c.replace(" --lang zh", ""));
  };
  expect(steps("docs/variants.zh-CN.md")).toEqual(steps("docs/variants.md"));
});
