import type { Parameter } from "./schema/parameter.ts";
import type { Setting, Settings } from "./settings.ts";

/** A value of a parameter with the key of the declaration that states it. */
export interface Slot {
  readonly key: "default" | `dated/${string}`;
  readonly value: Setting;
}

/** The days on which a parameter changes its value, in their order. */
export const daysOf = (parameter: Parameter): readonly string[] =>
  Object.keys(parameter.dated ?? {}).sort();

/** The days on which any of these parameters changes its value, in their order. */
export function daysIn(parameters: Readonly<Record<string, Parameter>>): readonly string[] {
  return [...new Set(Object.values(parameters).flatMap(daysOf))].sort();
}

/** Finds what a parameter is by itself on a day; without a day, or before all its days, `default`. */
export function slotOn(parameter: Parameter, on: string | undefined): Slot | undefined {
  const day = on === undefined ? undefined : lastUpTo(on, parameter);
  const value = day === undefined ? parameter.default : parameter.dated?.[day];
  if (value === undefined) return undefined;
  return { key: day === undefined ? "default" : `dated/${day}`, value };
}

/** The last day not after another; the days are gone through once and not sorted, as there may be many. */
function lastUpTo(on: string, { dated = {} }: Parameter): string | undefined {
  let last: string | undefined;
  for (const day of Object.keys(dated))
    if (day <= on && (last === undefined || day > last)) last = day;
  return last;
}

/** What the parameters that have dated values are on a day. */
export function settingsOn(parameters: Readonly<Record<string, Parameter>>, on: string): Settings {
  const dated = Object.entries(parameters).filter(([, p]) => Object.keys(p.dated ?? {}).length > 0);
  const set = dated.flatMap(([name, p]) => {
    const slot = slotOn(p, on);
    return slot ? [[name, slot.value] as const] : [];
  });
  return Object.fromEntries(set);
}
