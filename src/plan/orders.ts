import type { Plan } from "./plan.ts";

/** One band of a ladder: its name, and where it stands. */
export interface BandPlace {
  readonly name: string;
  readonly path: string;
}

/** Lists the bands of every ladder from the lowest up, by the place of the ladder. */
export function bandOrders(plan: Plan): ReadonlyMap<string, readonly BandPlace[]> {
  const ladders = plan.nodes.flatMap((n) => (n.op === "ladder" ? [n] : []));
  const bands = (l: (typeof ladders)[number]) =>
    l.steps.map(({ origin: { id, path } }) => ({ name: id.split(".").at(-1) ?? id, path }));
  return new Map(ladders.map((l) => [l.origin.path, bands(l)]));
}
