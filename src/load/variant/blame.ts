import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import { listed } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import { keyOf } from "../check.ts";
import { culpritOf } from "./culprit.ts";
import { asMeant } from "./meant.ts";
import { type Change, keysIn } from "./merge.ts";
import { variantFault } from "./messages.ts";
import { type Mixture, mixtureAt, tellMixtures } from "./mixture.ts";
import { baseHas, foundAt } from "./notes.ts";
import { isIn } from "./references.ts";
import type { Resolved } from "./resolve.ts";
import { inBase, inVariant, placeOf, type Scene, scenesOf } from "./scene.ts";
import { slipIn } from "./slip.ts";

/**
 * Tells the faults of a resolved ruleset in the terms of the documents it is made of: each at the
 * place whose owner can mend it. `levelOf` says with which document of the chain a fault came in.
 */
export function blame(
  faults: readonly Diagnostic[],
  resolved: Resolved,
  levelOf: (fault: Diagnostic) => number,
): readonly Diagnostic[] {
  const levels = faults.map(levelOf);
  const at = (level: number) => faults.filter((_, i) => levels[i] === level);
  const own = at(0).map((f) => {
    const related = f.related ? { related: relatedIn(f, resolved) } : {};
    return { ...f, ...placeOf(resolved, f.path), ...related };
  });
  return [...own, ...scenesOf(resolved).flatMap((scene) => tellScene(at(scene.level), scene))];
}

function tellScene(faults: readonly Diagnostic[], scene: Scene): readonly Diagnostic[] {
  const merged = scene.resolved.layers.at(-1)?.merged;
  const told: Diagnostic[] = [];
  const taken = new Map<Change, Diagnostic[]>();
  const mixtures: Mixture[] = [];
  for (const fault of faults) {
    const change = culpritOf(fault, scene.changes, merged);
    const mixture = mixtureAt(fault, scene);
    if (mixture) mixtures.push(mixture);
    else if (change?.value !== null) told.push(tellOne(fault, change, scene));
    else taken.set(change, [...(taken.get(change) ?? []), fault]);
  }
  const out = [...taken].map(([change, needs]) => takenAway(change, needs, scene));
  const once = [...new Map(told.map((d) => [keyOf(d), d])).values()];
  return [...tellMixtures(mixtures, scene), ...withoutEchoes(once), ...out];
}

function tellOne(fault: Diagnostic, change: Change | undefined, scene: Scene): Diagnostic {
  return slipIn(fault, change, scene) ?? moved(helpedBy(meant(fault, scene), scene), change, scene);
}

const meant = (fault: Diagnostic, { resolved }: Scene) =>
  asMeant(fault, resolved.layers.at(-1)?.merged);

/** What is wrong inside an entry that is a slip itself adds nothing. */
function withoutEchoes(told: readonly Diagnostic[]): readonly Diagnostic[] {
  const slips = told.filter((d) => d.code === "not-a-base").map((d) => d.path);
  return told.filter((d) => d.code === "not-a-base" || !slips.some((slip) => isIn(d.path, slip)));
}

/** A contract that the base names can't be left. */
const promised: Text = {
  zh: "改成约定的样子：这是所依据的规则集承诺的；另有所指就另立一个判定",
  en: "give it the shape that is asked, which the base promises, and add a decision of your own for another",
};

function helpedBy(fault: Diagnostic, { changes }: Scene): Diagnostic {
  const isPromised =
    fault.code === "contract-broken" && !changes.at.has(`${fault.path}/implements`);
  return isPromised ? { ...fault, help: promised } : fault;
}

/** The fault as it is, at the change that brought it in, with what it collides with. */
function moved(fault: Diagnostic, change: Change | undefined, scene: Scene): Diagnostic {
  const { resolved } = scene;
  if (!change) return { ...fault, document: scene.layer.document.name, path: "" };
  const isInside = typeof change.value === "object" && isIn(fault.path, change.path);
  const place = inVariant(scene, isInside ? fault.path : change.path);
  const apart = !isIn(fault.path, change.path) && !isIn(change.path, fault.path);
  const own = relatedIn(fault, resolved);
  if (apart)
    return { ...fault, ...place, related: [...own, foundAt(placeOf(resolved, fault.path))] };
  const old =
    change.before === undefined ? [] : [baseHas(inBase(scene, change.path), change.before)];
  const related = [...own, ...old];
  return { ...fault, ...place, ...(related.length > 0 ? { related } : {}) };
}

/** The second places of a fault, in the documents that set what stands there. */
const relatedIn = ({ related = [] }: Diagnostic, resolved: Resolved) =>
  related.map((r) => ({ ...r, ...placeOf(resolved, r.path) }));

/** How many of the places that need what was taken out are shown. */
const mostShown = 5;

/** One message for what was taken out, whatever needs it. */
function takenAway(change: Change, needs: readonly Diagnostic[], scene: Scene): Diagnostic {
  const byUser = new Map([...needs].reverse().map((f) => [userOf(f.path), f]));
  const users = [...byUser].reverse();
  const words = {
    name: keysIn(change.path).at(-1) ?? "",
    why: needs[0]?.message ?? "",
    users: listed(users.map(([name]) => name)),
  };
  const related = users.slice(0, mostShown).map(([, f]) => {
    return { ...placeOf(scene.resolved, f.path), message: f.message };
  });
  return { ...variantFault("taken-away", "", words), ...inVariant(scene, change.path), related };
}

/** The decision, fact or parameter that a place is in. */
const userOf = (path: string) => keysIn(path)[1] ?? keysIn(path)[0] ?? "";
