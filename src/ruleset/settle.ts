import { type Diagnostic, fault, pointer } from "./diagnostics.ts";
import type { DocumentOf } from "./document.ts";
import type { Settled } from "./expression.ts";
import type { Parameter } from "./schema/parameter.ts";
import { suggestion } from "./suggest.ts";

/** What a parameter is set to: a number, a day `YYYY-MM-DD`, or the name of a reading. */
export type Setting = number | string;
export type Settings = Readonly<Record<string, Setting>>;

/** A document with its parameters put in: nothing after this step knows of parameters. */
export interface Understood<D> {
  readonly document: DocumentOf<Settled<D>>;
  /** What each parameter was set to, as far as it was. */
  readonly settings: Settings;
  /** Decisions that can't be run, each with the parameters that must be set first. */
  readonly unset: Readonly<Record<string, readonly string[]>>;
  readonly faults: readonly Diagnostic[];
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
  const faults: Diagnostic[] = [];
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
  readonly faults: Diagnostic[];
  /** From the place of a choice, as written, to the part of it that was taken. */
  readonly cases: Map<string, string>;
  /** Parameters that are needed and not set. */
  readonly missing: Set<string>;
}

function put(part: unknown, path: string, place: Place): unknown {
  if (Array.isArray(part)) return part.map((p, i) => put(p, `${path}/${i}`, place));
  if (typeof part !== "object" || part === null) return part;
  const written = part as Record<string, unknown>;
  if (typeof written.parameter === "string") return settingAt(written.parameter, path, place);
  if (typeof written.reading === "string") {
    return chosenCase(written as { reading: string; cases: Record<string, unknown> }, path, place);
  }
  return Object.fromEntries(
    Object.entries(written).map(([k, v]) => [k, put(v, path + pointer(k), place)]),
  );
}

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

/** Takes out the decisions that refer to one that can't be run. */
function dropDependents(
  decisions: Record<string, unknown>,
  unset: Record<string, readonly string[]>,
) {
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, decision] of Object.entries(decisions)) {
      const needs = referencesIn(decision).flatMap((r) => unset[r] ?? []);
      if (needs.length === 0) continue;
      unset[name] = [...new Set(needs)];
      delete decisions[name];
      changed = true;
    }
  }
}

function referencesIn(part: unknown): string[] {
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

/** Reads what each parameter is set to: what was chosen, its default, or (as a sample) its least. */
function settingsOf(
  parameters: Readonly<Record<string, Parameter>>,
  chosen: Settings,
  sample: boolean,
  faults: Diagnostic[],
): Settings {
  const settings: Record<string, Setting> = {};
  for (const name of Object.keys(chosen)) {
    if (Object.hasOwn(parameters, name)) continue;
    const words = { name, ...suggestion(name, Object.keys(parameters)) };
    faults.push(fault("unknown-parameter", pointer("parameters", name), words));
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const given = Object.hasOwn(chosen, name) ? chosen[name] : parameter.default;
    if (given !== undefined) {
      const wrong = settingFault(name, parameter, given);
      if (wrong) faults.push(wrong);
      settings[name] = given;
    } else if (sample) settings[name] = sampleOf(parameter);
  }
  return settings;
}

function sampleOf(parameter: Parameter): Setting {
  if (parameter.type === "number") return parameter.min;
  return parameter.type === "date" ? "2000-01-01" : (Object.keys(parameter.readings)[0] ?? "");
}

function settingFault(name: string, p: Parameter, value: Setting): Diagnostic | undefined {
  const path = pointer("parameters", name);
  const expected = { number: "a number", date: "a day such as `2010-11-30`", reading: "a reading" };
  const wrong = () =>
    fault("wrong-type", path, { value: String(value), expected: expected[p.type] });
  if (p.type === "reading") {
    if (Object.hasOwn(p.readings, value)) return undefined;
    const words = suggestion(String(value), Object.keys(p.readings));
    return fault("unknown-reading", path, { name: String(value), parameter: name, ...words });
  }
  if (p.type === "date") return isDay(value) ? undefined : wrong();
  if (typeof value !== "number" || !Number.isFinite(value)) return wrong();
  if (value >= p.min && value <= p.max && decimals(value) <= p.scale) return undefined;
  const bounds = `${p.min} to ${p.max} with ${p.scale} decimals`;
  return fault("out-of-bounds", path, { value: String(value), bounds });
}

/** Is this a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Counts the decimals of a number's shortest decimal form. */
export function decimals(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent));
}
