import type { Language } from "../../ruleset/text.ts";
import type { CaseRun } from "../../testing/cases/run.ts";
import { holds } from "../../testing/cases/tell.ts";
import type { Coverage } from "../../testing/coverage/coverage.ts";
import type { Target } from "../../testing/coverage/targets.ts";
import type { Mutation } from "../../testing/mutants/run.ts";
import { n } from "../summary/words.ts";

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

/** Tells how many of the cases hold. */
export function tellHeld({ runs }: SectionOf<"cases">, lang: Language): string {
  const [ran, held] = [n(runs.length), n(runs.filter(holds).length)];
  return lang === "zh" ? `${ran} 个案例，${held} 个相符` : `cases that hold: ${held} of ${ran}`;
}

/** Where in the policy something is, as plain data. */
export const placeOf = ({ origin }: Pick<Target, "origin">) => ({
  id: origin.id,
  path: origin.path,
  label: origin.label,
  ...(origin.citation ? { citation: origin.citation } : {}),
});
