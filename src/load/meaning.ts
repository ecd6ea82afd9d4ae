import { lowerRuleset } from "../kinds/lower.ts";
import type { RulesetDocument } from "../kinds/ruleset.ts";
import type { Diagnostic } from "../ruleset/diagnostics.ts";
import type { Settings } from "../ruleset/settings.ts";
import { settle } from "../ruleset/settle.ts";
import { checkStructure } from "./structure.ts";

/** Lowers the ruleset with its defaults, and again with every other case of every reading. */
export function checkMeaning(written: RulesetDocument): readonly Diagnostic[] {
  return settingsToTry(written).flatMap((chosen) => checkUnder(chosen, written));
}

function checkUnder(chosen: Settings, written: RulesetDocument): readonly Diagnostic[] {
  const understood = settle(written, chosen, true);
  const decisions = mentioning(Object.keys(chosen), written, understood.document.decisions);
  const misshapen = checkStructure({ ...understood.document, decisions });
  if (misshapen.length === 0) return lowerRuleset(understood).faults;
  const placed = misshapen.map((d) => ({ ...d, path: understood.locate(d.path) }));
  return [...understood.faults, ...placed];
}

/** The settled decisions that mention a parameter: only they can have another form under it. */
function mentioning(
  parameters: readonly string[],
  written: RulesetDocument,
  settled: Readonly<Record<string, unknown>>,
) {
  if (parameters.length === 0) return settled;
  const mentions = (name: string) => {
    const text = JSON.stringify(written.decisions[name]);
    return parameters.some(
      (p) => text.includes(`"parameter":"${p}"`) || text.includes(`"reading":"${p}"`),
    );
  };
  return Object.fromEntries(Object.entries(settled).filter(([name]) => mentions(name)));
}

/** Settings under which every case of every choice is taken once, also one inside another. */
function settingsToTry(written: RulesetDocument): readonly Settings[] {
  const found = new Map<string, Settings>([["{}", {}]]);
  const add = (settings: Settings) => {
    const differing = Object.entries(settings).filter(
      ([p, r]) => written.parameters[p]?.default !== r,
    );
    const key = JSON.stringify(differing.sort());
    if (differing.length > 0) found.set(key, Object.fromEntries(differing));
  };
  for (const [name, p] of Object.entries(written.parameters)) {
    if (p.type !== "reading") continue;
    for (const reading of Object.keys(p.readings)) add({ [name]: reading });
  }
  const walk = (part: unknown, under: Settings) => {
    if (typeof part !== "object" || part === null) return;
    const { reading, cases } = part as { reading?: unknown; cases?: unknown };
    if (typeof reading !== "string" || typeof cases !== "object") {
      return Object.values(part).forEach((inner) => {
        walk(inner, under);
      });
    }
    const parameter = Object.hasOwn(written.parameters, reading)
      ? written.parameters[reading]
      : undefined;
    for (const [name, inner] of Object.entries(cases ?? {})) {
      const contradicts = Object.hasOwn(under, reading) && under[reading] !== name;
      if (contradicts || parameter?.type !== "reading" || !Object.hasOwn(parameter.readings, name))
        continue;
      const chosen = { ...under, [reading]: name };
      add(chosen);
      walk(inner, chosen);
    }
  };
  walk(written.decisions, {});
  return [...found.values()];
}
