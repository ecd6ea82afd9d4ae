import type { Result } from "../../execute/result.ts";
import type { Fault } from "../input/row.ts";
import type { RowResult } from "../output/result.ts";

/** How often a number came out, and its range. */
interface Numbers {
  count: number;
  least: number;
  most: number;
}

/** What one outcome came to over all rows. */
interface Outcomes {
  readonly labels: Map<string, number>;
  readonly numbers: Numbers;
}

/** What one decision came to over all rows. */
export interface Tally {
  /** By the name of the outcome's part; a single outcome has the name "". */
  readonly outcomes: Map<string, Outcomes>;
  undetermined: number;
  /** How often each fact was missing. */
  readonly missing: Map<string, number>;
}

/** The counts of a run: rows = decided + undetermined + rejected. */
export interface Counts {
  rows: number;
  readonly by: { decided: number; undetermined: number; rejected: number };
  readonly decisions: Map<string, Tally>;
  /** The first rejected rows. */
  readonly rejected: { readonly line: number; readonly faults: readonly Fault[] }[];
}

const firstFew = 5;
/** Different outcomes that are told apart: a day or a text can have any number of them. */
const mostLabels = 50;

export function startCounts(): Counts {
  return {
    rows: 0,
    by: { decided: 0, undetermined: 0, rejected: 0 },
    decisions: new Map(),
    rejected: [],
  };
}

/** Counts what came of one row. */
export function count(counts: Counts, row: RowResult) {
  counts.rows += 1;
  counts.by[row.status] += 1;
  if (row.status === "rejected") {
    if (counts.rejected.length < firstFew)
      counts.rejected.push({ line: row.line, faults: row.faults });
    return;
  }
  for (const [name, result] of Object.entries(row.results)) {
    countResult(entry(counts.decisions, name, startTally), result);
  }
}

const startTally = (): Tally => ({ outcomes: new Map(), undetermined: 0, missing: new Map() });
const startOutcomes = (): Outcomes => ({
  labels: new Map(),
  numbers: { count: 0, least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY },
});

function countResult(tally: Tally, result: Result) {
  if (result.status === "undetermined") {
    tally.undetermined += 1;
    for (const fact of result.missing) add(tally.missing, fact);
    return;
  }
  const { outcome } = result;
  const several = typeof outcome === "object" && outcome !== null && !Array.isArray(outcome);
  for (const [name, value] of several ? Object.entries(outcome) : [["", outcome] as const]) {
    countOutcome(entry(tally.outcomes, name, startOutcomes), value);
  }
}

function countOutcome({ labels, numbers }: Outcomes, value: unknown) {
  if (typeof value !== "number") {
    const label = Array.isArray(value) ? value.join(";") || "—" : String(value);
    return add(labels, labels.has(label) || labels.size < mostLabels ? label : "others");
  }
  numbers.count += 1;
  numbers.least = Math.min(numbers.least, value);
  numbers.most = Math.max(numbers.most, value);
}

function add(counts: Map<string, number>, key: string) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function entry<T>(map: Map<string, T>, key: string, start: () => T): T {
  const known = map.get(key);
  if (known) return known;
  const fresh = start();
  map.set(key, fresh);
  return fresh;
}
