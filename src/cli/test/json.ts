import { holds } from "../../testing/cases/tell.ts";
import { countsOf } from "../../testing/coverage/counts.ts";
import { placeOf, type Section, type SectionOf } from "./section.ts";

/** All sections as one JSON document, for what reads it next. */
export function asJson(sections: readonly Section[]): string {
  const of = <I extends Section["is"], T>(is: I, data: (s: SectionOf<I>) => T) =>
    sections.flatMap((s) => (s.is === is ? [data(s as SectionOf<I>)] : []));
  const report = {
    cases: of("cases", casesData),
    coverage: of("coverage", coverageData),
    mutation: of("mutation", mutationData),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function casesData({ file, ruleset, runs }: SectionOf<"cases">) {
  const broken = runs
    .filter((r) => !holds(r))
    .map(({ case: { id, rule, says }, mismatches, why }) => ({
      id,
      ...(rule ? { rule } : {}),
      ...(says ? { says } : {}),
      mismatches,
      ...(why ? { why } : {}),
    }));
  return { file, ruleset, ran: runs.length, broken };
}

function coverageData({ coverage }: SectionOf<"coverage">) {
  return {
    counts: Object.fromEntries(
      countsOf(coverage).map(({ kind, ...counts }) => [kind, counts] as const),
    ),
    missed: coverage.missed.map((t) => ({ kind: t.kind, what: t.what, ...placeOf(t) })),
    unreachable: coverage.unreachable.map((t) => ({ kind: t.kind, what: t.what, ...placeOf(t) })),
  };
}

function mutationData({ mutation }: SectionOf<"mutation">) {
  const { mutants, killed, equivalent, survived } = mutation;
  return {
    mutants,
    killed,
    equivalent: equivalent.length,
    survived: survived.map(({ mutant, likeness }) => ({
      ...placeOf(mutant),
      from: mutant.from,
      to: mutant.to,
      // Where it was not settled whether any account would notice it, there is none to show.
      account: likeness.is === "different" ? likeness.account : null,
    })),
  };
}
