import type { Coverage } from "./coverage.ts";
import type { Target, TargetKind } from "./targets.ts";

/** How much of each kind of thing is reached. */
export function countsOf({ reached, missed }: Coverage) {
  const count = (of: readonly Target[], kind: TargetKind) =>
    of.filter((t) => t.kind === kind).length;
  const kinds = [...new Set([...reached, ...missed].map((t) => t.kind))];
  return kinds.map((kind) => {
    const here = count(reached, kind);
    return { kind, reached: here, total: here + count(missed, kind) };
  });
}

/** The share of all targets that is reached, in percent. */
export function percentOf({ reached, missed }: Coverage): number {
  const total = reached.length + missed.length;
  return total === 0 ? 100 : (reached.length * 100) / total;
}
