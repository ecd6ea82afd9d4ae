/** What a Chinese policy owner reads in Latin letters, since it has no other name. */
const known = ["JSON", "BOM", "UTF"];

/** The words in Latin letters of a Chinese sentence that stand outside backticks. */
export function strayWords(told: string): readonly string[] {
  const words = told.replaceAll(/`[^`]*`/g, "").match(/[A-Za-z]+/g) ?? [];
  return words.filter((word) => !known.includes(word));
}
