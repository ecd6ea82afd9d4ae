import { readFileSync } from "node:fs";
import { expect } from "vitest";
import {
  getLanguageService,
  type LanguageService,
  TextDocument,
} from "vscode-json-languageservice";

/*
 * An editor without its window: the engine that completes, explains and checks JSON in VS Code, with
 * the schemas as they are published. `¦` in a text says where the cursor stands.
 */

const root = new URL("../../../", import.meta.url);

/** The published schema of a kind of document. */
export const schemaOf = (which: "ruleset" | "variant") =>
  JSON.parse(readFileSync(new URL(`rulesets/schema/${which}.json`, root), "utf8"));

/** Checks a file as an editor does that opens it: by the schema that it names itself. */
export async function problemsIn(file: string): Promise<readonly string[]> {
  const service = getLanguageService({
    schemaRequestService: async (uri) => readFileSync(new URL(uri), "utf8"),
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  });
  const { href } = new URL(file, root);
  const document = TextDocument.create(href, "json", 1, readFileSync(new URL(href), "utf8"));
  const parsed = service.parseJSONDocument(document);
  const found = await service.doValidation(document, parsed);
  const schemas = await service.getMatchingSchemas(document, parsed);
  expect(schemas.length, "no schema was found").toBeGreaterThan(0);
  return found.map((p) => String(p.message));
}

/** What an editor says of a place. */
export interface Editor {
  /** What it proposes at the cursor. */
  proposals(text: string): Promise<readonly string[]>;
  /** What it tells of one proposal. */
  about(text: string, label: string): Promise<string | undefined>;
  /** What it shows under the cursor. */
  hover(text: string): Promise<string>;
  /** What it underlines, and what it says of it. */
  problems(text: string): Promise<readonly (readonly [marked: string, message: string])[]>;
}

/** Opens an editor for rulesets or for variants. */
export function editorOf(which: "ruleset" | "variant"): Editor {
  const service = getLanguageService({});
  const schema = { uri: "schema://tiercut", fileMatch: ["*"], schema: schemaOf(which) };
  service.configure({ schemas: [schema] });
  const items = async (text: string) => {
    const { document, position, parsed } = opened(service, text);
    return (await service.doComplete(document, position, parsed))?.items ?? [];
  };
  return {
    proposals: async (text) => (await items(text)).map((i) => i.label),
    async about(text, label) {
      const found = (await items(text)).find((i) => i.label === label)?.documentation;
      return typeof found === "string" ? found : found?.value;
    },
    async hover(text) {
      const { document, position, parsed } = opened(service, text);
      const shown = await service.doHover(document, position, parsed);
      return [shown?.contents ?? []].flat().map(String).join("").replaceAll("\\", "");
    },
    async problems(text) {
      const { document, parsed } = opened(service, text);
      const found = await service.doValidation(document, parsed);
      return found.map((p) => [document.getText(p.range), String(p.message)] as const);
    },
  };
}

function opened(service: LanguageService, text: string) {
  const [before = "", after = ""] = text.split("¦");
  const document = TextDocument.create("file:///ruleset.json", "json", 1, before + after);
  const position = document.positionAt(before.length);
  return { document, position, parsed: service.parseJSONDocument(document) };
}
