import { type Gives, gives } from "../infer/basis.ts";
import { type Around, type InferredDecision, type KnownValue, number } from "../infer/known.ts";
import type { Flat, Merged } from "../infer/parts.ts";
import { type Cases, casesOf, type Declared } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";
import { type Read as ReadByTable, readBy } from "../table/infer.ts";

/** What is known of a scorecard, as a type: points, in all and of each of its parts. */
export type Infer<K, C extends Around> = K extends { readonly dimensions: infer D }
  ? Summed<D, Merged<IndicatorsOf<D[keyof D]>>, C>
  : never;

interface Summed<D, I, C extends Around> {
  readonly outcome: Gives<number, Read<ScoreOf<I[keyof I]>>, C>;
  readonly parts: Flat<
    {
      readonly [N in keyof D]: Gives<
        number,
        Read<ScoreOf<IndicatorsOf<D[N]>[keyof IndicatorsOf<D[N]>]>>,
        C
      >;
    } & { readonly [N in keyof I]: Gives<number, Read<ScoreOf<I[N]>>, C> } & Merged<
        { [N in keyof I]: ComponentsOf<N & string, Parts<Cases<ScoreOf<I[N]>>>, C> }[keyof I]
      >
  >;
}

type IndicatorsOf<T> = T extends { readonly indicators: infer I } ? I : never;
type ScoreOf<T> = T extends { readonly score: infer S } ? S : never;
/** The parts that a score is the sum of, none where it is no sum. */
type Parts<S> = S extends { readonly kind: "sum"; readonly parts: infer P }
  ? P
  : Readonly<Record<never, never>>;

/** The components of an indicator: those there are under all readings, or only under some. */
type ComponentsOf<N extends string, P, C extends Around> = Named<N, P, Common<P>, C> &
  Partial<Named<N, P, Exclude<Every<P>, Common<P>>, C>>;
type Named<N extends string, P, K, C extends Around> = {
  readonly [M in K & string as `${N}${Capitalize<M>}`]: Gives<number, Read<ScoreOf<At<P, M>>>, C>;
};
type Common<P> = keyof P;
type Every<P> = P extends unknown ? keyof P : never;
type At<P, K> = P extends unknown ? P[K & keyof P] : never;

/** The values that a score is worked out from, choices between them included. */
type Read<S> = S extends { readonly kind: "bands"; readonly input: infer V }
  ? V
  : S extends { readonly kind: "table" }
    ? ReadByTable<S>
    : S extends { readonly kind: "formula"; readonly value: infer V }
      ? V
      : S extends { readonly kind: "sum"; readonly parts: infer P }
        ? Read<ScoreOf<P[keyof P]>>
        : S extends { readonly reading: string; readonly cases: infer R }
          ? { readonly reading: string; readonly cases: { readonly [N in keyof R]: Read<R[N]> } }
          : never;

type Indicators = WrittenOf<"scorecard">["dimensions"][string]["indicators"];
type Score = Indicators[string]["score"];
type Stated = Extract<Score, { kind: string }>;

/** Tells what is known of a scorecard. */
export function infer(card: WrittenOf<"scorecard">, around: Declared): InferredDecision {
  const dimensions = Object.entries(card.dimensions);
  const parts = dimensions.flatMap(([name, { indicators }]): [string, KnownValue][] => [
    [name, gives([number], scoresIn(indicators), around)],
    ...Object.entries(indicators).flatMap(([n, i]) => partsOf(n, i.score, around)),
  ]);
  const scores = dimensions.map(([, d]) => scoresIn(d.indicators));
  return { outcome: gives([number], scores, around), parts: Object.fromEntries(parts) };
}

const scoresIn = (indicators: Indicators) => Object.values(indicators).map((i) => readIn(i.score));

/** An indicator, and the components it is the sum of, under all readings or only under some. */
function partsOf(name: string, score: Score, around: Declared): [string, KnownValue][] {
  const cases = casesOf(score).map((s) => (s.kind === "sum" ? s.parts : {}));
  const components = [...new Set(cases.flatMap(Object.keys))].map((n): [string, KnownValue] => {
    const having = cases.filter((c) => Object.hasOwn(c, n));
    const points = gives(
      [number],
      having.map((c) => readIn(c[n]?.score as Score)),
      around,
    );
    const full = `${name}${n[0]?.toUpperCase()}${n.slice(1)}`;
    return [full, having.length < cases.length ? { ...points, optional: true } : points];
  });
  return [[name, gives([number], readIn(score), around)], ...components];
}

const reads: { [K in Stated["kind"]]: (score: Extract<Stated, { kind: K }>) => unknown } = {
  bands: (s) => s.input,
  table: readBy,
  formula: (s) => s.value,
  sum: (s) => Object.values(s.parts).map((p) => readIn(p.score)),
};

/** Reads the values that a score is worked out from, choices between them included. */
function readIn(score: Score): unknown {
  if ("parameter" in score) return [];
  if ("kind" in score) return (reads[score.kind] as (s: Stated) => unknown)(score);
  const cases = Object.entries(score.cases).map(([n, s]) => [n, readIn(s as Score)]);
  return { ...score, cases: Object.fromEntries(cases) };
}
