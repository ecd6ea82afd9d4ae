import type { Text } from "../../ruleset/text.ts";
import type { CaseRun } from "../../testing/cases/run.ts";
import type { Coverage } from "../../testing/coverage/coverage.ts";
import type { Target, TargetKind } from "../../testing/coverage/targets.ts";
import type { Mutation } from "../../testing/mutants/run.ts";

/** One part of what `tiercut test` has to tell. */
export type Section =
  | {
      readonly is: "cases";
      readonly file: string;
      /** The ruleset they were run on, with its version. */
      readonly ruleset: string;
      readonly runs: readonly CaseRun[];
    }
  | { readonly is: "coverage"; readonly coverage: Coverage }
  | { readonly is: "mutation"; readonly mutation: Mutation };

export type SectionOf<I extends Section["is"]> = Extract<Section, { is: I }>;

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

/** Where in the policy something is, as plain data. */
export const placeOf = ({ origin }: Pick<Target, "origin">) => ({
  id: origin.id,
  path: origin.path,
  label: origin.label as Text,
  ...(origin.citation ? { citation: origin.citation } : {}),
});
