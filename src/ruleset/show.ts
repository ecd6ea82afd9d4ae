/** Shows any value shortly, for a message: what JSON can write as it is, anything else by its kind. */
export function show(value: unknown): string {
  if (typeof value === "string") return shorten(value);
  if (value === null || typeof value === "boolean" || typeof value === "number")
    return String(value);
  if (value === undefined) return "nothing";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object") return `a ${typeof value}`;
  try {
    return shorten(JSON.stringify(value) ?? "an object");
  } catch {
    return Array.isArray(value) ? "a list" : "an object";
  }
}

/** The same, with a text in quotes, so that `"5"` can be told from `5`. */
export function quote(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(shorten(value)) : show(value);
}

/** Cuts a long text, and never inside a character. */
export const shorten = (text: string) =>
  text.length > 60 ? `${text.slice(0, 57).replace(/[\ud800-\udbff]$/, "")}…` : text;
