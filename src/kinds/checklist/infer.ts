import { type Gives, gives } from "../infer/basis.ts";
import {
  type Around,
  boolean,
  type Form,
  type InferredDecision,
  type KnownValue,
  number,
} from "../infer/known.ts";
import type { Flat, Merged } from "../infer/parts.ts";
import type { Declared } from "../infer/value.ts";
import type { WrittenOf } from "../schema.ts";

/** What is known of a checklist, as a type: is all met, each section, each item, and the lists. */
export type Infer<K, C extends Around> = K extends { readonly sections: infer S }
  ? Listed<K, S, Merged<ItemsOf<S[keyof S]>>, C>
  : never;

interface Listed<K, S, I, C extends Around> {
  readonly outcome: Gives<boolean, Asked<I[keyof I]>, C>;
  readonly parts: Flat<
    {
      readonly [N in keyof S]: Gives<boolean, Asked<ItemsOf<S[N]>[keyof ItemsOf<S[N]>]>, C>;
    } & { readonly [N in keyof I]: Gives<boolean, Key<I[N], "when">, C> } & {
      readonly filled: Gives<number, Asked<I[keyof I]>, C>;
      readonly total: Gives<number, Key<I[keyof I], "applies">, C>;
      readonly unmet: Gives<readonly (keyof I)[], never, C>;
      readonly unknown: Gives<readonly (keyof I)[], never, C>;
    } & Ending<Key<K, "done">, S, I, C>
  >;
}

type ItemsOf<S> = S extends { readonly items: infer I } ? I : never;
type Key<T, N extends string> = T extends { readonly [K in N]: infer V } ? V : never;
type Asked<T> = Key<T, "when"> | Key<T, "applies">;

/** What to do next, and by which route, where the list says so. */
type Ending<D, S, I, C extends Around> = Where<
  D,
  { readonly next: Gives<Key<D | Key<S[keyof S], "step">, "outcome">, Asked<I[keyof I]>, C> }
> &
  Where<Key<D, "route">, { readonly route: Gives<readonly UnitOf<Key<D, "route">>[], never, C> }>;
type Where<T, P> = [T] extends [never] ? unknown : P;
type UnitOf<R> = R extends readonly { readonly unit: infer U }[] ? U : never;

type Checklist = WrittenOf<"checklist">;
type Section = Checklist["sections"][string];
type Item = Section["items"][string];

/** Tells what is known of a checklist. */
export function infer(list: Checklist, around: Declared): InferredDecision {
  const sections = list.order.map((name) => [name, list.sections[name] as Section] as const);
  const items = sections.flatMap(([, s]) => Object.entries(s.items));
  const met = sections.map(([name, s]) => [name, gives([boolean], askedIn(s), around)] as const);
  const each = items.map(([name, i]) => [name, gives([boolean], i.when, around)] as const);
  const all = gives(
    [boolean],
    sections.map(([, s]) => askedIn(s)),
    around,
  );
  const applies = items.map(([, i]) => i.applies);
  const parts: Record<string, KnownValue> = {
    ...Object.fromEntries([...met, ...each]),
    filled: { ...all, value: [number] },
    total: gives([number], applies, around),
    ...nextOf(list, all),
    unmet: listOf(items.map(([name]) => name)),
    unknown: listOf(items.map(([name]) => name)),
    ...(list.done?.route ? { route: listOf(list.done.route.map((r) => r.unit)) } : {}),
  };
  return { outcome: all, parts };
}

const asked = (item: Item) => [item.when, item.applies];
const askedIn = ({ items }: Section) => Object.values(items).map(asked);
const listOf = (values: readonly string[]): KnownValue => ({
  value: [{ kind: "list", values }],
  basis: [],
});

function nextOf({ done, sections }: Checklist, all: KnownValue) {
  if (!done) return {};
  const steps = Object.values(sections).flatMap((s) => (s.step ? [s.step.outcome] : []));
  const next: Form = { kind: "label", values: [...steps, done.outcome] };
  return { next: { ...all, value: [next] } };
}
