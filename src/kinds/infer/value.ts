import type { Expression, Open, Operations } from "../../ruleset/expression.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { Referred, Surroundings } from "./basis.ts";
import { type FactOf, factForm, type SettingOf, settingForm } from "./declared.ts";
import { type Around, boolean, type Form, number, text } from "./known.ts";

/** What a value can be, as a type. */
export type ValueOf<E, C extends Around> = E extends string
  ? E
  : E extends boolean | { readonly when: unknown }
    ? boolean
    : E extends { readonly fact: infer F extends keyof C["facts"] }
      ? FactOf<C["facts"][F]>
      : E extends { readonly decision: infer R }
        ? Referred<R, C>["value"]
        : E extends { readonly choose: infer B; readonly otherwise: infer O }
          ? ValueOf<ThenOf<B> | O, C>
          : E extends { readonly move: unknown }
            ? string
            : E extends { readonly parameter: infer P extends keyof C["parameters"] }
              ? SettingOf<C["parameters"][P]>
              : E extends { readonly reading: string; readonly cases: infer R }
                ? ValueOf<R[keyof R], C>
                : number;

type ThenOf<B> = B extends readonly { readonly then: infer T }[] ? T : never;

/** What telling a value has at hand: what is declared beside it. */
export interface Declared extends Surroundings {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

type Forms = { [O in keyof Operations]: (e: Operations[O], around: Declared) => readonly Form[] };
const one = (form: Form) => () => [form];

/** What each operation comes to: one total table. */
const operations: Forms = {
  fact: (e, { facts }) => [factForm(facts[e.fact] as Fact)],
  decision: (e, around) => around.referred(e.decision)?.value ?? [],
  sum: one(number),
  difference: one(number),
  product: one(number),
  minimum: one(number),
  maximum: one(number),
  quotient: one(number),
  round: one(number),
  size: one(number),
  count: one(number),
  when: one(boolean),
  move: one(text),
  choose: (e, around) =>
    [...e.choose.map((c) => c.then), e.otherwise].flatMap((v) => everyForm(v, around)),
  aggregate: one(number),
};

/** Tells the forms that a value can have, each once. */
export function formsOf(value: Open<Expression>, around: Declared): readonly Form[] {
  const forms = everyForm(value, around).map((f) => [JSON.stringify(f), f] as const);
  return [...new Map(forms).values()];
}

function everyForm(value: Open<Expression>, around: Declared): readonly Form[] {
  if (typeof value === "number") return [number];
  if (typeof value === "boolean") return [boolean];
  if (typeof value === "string") return [{ kind: "label", values: [value] }];
  if ("parameter" in value) return [settingForm(around.parameters[value.parameter] as Parameter)];
  if ("reading" in value) return Object.values(value.cases).flatMap((c) => everyForm(c, around));
  const operation = (Object.keys(operations) as (keyof Operations)[]).find((o) => o in value);
  const forms = operations[operation as keyof Operations] as Any;
  return forms(value, around);
}
type Any = (e: Expression, around: Declared) => readonly Form[];

/** The parts that can stand in a place open to readings, as a type. */
export type Cases<T> = T extends { readonly reading: string; readonly cases: infer R }
  ? Cases<R[keyof R]>
  : T;

/** Lists the parts that can stand in a place open to readings. */
export function casesOf<T extends object>(part: Open<T>): readonly T[] {
  if ("parameter" in part) return [];
  return "reading" in part
    ? Object.values(part.cases).flatMap((c) => casesOf(c as Open<T>))
    : [part];
}
