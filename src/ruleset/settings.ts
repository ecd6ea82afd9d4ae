import { pointer } from "./diagnostics.ts";
import { type Fault, fault } from "./fault.ts";
import { aDay, decimals, isDay } from "./literals.ts";
import type { Parameter } from "./schema/parameter.ts";
import { suggestion } from "./suggest.ts";
import type { Text } from "./text.ts";

/** What a parameter is set to: a number, a day `YYYY-MM-DD`, or the name of a reading. */
export type Setting = number | string;
export type Settings = Readonly<Record<string, Setting>>;

/** Reads what each parameter is set to: what was chosen, its default, or (as a sample) its least. */
export function settingsOf(
  parameters: Readonly<Record<string, Parameter>>,
  chosen: Settings,
  sample: boolean,
  faults: Fault[],
): Settings {
  const settings: Record<string, Setting> = {};
  for (const name of Object.keys(chosen)) {
    if (Object.hasOwn(parameters, name)) continue;
    const words = { name, ...suggestion(name, Object.keys(parameters)) };
    faults.push(fault("unknown-parameter", pointer("parameters", name), words));
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const given = (Object.hasOwn(chosen, name) ? chosen[name] : undefined) ?? parameter.default;
    if (given !== undefined) {
      const wrong = settingFault(name, parameter, given, pointer("parameters", name));
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

/** Tells why a parameter can't be set to a value. */
export function settingFault(
  name: string,
  p: Parameter,
  value: Setting,
  path: string,
): Fault | undefined {
  const wrong = () => fault("wrong-type", path, { value: String(value), expected: nouns[p.type] });
  if (p.type === "reading") {
    if (typeof value !== "string") return wrong();
    if (Object.hasOwn(p.readings, value)) return undefined;
    const words = suggestion(String(value), Object.keys(p.readings));
    return fault("unknown-reading", path, { name: String(value), parameter: name, ...words });
  }
  if (p.type === "date") return isDay(value) ? undefined : wrong();
  if (typeof value !== "number" || !Number.isFinite(value)) return wrong();
  if (value >= p.min && value <= p.max && decimals(value) <= p.scale) return undefined;
  const bounds = {
    zh: `${p.min} 到 ${p.max}，小数 ${p.scale} 位`,
    en: `${p.min} to ${p.max} with ${p.scale} decimals`,
  };
  return fault("out-of-bounds", path, { value: String(value), bounds });
}

const nouns: Readonly<Record<Parameter["type"], Text>> = {
  number: { zh: "数字", en: "a number" },
  date: aDay,
  reading: { zh: "一种读法的名称", en: "a reading" },
};
