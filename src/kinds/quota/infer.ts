import { type Gives, gives } from "../infer/basis.ts";
import { type Around, boolean, type InferredDecision, number } from "../infer/known.ts";
import type { Flat } from "../infer/parts.ts";
import type { Declared } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of a quota, as a type: its figures, and whether all that are counted are kept. */
export type Infer<K, C extends Around> = K extends { readonly items: infer I }
  ? Kept<I> extends infer H
    ? [keyof H] extends [never]
      ? { readonly parts: Figures<I, C> }
      : {
          readonly outcome: Gives<boolean, Read<H[keyof H]>, C>;
          readonly parts: Flat<
            Figures<I, C> &
              Compared<H, "Short" | "Over", number, C> &
              Compared<H, "Compliant", boolean, C>
          >;
        }
    : never
  : never;

/** The items that have a count to hold against the figure. */
type Kept<I> = {
  readonly [N in keyof I as I[N] extends { readonly have: unknown } ? N : never]: I[N];
};
type Figures<I, C extends Around> = {
  readonly [N in keyof I]: Gives<number, I[N] extends { readonly need: infer W } ? W : never, C>;
};
type Compared<H, S extends string, V, C extends Around> = {
  readonly [N in keyof H as `${N & string}${S}`]: Gives<V, Read<H[N]>, C>;
};
type Read<T> = T extends { readonly need: infer N; readonly have: infer H } ? N | H : never;

type Item = WrittenOf<"quota">["items"][string];

/** Tells what is known of a quota. */
export function infer({ items }: WrittenOf<"quota">, around: Declared): InferredDecision {
  const parts = Object.entries(items).flatMap(([name, item]) => partsOf(name, item, around));
  const kept = Object.values(items).filter((i) => i.have !== undefined);
  const reads = kept.flatMap((i) => [i.need, i.have]);
  const outcome = kept.length ? { outcome: gives([boolean], reads, around) } : {};
  return { ...outcome, parts: Object.fromEntries(parts) };
}

function partsOf(name: string, { need, have }: Item, around: Declared) {
  const figure = [name, gives([number], need, around)] as const;
  if (have === undefined) return [figure];
  const compared = gives([number], [need, have], around);
  return [
    figure,
    [`${name}Short`, compared] as const,
    [`${name}Over`, compared] as const,
    [`${name}Compliant`, { ...compared, value: [boolean] }] as const,
  ];
}
