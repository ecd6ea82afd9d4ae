import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";
import { afterAll, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the command before the tests of a file, apart from `dist`, which others may be building. */
export function builtCommand() {
  const place = mkdtempSync(join(tmpdir(), "tiercut-built-"));
  beforeAll(async () => {
    for (const name of ["rulesets", "node_modules", "package.json"]) {
      symlinkSync(join(root, name), join(place, name));
    }
    await build({
      entry: [join(root, "src/cli/main.ts")],
      outDir: join(place, "dist", "cli"),
      format: ["esm"],
      platform: "node",
      target: "es2022",
      config: false,
      silent: true,
      dts: false,
    });
  }, 60_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  return { place, main: join(place, "dist", "cli", "main.js") };
}
