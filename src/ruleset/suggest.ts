import { listed } from "./phrase.ts";
import type { Text } from "./text.ts";

/** Picks the known name closest to a mistyped one, or none where nothing is close. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const limit = typed.length < 3 ? 0 : Math.max(1, Math.floor(typed.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - typed.length) >= bestDistance) continue;
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The words of a suggestion: the closest name, and what is known where nothing is close. */
export function suggestion(
  typed: string,
  known: readonly string[],
): { readonly near?: string; readonly known: Text } {
  const near = nearest(typed, known);
  return { ...(near ? { near } : {}), known: listed(known) };
}

/** Counts the insertions, deletions, replacements and swaps of neighbours between two words. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const others = [replaced, at(i - 1, j) + 1, at(i, j - 1) + 1];
      (rows[i] as number[])[j] = Math.min(...others, swapped ? at(i - 2, j - 2) + 1 : replaced);
    }
  }
  return at(a.length, b.length);
}
