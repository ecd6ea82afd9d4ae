import type { Node, NodeId } from "../../plan/node.ts";
import type { Diagnostic } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { isFalse, isTrue } from "../diagram/leaf.ts";
import { canBe } from "../diagram/possible.ts";
import { warn } from "../messages.ts";
import { at, nodesUnder, type Question, type Study } from "../study.ts";
import type { Asked } from "./each.ts";

/** Asks of conditions whether they come out the same for everyone: of tests, rules, items, the named. */
export function ofConditions(study: Study): readonly Asked[] {
  return [...statedIn(study)].map(([path, id]) => ({
    path,
    what,
    check: ({ s, m }: Question) => {
      const [yes, no] = [canBe(s, m(id), isTrue), canBe(s, m(id), isFalse)];
      return yes === no ? [] : [warn("constant-rule", path, { always: yes ? always : never })];
    },
  }));
}

const what: Text = { zh: "这一条件", en: "this condition" };
const always: Text = { zh: "总是成立", en: "always met" };
const never: Text = { zh: "永不成立", en: "never met" };

/** The conditions a ruleset states, each with the node that says all of it: the last at its place. */
function statedIn(study: Study): ReadonlyMap<string, NodeId> {
  const found = new Map<string, NodeId>();
  for (const [id, node] of study.plan.nodes.entries()) {
    if (isStated(study, node) && !isChosen(study, id)) found.set(node.origin.path, id);
  }
  return found;
}

function isStated({ document }: Study, { op, type, origin: { path } }: Node): boolean {
  if (type.kind !== "boolean" || op === "constant" || op === "fact") return false;
  if (path.includes("/rows/")) return false;
  const written = at(document, path);
  const holds = typeof written === "object" && written !== null;
  return holds && ["operator", "all", "any", "not"].some((key) => key in written);
}

/** Is a yes or no in a condition put there by a reading: then it is constant on purpose. */
export function isChosen({ plan, locate }: Study, id: NodeId): boolean {
  return [...nodesUnder(plan, [id])].some((under) => {
    const node = plan.nodes[under];
    if (node?.op !== "constant" || typeof node.value !== "boolean") return false;
    const { path } = node.origin;
    const last = path.lastIndexOf("/");
    return locate(path) !== locate(path.slice(0, last)) + path.slice(last);
  });
}

/** Of a condition inside one that is constant too, the inner says why: it alone is told. */
export function innermost(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const constant = found.filter((d) => d.code === "constant-rule").map((d) => d.path);
  const holdsOne = (path: string) => constant.some((inner) => inner.startsWith(`${path}/`));
  return found.filter((d) => d.code !== "constant-rule" || !holdsOne(d.path));
}
