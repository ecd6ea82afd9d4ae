import { namer } from "../names.ts";
import { collector, type Refusal } from "../refusal.ts";
import { childOf, childrenOf, type Element } from "../xml/element.ts";
import { type ReadDecision, readDecision } from "./decision.ts";
import { type DmnCode, make } from "./messages.ts";
import { scopeOf } from "./scope.ts";
import { inTurn } from "./turn.ts";
import { leavesOf, type Variable } from "./variable.ts";

/** All that could be carried over of a file's decisions, each under its name here. */
export interface Model {
  readonly decisions: ReadonlyMap<string, ReadDecision>;
  readonly factName: (variable: string) => string;
  readonly refusals: readonly Refusal<DmnCode>[];
}

/** Reads the decisions of a file in the order in which they rest on one another. */
export function readModel(root: Element): Model {
  const { refusals, refuse } = collector(make);
  const items = new Map(
    childrenOf(root, "itemDefinition").map((i) => [i.attributes.name ?? "", i]),
  );
  const { ordered, circular } = inTurn(childrenOf(root, "decision"));
  for (const d of circular) refuse("cycle", d, { name: d.attributes.name ?? "" });
  // What can't be carried over is handed in: it stands beside the input data.
  const handedIn = [...childrenOf(root, "inputData"), ...circular];
  const leaves = handedIn.flatMap((e) => leavesAt(e, items));
  const { scope, declare } = scopeOf(leaves.map((v) => [v.name, v]));
  const [factName, key] = [remembering(namer("fact")), namer("decision")];
  const decisions = new Map<string, ReadDecision>();
  for (const element of ordered) {
    const name = key(element.attributes.name ?? "");
    const { read, refusals: own } = readDecision(element, name, { root, scope, factName });
    refusals.push(...own);
    if (read) decisions.set(name, read);
    const used = [...(read?.uses.values() ?? [])].map((u) => u.variable);
    const gives = read?.gives ?? leavesAt(element, items);
    for (const variable of [...gives, ...used]) declare(variable.name, variable);
  }
  return { decisions, factName, refusals };
}

/** The variables of input data, or of a decision: its own, or all that its type has inside it. */
function leavesAt(element: Element, items: ReadonlyMap<string, Element>): readonly Variable[] {
  const variable = childOf(element, "variable")?.attributes;
  const name = variable?.name || element.attributes.name || "";
  return leavesOf(name, variable?.typeRef, items);
}

function remembering(give: (written: string) => string): (written: string) => string {
  const given = new Map<string, string>();
  return (written) => {
    const name = given.get(written) ?? give(written);
    given.set(written, name);
    return name;
  };
}
