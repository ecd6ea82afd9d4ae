import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as engine from "../../src/emit/json-rules-engine.ts";
import * as tiercut from "../../src/index.ts";
import * as anqing from "../../src/policies/anqing-mobile-2010.ts";
import * as hainan from "../../src/policies/hainan-unicom-2003.ts";
import * as xian from "../../src/policies/xian-unicom-2012.ts";
import * as dmn from "../../src/read/dmn.ts";
import * as pmml from "../../src/read/pmml.ts";
import * as testing from "../../src/testing/index.ts";

/*
 * Runs every TypeScript example of the README, the docs and the docstrings. In an example a line
 * `expression; // value` states what the expression comes to, and that is checked.
 */

const root = new URL("../../", import.meta.url);
const modules: Readonly<Record<string, object>> = {
  tiercut,
  "tiercut/hainan-unicom-2003": hainan,
  "tiercut/anqing-mobile-2010": anqing,
  "tiercut/xian-unicom-2012": xian,
  "tiercut/json-rules-engine": engine,
  "tiercut/dmn": dmn,
  "tiercut/pmml": pmml,
  "tiercut/testing": testing,
  "fast-check": { default: fc },
};

interface Example {
  readonly name: string;
  readonly code: string;
}

function examplesIn(file: string): readonly Example[] {
  const text = readFileSync(new URL(file, root), "utf8").replaceAll(/^ *\* ?/gm, "");
  const blocks = [...text.matchAll(/```ts\n([\s\S]*?)```/g)];
  return blocks.map((b, i) => ({ name: `${file} ${i + 1}`, code: b[1] ?? "" }));
}

function files(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(ending) && !f.startsWith("api"))
    .map((f) => `${folder}${f}`);
}

/** Turns a stated line into a check, and an import into a look-up. */
function prepared(code: string): string {
  const lines = code.split("\n").map((line) => {
    const stated = /^(?!const |let |import |\/\/)(\S.*);\s*\/\/ (.+)$/.exec(line);
    return stated ? `check(${stated[1]}, ${stated[2]}, ${JSON.stringify(line)});` : line;
  });
  return lines
    .join("\n")
    .replaceAll(/^import \{([^}]*)\} from ("[^"]+");$/gm, (_, names: string, from: string) => {
      return `const {${names.replaceAll(" as ", ": ")}} = await load(${from});`;
    })
    .replaceAll(/^import (\w+) from ("[^"]+");$/gm, (_, name: string, from: string) => {
      return `const { default: ${name} } = await load(${from});`;
    })
    .replaceAll(/^import .*$/gm, "");
}

async function load(name: string): Promise<object> {
  const own = modules[name];
  if (own) return own;
  return import(name);
}

async function run(code: string): Promise<number> {
  let checks = 0;
  const check = (found: unknown, stated: unknown, line: string) => {
    checks += 1;
    expect(found, line).toEqual(stated);
  };
  const source = `return (async () => {${prepared(code)}\n})();`;
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const script = ts.transpileModule(source, { compilerOptions: options }).outputText;
  await new Function("check", "load", script)(check, load);
  return checks;
}

const sources = ["README.md", "README.zh-CN.md", ...files("docs/", ".md"), ...files("src/", ".ts")];

describe("examples", () => {
  it.each(sources.flatMap(examplesIn).map((e) => [e.name, e] as const))(
    "%s",
    async (_, example) => {
      const stated = prepared(example.code).split("check(").length - 1;
      expect(await run(example.code)).toBe(stated);
    },
  );
});

describe("the whole ruleset in docs/language.md", () => {
  it("loads and decides", () => {
    const text = readFileSync(new URL("docs/language.md", root), "utf8");
    const whole = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
    const loaded = tiercut.loadRuleset(whole);
    expect(loaded.diagnostics).toEqual([]);
    if (!loaded.ok) return;
    const group = (mobileUsers: number) =>
      tiercut.evaluate(tiercut.compile(loaded.ruleset), "group", { mobileUsers }).outcome;
    expect([group(9), group(10)]).toEqual([false, true]);
  });
});

describe("the examples of README.md", () => {
  it("compile as TypeScript, as strictly as the library itself", () => {
    const folder = new URL("test/docs/", root);
    const code = [...examplesIn("README.md"), ...examplesIn("README.zh-CN.md")];
    const files = new Map(
      code.map((e, i) => [
        fileURLToPath(new URL(`readme-${i}.ts`, folder)),
        `${e.code}\nexport {};\n`,
      ]),
    );
    const { config } = ts.readConfigFile(
      fileURLToPath(new URL("tsconfig.json", root)),
      ts.sys.readFile,
    );
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, fileURLToPath(root));
    const src = (path: string) => [fileURLToPath(new URL(`src/${path}`, root))];
    const paths = {
      tiercut: src("index.ts"),
      "tiercut/json-rules-engine": src("emit/json-rules-engine.ts"),
      "tiercut/testing": src("testing/index.ts"),
      "tiercut/*": src("policies/*.ts"),
    };
    const host = ts.createCompilerHost({ ...options, paths });
    const { readFile, fileExists, getSourceFile } = host;
    host.readFile = (f) => files.get(f) ?? readFile(f);
    host.fileExists = (f) => files.has(f) || fileExists(f);
    host.getSourceFile = (f, ...rest) => {
      const own = files.get(f);
      return own === undefined
        ? getSourceFile(f, ...rest)
        : ts.createSourceFile(f, own, ts.ScriptTarget.ES2023);
    };
    const program = ts.createProgram([...files.keys()], { ...options, paths }, host);
    const found = [...files.keys()].flatMap((f) =>
      ts.getPreEmitDiagnostics(program, program.getSourceFile(f)),
    );
    expect(found.map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n"))).toEqual([]);
  });
});
