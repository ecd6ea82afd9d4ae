import { diagnose } from "../../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { nearest } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { isObject } from "./merge.ts";

/** What a whole ruleset has of its own, and a variant mostly has from its base. */
const whole = ["source", "subjects", "facts", "decisions"];

const expected: Text = {
  zh: '`{ "id": "…", "version": "^1.0.0" }`，写明依据哪个规则集；若是整份规则集，则补上 `source`、`subjects`、`facts` 和 `decisions`',
  en: '`{ "id": "…", "version": "^1.0.0" }`, the ruleset it is built on; or, where it is a whole one, `source`, `subjects`, `facts` and `decisions`',
};

/**
 * Tells of a document that changes something and does not say of what: `extends` is misspelt or was
 * forgotten, and all else that would be told of it as a whole ruleset is beside the point.
 */
export function unextended(value: unknown): Diagnostic | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  const lacking = whole.filter((key) => !keys.includes(key));
  const changes = ["parameters", ...whole].some((key) => keys.includes(key));
  if (lacking.length < 3 || !changes) return undefined;
  const near = keys.find((key) => nearest(key, ["extends"]) !== undefined);
  if (near === undefined) return diagnose("missing-key", "", { key: "extends", expected });
  return diagnose("unknown-key", pointer(near), { key: near, near: "extends" });
}
