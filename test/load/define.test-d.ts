import { compile, evaluate, type Ruleset } from "../../src/index.ts";
import { defineRuleset } from "../../src/load/define.ts";

/*
 * What `defineRuleset` infers, kind by kind, and what it does not let compile. `tsc` reads this file,
 * and a test has it read once more; it is never run.
 */

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where its type argument is `true`. */
declare function holds<_ extends true>(): void;

type SpecOf<R> = R extends Ruleset<infer S> ? S : never;
type Is<R, N extends keyof D, T, D = DecisionsOf<R>> = Equal<D[N], T>;
type DecisionsOf<R> = SpecOf<R> extends { decisions: infer D } ? D : never;
type Nothing = Readonly<Record<never, never>>;

const rule = defineRuleset({
  language: "1",
  id: "tiny",
  version: "1.0.0",
  label: { zh: "例", en: "example" },
  source: { title: "例", issuer: { zh: "例", en: "example" } },
  effective: {},
  subjects: { account: { label: { zh: "客户", en: "account" } } },
  facts: {
    users: {
      type: "number",
      subjects: ["account"],
      unit: { zh: "人", en: "persons" },
      scale: 0,
      label: { zh: "用户", en: "users" },
    },
  },
  parameters: {},
  decisions: {
    group: {
      kind: "rule",
      subject: "account",
      label: { zh: "集团", en: "group" },
      citation: { rule: "T-01", clause: "一" },
      when: { fact: "users", operator: "greaterThanInclusive", value: 10 },
    },
    star: {
      kind: "bands",
      subject: "account",
      label: { zh: "星级", en: "star" },
      citation: { rule: "T-02", clause: "二" },
      input: { fact: "users" },
      closed: "lower",
      outcomes: { "1": { zh: "一", en: "one" }, "2": { zh: "二", en: "two" } },
      bands: { one: { outcome: "1" }, two: { from: 10, outcome: "2" } },
    },
  },
});
interface Alone<T> {
  readonly subject: "account";
  readonly grain: "record";
  readonly outcome: T;
  readonly parts: Nothing;
}
holds<Is<typeof rule, "group", Alone<boolean>>>();
holds<Is<typeof rule, "star", Alone<"1" | "2">>>();
const program = compile(rule);
evaluate(program, "star", { users: 10 });
// @ts-expect-error a misspelt fact
evaluate(program, "star", { user: 10 });
