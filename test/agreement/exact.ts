/**
 * Writes a value so that two are written alike only where they are the same to the last digit. Keys
 * are sorted, and what is `undefined` is left out: it is not there. An object of a class is none of
 * JSON, and is told as such.
 */
export function exact(value: unknown): string {
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(exact).join(",")}]`;
  const above = Object.getPrototypeOf(value);
  const kind = above === Object.prototype || above === null ? "" : String(above.constructor?.name);
  const keys = Object.entries(value).filter(([, v]) => v !== undefined);
  const inside = keys.map(([key, v]) => `${JSON.stringify(key)}:${exact(v)}`).sort();
  return `${kind}{${inside.join(",")}}`;
}

/** Every object and list inside a value, itself too. */
export function objectsIn(value: unknown, found = new Set<object>()): ReadonlySet<object> {
  if (typeof value !== "object" || value === null || found.has(value)) return found;
  found.add(value);
  for (const inside of Object.values(value)) objectsIn(inside, found);
  return found;
}

/** A copy with no object in common. */
export const copied = <T>(value: T): T => structuredClone(value);
