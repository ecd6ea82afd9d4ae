import { lowerRuleset } from "../kinds/lower.ts";
import type { WrittenDocument } from "../kinds/ruleset.ts";
import { daysIn, settingsOn } from "../ruleset/dates.ts";
import { diagnose, diagnosed } from "../ruleset/diagnose.ts";
import type { Diagnostic } from "../ruleset/diagnostics.ts";
import { type Setting, type Settings, settingFault } from "../ruleset/settings.ts";
import { referencesIn, settle } from "../ruleset/settle.ts";
import { checkDecisions } from "./structure.ts";

/** Lowers the ruleset with its defaults, and again with every other case of every reading. */
export function checkMeaning(written: WrittenDocument): readonly Diagnostic[] {
  const settings = settingsToTry(written);
  if (settings.length > mostSettings) {
    const words = {
      size: String(settings.length),
      what: { zh: "种读法及其情形", en: "readings and their cases" },
      limit: String(mostSettings),
    };
    return [diagnose("too-large", "/parameters", words)];
  }
  return [
    ...settings.flatMap((chosen) => checkUnder(chosen, written)),
    ...boundsToTry(written).flatMap((chosen) => checkForm(chosen, written)),
  ];
}

/** How many settings are tried: each is a ruleset of its own that must be free of faults. */
const mostSettings = 400;

/** Settings that take each number to its bounds: a value within them must be able to stand. */
function boundsToTry(written: WrittenDocument): readonly Settings[] {
  return Object.entries(written.parameters).flatMap(([name, p]) =>
    p.type === "number" ? [{ [name]: p.min }, { [name]: p.max }] : [],
  );
}

/** Checks the form alone of the decisions that mention what is set. */
function checkForm(chosen: Settings, written: WrittenDocument): readonly Diagnostic[] {
  const mentioned = mentioning(Object.keys(chosen), written);
  if (mentioned.size === 0) return [];
  const understood = settle(
    { ...written, decisions: only(written.decisions, mentioned) },
    chosen,
    true,
  );
  const misshapen = checkDecisions(understood.document.decisions);
  return misshapen.map((d) => ({ ...d, path: understood.locate(d.path) }));
}

function checkUnder(chosen: Settings, written: WrittenDocument): readonly Diagnostic[] {
  const mentioned = mentioning(Object.keys(chosen), written);
  const affected = withNeighbours(mentioned, written);
  const decisions = only(written.decisions, affected);
  const understood = settle({ ...written, decisions }, chosen, true);
  const changed = only(understood.document.decisions, mentioned);
  const misshapen = checkDecisions(changed);
  if (misshapen.length === 0) return lowerRuleset(understood).faults.map(diagnosed);
  const placed = misshapen.map((d) => ({ ...d, path: understood.locate(d.path) }));
  return [...understood.faults.map(diagnosed), ...placed];
}

function only<T>(all: Readonly<Record<string, T>>, names: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}

/** The decisions that mention a parameter: only they can have another form under it. */
function mentioning(parameters: readonly string[], { decisions }: WrittenDocument) {
  const names = Object.keys(decisions);
  if (parameters.length === 0) return new Set(names);
  const marks = parameters.flatMap((p) => [`"parameter":"${p}"`, `"reading":"${p}"`]);
  const texts = names.map((n) => JSON.stringify(decisions[n]));
  return new Set(names.filter((_, i) => marks.some((m) => texts[i]?.includes(m))));
}

/** The decisions that mention a parameter, with all that is needed to read them. */
export function affectedBy(parameters: readonly string[], written: WrittenDocument) {
  if (parameters.length === 0) return {};
  return only(written.decisions, withNeighbours(mentioning(parameters, written), written));
}

/** These decisions, those that rest on them, and those that any of them rests on. */
function withNeighbours(names: ReadonlySet<string>, written: WrittenDocument) {
  const down = Object.entries(written.decisions).map(([n, d]) => [n, referencesIn(d)] as const);
  return reachable(restingOn(names, written), new Map(down));
}

/** These decisions, and those that rest on them. */
export function restingOn(names: ReadonlySet<string>, { decisions }: WrittenDocument) {
  const up = new Map<string, string[]>();
  for (const [name, decision] of Object.entries(decisions)) {
    for (const r of referencesIn(decision)) up.set(r, [...(up.get(r) ?? []), name]);
  }
  return reachable(names, up);
}

function reachable(from: ReadonlySet<string>, edges: ReadonlyMap<string, readonly string[]>) {
  const found = new Set(from);
  // A set goes on over what is added while it is gone through.
  for (const name of found) for (const next of edges.get(name) ?? []) found.add(next);
  return found;
}

/** Can a parameter not take a value: that is told where the value is declared. */
function isFaulty(name: string, value: Setting, { parameters }: WrittenDocument): boolean {
  const parameter = parameters[name];
  return parameter !== undefined && settingFault(name, parameter, value, "") !== undefined;
}

/** Settings under which every case of every choice is taken once, also one inside another. */
function settingsToTry(written: WrittenDocument): readonly Settings[] {
  const found = new Map<string, Settings>([["{}", {}]]);
  for (const on of daysIn(written.parameters)) {
    const settings = settingsOn(written.parameters, on);
    if (Object.entries(settings).some(([n, v]) => isFaulty(n, v, written))) continue;
    found.set(JSON.stringify(Object.entries(settings).sort()), settings);
  }
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
