import { pointer } from "./diagnostics.ts";
import type { DocumentOf } from "./document.ts";
import type { Settled } from "./expression.ts";
import { type Fault, fault } from "./fault.ts";
import type { Parameter } from "./schema/parameter.ts";
import { type Settings, settingsOf } from "./settings.ts";
import { suggestion } from "./suggest.ts";
import type { Text } from "./text.ts";

/** A document with its parameters put in: nothing after this step knows of parameters. */
export interface Understood<D> {
  readonly document: DocumentOf<Settled<D>>;
  /** What each parameter was set to, as far as it was. */
  readonly settings: Settings;
  /** Decisions that can't be run, each with the parameters that must be set first. */
  readonly unset: Readonly<Record<string, readonly string[]>>;
  readonly faults: readonly Fault[];
  /** Turns a pointer into the settled document into one into the document as written. */
  locate(path: string): string;
}

/**
 * Puts parameters into a document. `sample` fills a parameter that has no default with the lowest
 * value it can take, so that a decision which needs it can still be checked.
 */
export function settle<D>(
  document: DocumentOf<D>,
  chosen: Settings = {},
  sample = false,
): Understood<D> {
  const faults: Fault[] = [];
  const settings = settingsOf(document.parameters, chosen, sample, faults);
  const cases = new Map<string, string>();
  const unset: Record<string, readonly string[]> = {};
  const decisions: Record<string, Settled<D>> = {};
  for (const [name, decision] of Object.entries(document.decisions)) {
    const place: Place = {
      parameters: document.parameters,
      settings,
      faults,
      cases,
      missing: new Set(),
    };
    const settled = put(decision, pointer("decisions", name), place) as Settled<D>;
    if (place.missing.size > 0) unset[name] = [...place.missing];
    else decisions[name] = settled;
  }
  dropDependents(decisions, unset);
  return {
    document: { ...document, decisions },
    settings,
    unset,
    faults,
    locate: (path) => locate(path, cases),
  };
}

interface Place {
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly settings: Settings;
  readonly faults: Fault[];
  /** From the place of a choice, as written, to the part of it that was taken. */
  readonly cases: Map<string, string>;
  /** Parameters that are needed and not set. */
  readonly missing: Set<string>;
}

function put(part: unknown, path: string, place: Place): unknown {
  if (Array.isArray(part)) return part.map((p, i) => put(p, `${path}/${i}`, place));
  if (typeof part !== "object" || part === null) return part;
  const written = part as Record<string, unknown>;
  if (isReference(written)) return settingAt(written.parameter as string, path, place);
  if (isChoice(written)) {
    return chosenCase(written as { reading: string; cases: Record<string, unknown> }, path, place);
  }
  return Object.fromEntries(
    Object.entries(written).map(([k, v]) => [k, put(v, path + pointer(k), place)]),
  );
}

const isReference = (part: Readonly<Record<string, unknown>>) =>
  typeof part.parameter === "string" && Object.keys(part).length === 1;

/** A choice by a reading: these two keys and no other, so that a table may have an input `reading`. */
const isChoice = (part: Readonly<Record<string, unknown>>) =>
  typeof part.reading === "string" && typeof part.cases === "object" && part.cases !== null;

function settingAt(name: string, path: string, place: Place): unknown {
  const value = Object.hasOwn(place.settings, name) ? place.settings[name] : undefined;
  if (value !== undefined) return value;
  if (Object.hasOwn(place.parameters, name)) place.missing.add(name);
  else {
    const words = suggestion(name, Object.keys(place.parameters));
    place.faults.push(fault("unknown-parameter", path, { name, ...words }));
  }
  return 0;
}

function chosenCase(
  choice: { reading: string; cases: Record<string, unknown> },
  path: string,
  place: Place,
): unknown {
  const { reading, cases } = choice;
  const parameter = Object.hasOwn(place.parameters, reading)
    ? place.parameters[reading]
    : undefined;
  const names = parameter?.type === "reading" ? Object.keys(parameter.readings) : undefined;
  if (parameter && !names) {
    const words = {
      what: "`reading`",
      expected: { zh: "可选读法的参数", en: "a parameter with readings" },
      found: parameter.type === "date" ? aDate : aNumber,
    };
    place.faults.push(fault("type-mismatch", path, words));
  }
  for (const name of names ? Object.keys(cases) : []) {
    if (names?.includes(name)) continue;
    const words = { name, parameter: reading, ...suggestion(name, names ?? []) };
    place.faults.push(fault("unknown-reading", `${path}/cases${pointer(name)}`, words));
  }
  for (const name of names ?? []) {
    if (Object.hasOwn(cases, name)) continue;
    place.faults.push(fault("missing-reading", path, { name, parameter: reading }));
  }
  const chosen = String(settingAt(reading, path, place));
  const taken = Object.hasOwn(cases, chosen) ? chosen : Object.keys(cases)[0];
  if (taken === undefined) return 0;
  const inside = `/cases${pointer(taken)}`;
  place.cases.set(path, inside);
  return put(cases[taken], path + inside, place);
}

const aNumber: Text = { zh: "数字参数", en: "a number" };
const aDate: Text = { zh: "日期参数", en: "a date" };

/** Takes out the decisions that refer to one that can't be run. */
function dropDependents(
  decisions: Record<string, unknown>,
  unset: Record<string, readonly string[]>,
) {
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, decision] of Object.entries(decisions)) {
      const needs = referencesIn(decision).flatMap((r) =>
        Object.hasOwn(unset, r) ? (unset[r] ?? []) : [],
      );
      if (needs.length === 0) continue;
      unset[name] = [...new Set(needs)];
      delete decisions[name];
      changed = true;
    }
  }
}

/** Lists the decisions that a part of a ruleset refers to. */
export function referencesIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const own = (part as { decision?: unknown }).decision;
  const inside = Object.values(part).flatMap(referencesIn);
  return typeof own === "string" ? [own.split(".")[0] as string, ...inside] : inside;
}

function locate(path: string, cases: ReadonlyMap<string, string>): string {
  let written = "";
  for (const segment of path.split("/").slice(1)) {
    written += `/${segment}`;
    for (let taken = cases.get(written); taken; taken = cases.get(written)) written += taken;
  }
  return written;
}
