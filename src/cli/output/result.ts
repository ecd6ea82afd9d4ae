import type { Fitted } from "../../execute/fitted.ts";
import { run } from "../../execute/reference.ts";
import { type Result, resultOf } from "../../execute/result.ts";
import type { Fault } from "../input/row.ts";
import type { Job } from "../job/prepare.ts";
import type { ReadRow } from "../mapping/read.ts";

interface Place {
  readonly row: number;
  readonly line: number;
  readonly id?: string | undefined;
}

/** What came of one row: results, or the reasons why it was rejected. */
export type RowResult = Place &
  (
    | {
        readonly status: "decided" | "undetermined";
        /** By the name of the decision. */
        readonly results: Readonly<Record<string, Result>>;
      }
    | { readonly status: "rejected"; readonly faults: readonly Fault[] }
  );

/** Evaluates every decision of a run on one row: the plan is run once for all of them. */
export function evaluateRow(row: ReadRow, job: Job, fitted: Fitted | undefined): RowResult {
  const place = { row: row.row, line: row.line, id: row.id };
  if (row.faults) return { ...place, status: "rejected", faults: row.faults };
  const trace = run(job.program.plan, row.known, fitted ?? { aggregates: {}, cuts: {} });
  const entries = job.decisions.map((d) => [d.name, resultOf(job.program, d, trace)] as const);
  const open = entries.some(([, result]) => result.status === "undetermined");
  const results = Object.fromEntries(entries);
  return { ...place, status: open ? "undetermined" : "decided", results };
}
