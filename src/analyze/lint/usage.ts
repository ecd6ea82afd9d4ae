import { written } from "../../kinds/ruleset.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { warn } from "../messages.ts";
import { nodesUnder, partsOf, type Study } from "../study.ts";

/** Warns of what is declared and not used, under any reading. */
export function usageWarnings({ ruleset }: Study): readonly Diagnostic[] {
  const document = written(ruleset.document);
  const used = mentionsIn(document.decisions);
  return [
    ...Object.keys(document.facts)
      .filter((name) => !used.facts.has(name))
      .map((name) => warn("unused-fact", pointer("facts", name), { name })),
    ...Object.keys(document.parameters)
      .filter((name) => !used.parameters.has(name))
      .map((name) => warn("unused-parameter", pointer("parameters", name), { name })),
    ...conditionsOf(ruleset),
  ];
}

interface Mentions {
  readonly facts: Set<string>;
  readonly parameters: Set<string>;
  readonly conditions: Set<string>;
}

/** The names a part of a document mentions, by the key under which they stand. */
function mentionsIn(root: unknown): Mentions {
  const found: Mentions = { facts: new Set(), parameters: new Set(), conditions: new Set() };
  const targets: Readonly<Record<string, Set<string>>> = {
    fact: found.facts,
    by: found.facts,
    partition: found.facts,
    id: found.facts,
    parameter: found.parameters,
    reading: found.parameters,
    condition: found.conditions,
  };
  const walk = (part: unknown) => {
    if (typeof part !== "object" || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      const names = [value].flat().filter((v) => typeof v === "string");
      for (const name of names) targets[key]?.add(name);
      walk(value);
    }
  };
  walk(root);
  return found;
}

function conditionsOf({ document }: Study["ruleset"]): readonly Diagnostic[] {
  return Object.entries(written(document).decisions).flatMap(([decision, body]) => {
    const used = mentionsIn(body).conditions;
    const unused = Object.keys(body.conditions ?? {}).filter((name) => !used.has(name));
    return unused.map((name) =>
      warn("unused-condition", pointer("decisions", decision, "conditions", name), { name }),
    );
  });
}

/** Notes the facts that only one decision needs, where there are several about its subject. */
export function ownFacts({ plan }: Study): readonly Diagnostic[] {
  const decisions = Object.values(plan.decisions).map((d) => {
    const under = nodesUnder(
      plan,
      partsOf(d).map((p) => p.node),
    );
    const facts = [...under].flatMap((id) => {
      const node = plan.nodes[id];
      return node?.op === "fact" ? [node.name] : [];
    });
    return { d, facts: new Set(facts) };
  });
  return decisions.flatMap(({ d, facts }) => {
    const others = decisions.filter((o) => o.d !== d);
    const own = [...facts].filter((f) => !others.some((o) => o.facts.has(f)));
    if (own.length === 0 || others.length === 0) return [];
    const words = { decision: d.name, facts: own.map((f) => `\`${f}\``).join(", ") };
    return [warn("own-facts", d.origin.path, words)];
  });
}
