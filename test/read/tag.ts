/** Writes a text as XML takes it. */
export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes an element. */
export function tag(name: string, attributes: Attributes, ...inside: readonly string[]): string {
  const given = Object.entries(attributes).filter(([, v]) => v !== undefined);
  const written = given.map(([k, v]) => ` ${k}="${escaped(String(v))}"`).join("");
  return `<${name}${written}>${inside.join("")}</${name}>`;
}
