import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { keysIn, valueAt } from "./merge.ts";
import type { Document, Shelf } from "./shelf.ts";

const sections = ["parameters", "decisions", "facts"];
const form = '`{ "id": "…", "version": "^1.0.0" }`';

/** Helps where the base is needed to know what was meant: a name that stands outside its section. */
export function helped(fault: Diagnostic, variant: Document, shelf: Shelf): Diagnostic {
  const { code, path } = fault;
  if (code === "wrong-type" && path === "/extends") {
    return { ...fault, help: { zh: `写成 ${form}`, en: `write ${form}` } };
  }
  const [name = "", more] = keysIn(path);
  if (code !== "unknown-key" || more !== undefined) return fault;
  const base = valueAt(variant.value, "/extends/id");
  const known = shelf.documents.filter((d) => d.safe && d.id === base);
  const section = sections.find((s) =>
    known.some((d) => valueAt(d.value, pointer(s, name)) !== undefined),
  );
  return section === undefined ? fault : { ...fault, help: inside(section) };
}

const inside = (section: string): Text => ({
  zh: `把它写到 \`${section}\` 里面`,
  en: `put it inside \`${section}\``,
});
