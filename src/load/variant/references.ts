import { pointer } from "../../ruleset/diagnostics.ts";
import { isObject, keysIn, valueAt } from "./merge.ts";

/** Where the things stand that a part of a ruleset refers to by name. */
const sections: Readonly<Record<string, string>> = {
  fact: "facts",
  parameter: "parameters",
  reading: "parameters",
  decision: "decisions",
};

/** Lists the places of all that a part of a ruleset refers to, up to so many steps away. */
export function reachedFrom(root: unknown, path: string, steps: number): ReadonlySet<string> {
  const found = new Set([path]);
  let edge: readonly string[] = [path];
  for (let step = 0; step < steps && edge.length > 0; step++) {
    edge = edge.flatMap((at) => referencesAt(root, at)).filter((at) => !found.has(at));
    for (const at of edge) found.add(at);
  }
  return found;
}

function referencesAt(root: unknown, path: string): readonly string[] {
  const found: string[] = [];
  const own = keysIn(path)[0] === "decisions" ? path.split("/").slice(0, 3).join("/") : "";
  const walk = (part: unknown) => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      const section = Object.hasOwn(sections, key) ? sections[key] : undefined;
      if (typeof value !== "string") walk(value);
      else if (section) found.push(pointer(section, value.split(".")[0] ?? ""));
      else if (key === "condition" && own) found.push(own + pointer("conditions", value));
    }
  };
  walk(valueAt(root, path));
  return found;
}

/** Lists the names that a part of a ruleset mentions, as keys or as values. */
export function namesIn(part: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value === "string") for (const name of value.split(".")) names.add(name);
    if (isObject(value)) for (const key of Object.keys(value)) names.add(key);
    if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(part);
  return names;
}

/** Does a place lie in another, or is it the same. */
export const isIn = (path: string, whole: string) => path === whole || path.startsWith(`${whole}/`);

/** The place that a place stands in. */
export const above = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
