import type { Node, NodeId } from "../../plan/node.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { leavesOf } from "../diagram/region.ts";
import type { Ref } from "../diagram/space.ts";
import type { Sense } from "../diagram/symbols.ts";
import { warn } from "../messages.ts";
import { ask, at, nodesUnder, type Question, type Study } from "../study.ts";
import { isFalse, isTrue } from "../table.ts";

/** Warns of conditions that come out the same for everyone, and of cases that are never taken. */
export function conditionWarnings(study: Study): readonly Diagnostic[] {
  const q = ask(study);
  return [...constants(study, q), ...cases(study, q)];
}

/** A test as the ruleset states it, the whole of a rule, or a named condition or item. */
function constants(study: Study, q: Question): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const [id, node] of study.plan.nodes.entries()) {
    const { path } = node.origin;
    if (found.has(path) || !isStated(study, node, path) || isChosen(study, id)) continue;
    const always = constantly(q, q.m(id));
    if (always) found.set(path, warn("constant-rule", path, { always }));
  }
  return outermost([...found.values()]);
}

function isStated({ document }: Study, node: Node, path: string): boolean {
  if (node.type.kind !== "boolean" || node.op === "constant" || node.op === "fact") return false;
  if (path.includes("/rows/")) return false;
  const written = at(document, path);
  const holds = typeof written === "object" && written !== null;
  return holds && ["operator", "all", "any", "not"].some((key) => key in written);
}

/** A condition that holds a constant is made so by a reading: it says itself that it is constant. */
function isChosen({ plan }: Study, id: NodeId): boolean {
  return [...nodesUnder(plan, [id])].some((under) => {
    const node = plan.nodes[under];
    return node?.op === "constant" && typeof node.value === "boolean";
  });
}

function constantly({ s }: Question, ref: Ref): Text | undefined {
  const leaves = leavesOf(s, ref);
  const [yes, no] = [leaves.some(isTrue), leaves.some(isFalse)];
  if (yes === no) return undefined;
  return yes ? { zh: "总是成立", en: "always met" } : { zh: "永不成立", en: "never met" };
}

/** Of a condition inside one that is constant too, the inner says why: it alone is told. */
function outermost(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.filter((d) => !found.some((e) => e !== d && e.path.startsWith(`${d.path}/`)));
}

/** Cases of a choice, and values treated apart, that an earlier one always takes. */
function cases(study: Study, { s, m }: Question): readonly Diagnostic[] {
  return study.plan.nodes.flatMap((node) => {
    if (node.op !== "choose") return [];
    let before = s.no;
    return node.cases.flatMap(({ when, origin, guard }) => {
      const alone = s.space.lift([m(when), before], ([w, b]) =>
        isTrue(w as Sense) && isFalse(b as Sense) ? s.yes : s.no,
      );
      before = s.space.lift([m(when), before], ([w, b]) => {
        if (isTrue(w as Sense) || isTrue(b as Sense)) return s.yes;
        return isFalse(w as Sense) && isFalse(b as Sense) ? s.no : s.unknown;
      });
      const name = /\/(?:choose|exactly)\/([^/]+)$/.exec(origin.path)?.[1];
      if (guard || name === undefined || alone !== s.no) return [];
      return [warn("unreachable-case", origin.path, { name })];
    });
  });
}
