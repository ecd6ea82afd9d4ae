import type { Program } from "../execute/program.ts";
import { referencesIn } from "../ruleset/settle.ts";

/** Lists the parameters that govern a decision, by itself or by what it rests on. */
export function parametersOf(
  name: string,
  { document }: Pick<Program, "document">,
): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (decision: string) => {
    const own = document.decisions[decision];
    if (seen.has(decision) || !own) return;
    seen.add(decision);
    for (const parameter of parametersIn(own)) found.add(parameter);
    referencesIn(own).forEach(visit);
  };
  visit(name);
  return Object.keys(document.parameters).filter((p) => found.has(p));
}

function parametersIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const { parameter, reading } = part as { parameter?: unknown; reading?: unknown };
  const own = [parameter, reading].filter((p) => typeof p === "string");
  return [...own, ...Object.values(part).flatMap(parametersIn)];
}
