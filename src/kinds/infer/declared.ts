import type { Fact } from "../../ruleset/schema/fact.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import { boolean, type Form, type Keys, number, text } from "./known.ts";

/** What a fact can be, as a type. */
export type FactOf<F> = F extends { readonly type: "number" }
  ? number
  : F extends { readonly type: "boolean" }
    ? boolean
    : F extends { readonly type: "label"; readonly values: infer V }
      ? `${Keys<V>}`
      : F extends { readonly type: "list"; readonly values: infer V }
        ? readonly `${Keys<V>}`[]
        : string;

const facts: { [T in Fact["type"]]: (fact: Extract<Fact, { type: T }>) => Form } = {
  number: () => number,
  boolean: () => boolean,
  date: () => text,
  text: () => text,
  label: (f) => ({ kind: "label", values: Object.keys(f.values) }),
  list: (f) => ({ kind: "list", values: Object.keys(f.values) }),
};

/** Tells what a fact can be. */
export const factForm = (fact: Fact): Form => facts[fact.type](fact as never);

/** What a parameter can be set to, as a type. */
export type SettingOf<P> = P extends { readonly type: "number" }
  ? number
  : P extends { readonly type: "reading"; readonly readings: infer R }
    ? `${Keys<R>}`
    : string;

const settings: { [T in Parameter["type"]]: (p: Extract<Parameter, { type: T }>) => Form } = {
  number: () => number,
  date: () => text,
  reading: (p) => ({ kind: "label", values: Object.keys(p.readings) }),
};

/** Tells what a parameter can be set to. */
export const settingForm = (p: Parameter): Form => settings[p.type](p as never);
