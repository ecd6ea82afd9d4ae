import type { Fitted } from "../../execute/fitted.ts";
import { startFit } from "../../execute/population.ts";
import type { Progress } from "../output/progress.ts";
import type { Job } from "./prepare.ts";

/** Fits the population of the rows, pass by pass, where a decision needs it. */
export async function fitRows(job: Job, progress: Progress): Promise<Fitted | undefined> {
  if (!job.decisions.some((d) => d.grain === "population")) return undefined;
  const fitting = startFit(job.program, job.subject);
  let fitted = fitting.next();
  const passes = fitting.passes + 1;
  while (fitting.passes > 0) {
    progress.start(passes - fitting.passes, passes);
    for await (const batch of await job.pass()) {
      for (const row of batch) if (!row.faults) fitting.add(row.facts);
      progress.add(batch.length);
    }
    fitted = fitting.next();
  }
  progress.start(passes, passes);
  return fitted;
}
