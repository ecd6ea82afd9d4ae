import type { WrittenDocument } from "../kinds/ruleset.ts";
import { diagnose } from "../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import type { Parameter } from "../ruleset/schema/parameter.ts";
import { suggestion } from "../ruleset/suggest.ts";

/** Checks what a ruleset says of itself for its variants and its checks: names that are there. */
export function changeFaults({ parameters, decisions, facts }: WrittenDocument): Diagnostic[] {
  return [
    ...Object.entries(parameters).flatMap(([name, p]) => parameterFaults(name, p)),
    ...Object.entries(decisions).flatMap(([name, d]) => [
      ...partFaults(name, d),
      ...monotoneFaults(name, d, Object.keys(facts)),
    ]),
  ];
}

function parameterFaults(name: string, p: Parameter): Diagnostic[] {
  const place = pointer("parameters", name, "change");
  if (typeof p.change !== "object") return [];
  if (p.type === "reading") {
    const known = Object.keys(p.readings);
    const { oneOf = [], stricter = [] } = p.change;
    const named = [...oneOf.entries()].map(([i, r]) => [`/oneOf/${i}`, r] as const);
    const ranked = [...stricter.entries()].map(([i, r]) => [`/stricter/${i}`, r] as const);
    return [...named, ...ranked].flatMap(([at, reading]) => {
      if (known.includes(reading)) return [];
      const words = { name: reading, parameter: name, ...suggestion(reading, known) };
      return [diagnose("unknown-reading", place + at, words)];
    });
  }
  const { atLeast, atMost } = p.change as { atLeast?: number | string; atMost?: number | string };
  if (atLeast === undefined || atMost === undefined || atLeast <= atMost) return [];
  const words = {
    value: `\`atLeast\` ${atLeast}`,
    bounds: { zh: `不大于 \`atMost\` ${atMost}`, en: `up to \`atMost\` ${atMost}` },
  };
  return [diagnose("out-of-bounds", `${place}/atLeast`, words)];
}

type Decision = WrittenDocument["decisions"][string];

/** The keys of a decision that a variant may change are keys it has. */
function partFaults(name: string, decision: Decision): Diagnostic[] {
  const { change } = decision;
  if (typeof change !== "object" || !("parts" in change)) return [];
  const known = Object.keys(decision);
  return change.parts.flatMap((key, i) => {
    if (known.includes(key)) return [];
    const place = pointer("decisions", name, "change", "parts", i);
    return [diagnose("unknown-key", place, { key, ...suggestion(key, known) })];
  });
}

function monotoneFaults(name: string, decision: Decision, facts: readonly string[]): Diagnostic[] {
  return Object.keys(decision.monotone ?? {}).flatMap((fact) => {
    if (facts.includes(fact)) return [];
    const place = pointer("decisions", name, "monotone", fact);
    return [diagnose("unknown-fact", place, { name: fact, ...suggestion(fact, facts) })];
  });
}
