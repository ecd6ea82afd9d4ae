/** Picks the known name closest to a mistyped one, or none where nothing is close. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const distance = editDistance(typed.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The words of a suggestion: the closest name, and what is known where nothing is close. */
export function suggestion(typed: string, known: readonly string[]): Record<string, string> {
  const near = nearest(typed, known);
  const listed = known.slice(0, 12).map((k) => `\`${k}\``);
  const rest = known.length > 12 ? ` and ${known.length - 12} more` : "";
  return { ...(near ? { near } : {}), known: listed.join(", ") + rest || "none" };
}

/** Counts the insertions, deletions and replacements between two words (Levenshtein). */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 24) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
