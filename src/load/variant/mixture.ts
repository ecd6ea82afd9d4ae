import { catalogue, type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { listed } from "../../ruleset/phrase.ts";
import { isObject, keysIn, valueAt } from "./merge.ts";
import { baseHas } from "./notes.ts";
import { above } from "./references.ts";
import { baseOf, inBase, inVariant, type Scene } from "./scene.ts";

/*
 * A merge patch adds to the keys there are. A patch that means to put another form in the place of
 * one makes a part with the keys of two.
 */

/** The keys that say which form a part has: of them one part has one. */
const forms = new Set(
  (
    "all any not condition constant fact decision expression sum difference product quotient " +
    "round size move choose aggregate parameter reading share"
  ).split(" "),
);

/** The keys that stand beside them: with any other, it is no part but a map of names. */
const companions = new Set(
  (
    "operator value scale rounding by over of where at unit then otherwise cases unknown when " +
    "minimum maximum"
  ).split(" "),
);
const isPart = (keys: readonly string[]) => keys.every((k) => forms.has(k) || companions.has(k));

/** The keys that say which keys may stand beside them. */
const tags = ["kind", "method", "type"];

/** A part that a merge gave the keys of two forms. */
export interface Mixture {
  readonly path: string;
  /** The key by which the patch says that it means another form. */
  readonly added: string;
  /** The keys of the base that stayed. */
  readonly stayed: readonly string[];
  /** Did the patch change what kind the part is of, and not add a form to it. */
  readonly stale: boolean;
}

/** Finds two forms in one place, at or just above the place of a fault. */
export function mixtureAt({ code, path }: Diagnostic, scene: Scene): Mixture | undefined {
  const stale = code === "unknown-key" ? staleIn(path, above(path), scene) : undefined;
  return stale ?? mixtureIn(path, scene) ?? mixtureIn(above(path), scene);
}

/** Tells each part with two forms once. */
export function tellMixtures(found: readonly Mixture[], scene: Scene): readonly Diagnostic[] {
  const parts = new Map<string, Mixture>();
  for (const m of found) {
    const at = m.path + pointer(m.added);
    const stayed = new Set([...(parts.get(at)?.stayed ?? []), ...m.stayed]);
    parts.set(at, { ...m, stayed: [...stayed] });
  }
  return [...parts].map(([at, m]) => {
    const rest = listed(m.stayed);
    const words = { key: m.added, base: baseOf(scene), rest, ...(m.stale ? { stale: "yes" } : {}) };
    const old = m.path + pointer(m.stayed[0] ?? "");
    const related = [baseHas(inBase(scene, old), valueAt(scene.below.merged, old))];
    return { ...mixed("unknown-key", "", words), ...inVariant(scene, at), related };
  });
}

/** Keys of the base that stay where the patch changes the kind of what they belong to. */
function staleIn(path: string, whole: string, { changes, below }: Scene): Mixture | undefined {
  const added = tags.find((tag) => changes.at.has(whole + pointer(tag)));
  const part = valueAt(below.merged, whole);
  const key = keysIn(path).at(-1) ?? "";
  if (added === undefined || !isObject(part) || !Object.hasOwn(part, key)) return undefined;
  return changes.inside.has(path) ? undefined : { path: whole, added, stayed: [key], stale: true };
}

function mixtureIn(path: string, { changes, below }: Scene): Mixture | undefined {
  const part = valueAt(below.merged, path);
  if (!isObject(part) || !isPart(Object.keys(part))) return undefined;
  const stayed = Object.keys(part).filter((key) => !changes.inside.has(path + pointer(key)));
  const added = (changes.inside.get(path) ?? []).flatMap((c) => {
    const [key] = keysIn(c.path.slice(path.length));
    return key !== undefined && c.value !== null && !Object.hasOwn(part, key) ? [key] : [];
  });
  const form = added.find((key) => forms.has(key));
  return form !== undefined && stayed.some((key) => forms.has(key))
    ? { path, added: form, stayed, stale: false }
    : undefined;
}

const mixed = /* @__PURE__ */ catalogue<"unknown-key">({
  "unknown-key": {
    en: (w) => ({
      message: w.stale
        ? `\`${w.key}\` is changed here, and what \`${w.base}\` has beside it means nothing any more: ${w.rest}`
        : `\`${w.key}\` is put beside what \`${w.base}\` has here, and only one form can stand: ${w.rest}`,
      help: `a patch adds to what is there: set to \`null\` beside it what it replaces, ${w.rest}`,
    }),
    zh: (w) => ({
      message: w.stale
        ? `这里改了 \`${w.key}\`，\`${w.base}\` 原来写在旁边的内容就没有意义了：${w.rest}`
        : `\`${w.key}\` 与 \`${w.base}\` 原有的内容并列，而这里只能有一种写法：${w.rest}`,
      help: `改动是逐个字段并入的：把要取代的字段一并写成 \`null\`：${w.rest}`,
    }),
  },
});
