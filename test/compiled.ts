import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = new URL("../", import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, root));

/**
 * Compiles files as strictly as the library itself.
 *
 * @param files - each file by its path from the root of the repository: its text, or nothing for one
 *   that is on disk
 * @returns what the compiler finds in them, each with its file and line
 */
export function compiled(files: Readonly<Record<string, string | undefined>>): readonly string[] {
  const names = Object.keys(files).map(path);
  const own = new Map(Object.entries(files).map(([name, text]) => [path(name), text]));
  const { config } = ts.readConfigFile(path("tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path(""));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (f) => own.get(f) ?? readFile(f);
  host.fileExists = (f) => own.has(f) || fileExists(f);
  host.getSourceFile = (f, ...rest) => {
    const text = own.get(f);
    return text === undefined
      ? getSourceFile(f, ...rest)
      : ts.createSourceFile(f, text, ts.ScriptTarget.ES2023);
  };
  const program = ts.createProgram(names, options, host);
  return names.flatMap((f) => faultsIn(f, program));
}

function faultsIn(file: string, program: ts.Program): readonly string[] {
  const source = program.getSourceFile(file);
  const found = [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ];
  return found.map((d) => {
    const { line = 0 } = source?.getLineAndCharacterOfPosition(d.start ?? 0) ?? {};
    const message = ts.flattenDiagnosticMessageText(d.messageText, " ");
    return `${file.slice(path("").length)}:${line + 1} ${message}`;
  });
}
