import { SaxesParser, type SaxesTagNS } from "saxes";
import { catalogue, TiercutError } from "../ruleset/diagnostics.ts";
import { limits } from "../ruleset/json/limits.ts";
import { quote } from "../ruleset/show.ts";
import type { Refusal } from "./refusal.ts";
import type { Element } from "./xml/element.ts";
import { type XmlCode, xml } from "./xml/messages.ts";

/** What the file is, or why it can't be read at all. */
export type Parsed = { readonly root: Element } | { readonly refusal: Refusal<XmlCode> };

type Open = Element & { readonly children: Element[]; text: string };
interface Found {
  root?: Element;
  refusal?: Refusal<XmlCode>;
}

const refused = /* @__PURE__ */ catalogue<XmlCode>(xml);

/** Reads the text of an XML file. A stranger's file is safe: entities and document types are refused. */
export function parseXml(text: string): Parsed {
  if (typeof text !== "string") {
    throw new TiercutError(`a file is handed in as its text, and this is ${quote(text)}`);
  }
  const size = { zh: ` ${text.length} 个字符`, en: `${text.length} characters` };
  if (text.length > limits.characters) return { refusal: refused("xml-size", "", { size }) };
  const parser = new SaxesParser({ xmlns: true, position: true });
  const found: Found = {};
  listen(parser, found);
  try {
    parser.write(text).close();
    return { root: found.root as Element };
  } catch (error) {
    const at = { line: parser.line, column: parser.column };
    const reason = (error as Error).message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    const words = { reason, line: String(at.line) };
    return { refusal: { ...(found.refusal ?? refused("xml-syntax", "", words)), at } };
  }
}

function listen(parser: SaxesParser<{ xmlns: true; position: true }>, found: Found) {
  const open: { readonly element: Open; readonly counts: Map<string, number> }[] = [];
  const stop = (refusal: Refusal<XmlCode>) => {
    found.refusal = refusal;
    throw new Error(refusal.code);
  };
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.element.text += text;
  };
  parser.on("doctype", () => stop(refused("xml-doctype", "")));
  parser.on("opentag", (tag) => {
    const parent = open.at(-1);
    const count = (parent?.counts.get(tag.local) ?? 0) + 1;
    parent?.counts.set(tag.local, count);
    const path = parent ? `${parent.element.path}/${tag.local}[${count}]` : `/${tag.local}`;
    const size = { zh: ` ${open.length + 1} 层`, en: `${open.length + 1} levels` };
    if (open.length >= limits.levels) stop(refused("xml-size", path, { size }));
    const element = elementOf(tag, path, { line: parser.line, column: parser.column });
    found.root ??= element;
    parent?.element.children.push(element);
    open.push({ element, counts: new Map() });
  });
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => open.pop());
}

function elementOf(tag: SaxesTagNS, path: string, at: Element["at"]): Open {
  const own = Object.values(tag.attributes).filter((a) => a.uri === "");
  const attributes = Object.fromEntries(own.map((a) => [a.local, a.value]));
  return { name: tag.local, namespace: tag.uri, attributes, children: [], text: "", path, at };
}
