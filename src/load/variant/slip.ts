import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { listed } from "../../ruleset/phrase.ts";
import { nearest } from "../../ruleset/suggest.ts";
import { likely } from "./meant.ts";
import { type Change, isObject, keysIn, ownOf, valueAt } from "./merge.ts";
import { variantFault } from "./messages.ts";
import { baseHas } from "./notes.ts";
import { above } from "./references.ts";
import { baseOf, inBase, inVariant, type Scene } from "./scene.ts";

/** A new entry that lacks what it needs, beside one with nearly its name, is a misspelt patch. */
export function slipIn(
  fault: Diagnostic,
  change: Change | undefined,
  scene: Scene,
): Diagnostic | undefined {
  if (!change || change.before !== undefined || !isIncomplete(fault, change)) return undefined;
  const name = keysIn(change.path).at(-1) ?? "";
  const siblings = valueAt(scene.below.merged, above(change.path));
  if (fault.code === "bad-name") {
    const { near } = likely(name, isObject(siblings) ? siblings : {});
    return change.beside.length > 0 ? notInBase(change, near, scene, "unfit") : undefined;
  }
  const near = nearest(name, change.beside);
  if (near === undefined) return undefined;
  const model = ownOf(siblings, near);
  return statesMost(change.value, model) ? undefined : notInBase(change, near, scene);
}

const isIncomplete = ({ code, path }: Diagnostic, change: Change) =>
  path === change.path && ["missing-key", "wrong-type", "bad-name"].includes(code);

/** Does a new entry state more than half of what the one beside it does: then it is meant as one. */
function statesMost(entry: unknown, model: unknown): boolean {
  if (!isObject(entry) || !isObject(model)) return false;
  const keys = Object.keys(model);
  return 2 * keys.filter((k) => Object.hasOwn(entry, k)).length > keys.length;
}

/** Tells that the base has no such name, and the one that was likely meant. */
function notInBase(
  change: Change,
  near: string | undefined,
  scene: Scene,
  unfit?: "unfit",
): Diagnostic {
  const { path, value, beside } = change;
  const words = {
    name: keysIn(path).at(-1) ?? "",
    base: baseOf(scene),
    known: listed(beside),
    ...(near === undefined ? {} : { near }),
    ...(value === null ? { taken: "yes" } : {}),
    ...(unfit ? { unfit } : {}),
  };
  const found = { ...variantFault("not-a-base", "", words), ...inVariant(scene, path) };
  if (near === undefined) return found;
  const meant = above(path) + pointer(near);
  const related = [baseHas(inBase(scene, meant), valueAt(scene.below.merged, meant))];
  return { ...found, related };
}

/** Finds what a variant sets or takes out by a name that its base does not have. */
export function strangersIn(scene: Scene, short: readonly string[]): readonly Diagnostic[] {
  return [...unsetIn(scene, short), ...idleIn(scene, new Set(short))];
}

/** Parameters set in the short form, which only one that is declared can be. */
function unsetIn(scene: Scene, short: readonly string[]): readonly Diagnostic[] {
  const beside = Object.keys(scene.below.merged.parameters ?? {});
  const unset = short.filter((name) => !beside.includes(name));
  return unset.map((name) => {
    const change = { path: pointer("parameters", name), value: 0, before: undefined, beside };
    return notInBase(change, nearest(name, beside), scene);
  });
}

/** What is taken out and was not there, where something of nearly that name is. */
function idleIn(scene: Scene, short: ReadonlySet<string>): readonly Diagnostic[] {
  return scene.layer.changes.flatMap((change) => {
    if (change.value !== null || change.before !== undefined) return [];
    const keys = keysIn(change.path);
    if (keys[0] === "parameters" && short.has(keys[1] ?? "")) return [];
    const near = nearest(keys.at(-1) ?? "", change.beside);
    return near === undefined ? [] : [notInBase(change, near, scene)];
  });
}
