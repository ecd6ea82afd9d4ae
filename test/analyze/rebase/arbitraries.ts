import fc from "fast-check";
import {
  compared,
  decision,
  type Json,
  named,
  number,
  terms,
  text,
  tiny,
} from "../../kinds/tiny.ts";
import { edge } from "../../load/variant/small.ts";

/*
 * Bases small enough to read, edits of them as people make them, and variants that say such edits as
 * a merge patch. The edits come from few places and values, so that two sides often meet.
 */

export type Edit = (document: Json) => Json;

const rows = {
  low: { ...named("low"), when: { n: { below: 10 } }, then: { to: "a" } },
  high: { ...named("high"), when: { n: { atLeast: 10 } }, then: { to: "b" } },
};

/** A base with parameters, bands cut by them, a rule with two tests and a table. */
export const start = tiny({
  id: "base",
  effective: { from: "2003-01-01" },
  facts: { n: number("n", { aliases: ["count"] }), m: number("m") },
  parameters: { middle: edge(100), high: edge(200) },
  decisions: {
    it: decision("it", "bands", {
      input: { fact: "n" },
      closed: "lower",
      outcomes: terms("low", "middle", "high"),
      bands: {
        low: { outcome: "low" },
        middle: { from: { parameter: "middle" }, outcome: "middle" },
        high: { from: { parameter: "high" }, outcome: "high" },
      },
    }),
    ok: decision("ok", "rule", {
      conditions: { many: { ...named("many"), when: compared("m", "greaterThan", 5) } },
      when: { all: [{ condition: "many" }, compared("n", "lessThan", 50)] },
    }),
    who: decision("who", "table", {
      inputs: { n: { label: text("n"), value: { fact: "n" } } },
      outputs: { to: { label: text("to"), outcomes: terms("a", "b", "c") } },
      hitPolicy: "first",
      rows,
      order: ["low", "high"],
      otherwise: { to: "c" },
    }),
    spare: decision("spare", "rule", { when: compared("m", "lessThan", 7) }),
  },
});

export type Tree = { [key: string]: unknown };

/** Puts a value at a place, or takes it out; where the place is gone, nothing is done. */
export const put =
  (path: string, value: unknown): Edit =>
  (document) => {
    const copy = structuredClone(document) as Tree;
    const keys = path.split("/").slice(1);
    const last = keys.pop() as string;
    const holder = keys.reduce<unknown>((at, key) => (at as Tree | undefined)?.[key], copy);
    if (typeof holder !== "object" || holder === null) return document;
    if (value === undefined) delete (holder as Tree)[last];
    else (holder as Tree)[last] = value;
    return copy;
  };

const among = (path: string, ...values: readonly unknown[]) => values.map((v) => put(path, v));

const words = [text("one"), { zh: "一", en: "one" }, text("two")];
const note = (word: string) => ({ note: text(word), citation: { rule: "T-02", clause: word } });
const extra = (value: number) =>
  decision("extra", "rule", { when: compared("m", "greaterThan", value) });
const row = (below: number) => ({ ...named("first"), when: { n: { below } }, then: { to: "c" } });

/** Moves an entry to another name. */
const renamed =
  (path: string, from: string, to: string): Edit =>
  (document) => {
    const holder = path
      .split("/")
      .slice(1)
      .reduce<unknown>((at, k) => (at as Tree)?.[k], document);
    const entry = (holder as Tree | undefined)?.[from];
    return entry === undefined
      ? document
      : put(`${path}/${from}`, undefined)(put(`${path}/${to}`, entry)(document));
  };

const [it, ok, who] = ["/decisions/it", "/decisions/ok", "/decisions/who"];

/** Edits of which none sets a value by date. */
const plain: readonly Edit[] = [
  ...among("/parameters/middle/default", 90, 110, undefined),
  ...among("/parameters/high/default", 190, 210, 300, undefined),
  ...among("/parameters/high/label", ...words),
  ...among("/parameters/high/max", 900, 250),
  ...among("/parameters/high/note", ...words),
  ...among("/facts/n/label", ...words),
  ...among("/facts/n/aliases", ["count"], ["sum"], ["sum", "count"], undefined),
  ...among("/facts/m/max", 900, 1000),
  ...among("/facts/extra", number("extra"), number("extra", { max: 5 }), undefined),
  ...among(`${it}/bands/low/outcome`, "middle", "low"),
  ...among(`${it}/bands/middle/from`, 95, 105, { parameter: "middle" }),
  ...among(`${it}/bands/top`, { from: 400, outcome: "high" }, { from: 500, outcome: "high" }),
  ...among(`${it}/bands/high`, undefined),
  renamed(`${it}/bands`, "high", "upper"),
  ...among(`${it}/closed`, "upper", "lower"),
  ...among(`${it}/citation/clause`, "second", "third"),
  ...among(`${it}/label`, ...words),
  ...among(`${ok}/when/all`, [{ condition: "many" }], [compared("n", "lessThan", 60)]),
  ...among(`${ok}/when`, { condition: "many" }, { not: { condition: "many" } }),
  ...among(`${ok}/conditions/many/when/value`, 4, 6),
  ...among(`${ok}/conditions/many/when/operator`, "lessThan", "equal"),
  ...among(`${ok}/conditions/many/when/fact`, "n", "m"),
  ...among(`${ok}/conditions/few`, { ...named("few"), when: compared("m", "lessThan", 2) }),
  ...among(`${who}/rows/low/when/n`, { below: 20 }, { below: 10, atLeast: 1 }, { atMost: 9 }),
  ...among(`${who}/rows/low/then/to`, "b", "c"),
  (d) => put(`${who}/order`, ["first", "low", "high"])(put(`${who}/rows/first`, row(1))(d)),
  (d) => put(`${who}/order`, ["first", "low", "high"])(put(`${who}/rows/first`, row(2))(d)),
  (d) => put(`${who}/order`, ["high"])(put(`${who}/rows/low`, undefined)(d)),
  ...among(`${who}/hitPolicy`, "first"),
  ...among("/decisions/spare", undefined),
  ...among("/decisions/spare/when/value", 8, 9),
  ...among("/decisions/extra", extra(1), extra(2), undefined),
  ...among("/notes", undefined, { a: note("a") }, { b: note("b") }),
  ...among("/notes/a", note("a"), note("c"), undefined),
  ...among("/effective/from", "2004-01-01", "2005-01-01"),
  ...among("/source/issued", "2004", "2005"),
];

/** Edits that are about what a variant may change, and values by date. */
const marks: readonly Edit[] = [
  ...among("/parameters/high/change", "fixed", { atMost: 250 }, { stricter: "higher" }),
  ...among("/decisions/it/change", "fixed", { parts: ["bands"] }),
];
const days: readonly Edit[] = ["2005-01-01", "2006-01-01", "2007-01-01"].flatMap((day) => [
  ...among("/parameters/high/dated", undefined, { [day]: 220 }, { [day]: 240 }),
  ...among(`/parameters/high/dated/${day}`, 220, 230, undefined),
]);

const applied = (document: Json, edits: readonly Edit[]): Json =>
  edits.reduce<Json>((d, edit) => edit(d), document);

/** The least patch that makes one value of another, by RFC 7396. */
export function patchBetween(before: unknown, after: unknown): unknown {
  if (!isTree(before) || !isTree(after)) return after;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const parts = keys.flatMap((key): readonly (readonly [string, unknown])[] => {
    if (!Object.hasOwn(after, key)) return [[key, null]];
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) return [];
    return [[key, patchBetween(before[key], after[key])]];
  });
  return Object.fromEntries(parts);
}

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A base in two versions, what a variant makes of the first, and the variant. */
export interface Case {
  readonly before: Json;
  readonly after: Json;
  readonly own: Json;
  readonly variant: Json;
  /** The places that the variant states as the base has them. */
  readonly stated: readonly string[];
}

const ownKeys = ["language", "id", "version", "label"];

/** A patch of a base, with places stated as the base has them, and parameters in the short form. */
function variantOf(before: Json, own: Json, stated: readonly string[], short: boolean): Json {
  const restated = stated.reduce<unknown>((patch, path) => withStated(patch, path, own), {});
  const patch = { ...(merged(restated, patchBetween(before, own)) as Tree) };
  for (const key of ownKeys) delete patch[key];
  const parameters = isTree(patch.parameters) ? { ...patch.parameters } : {};
  for (const [name, value] of Object.entries(short ? parameters : {})) {
    const only = isTree(value) && Object.keys(value).join() === "default" && value.default !== null;
    const hasDays = isTree(own.parameters) && isTree(own.parameters[name]);
    const days = hasDays ? ((own.parameters as Tree)[name] as Tree).dated : undefined;
    if (only && days === undefined) parameters[name] = value.default;
  }
  const extended = { id: String(before.id), version: "^1.0.0" };
  const sections = isTree(patch.parameters) ? { ...patch, parameters } : patch;
  return {
    language: "1",
    id: "v",
    version: "1.0.0",
    label: text("v"),
    extends: extended,
    ...sections,
  };
}

function withStated(patch: unknown, path: string, own: Json): unknown {
  const keys = path.split("/").slice(1);
  const value = keys.reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), own);
  const stated = keys.reduceRight<unknown>((inside, key) => ({ [key]: inside }), value);
  return value === undefined ? patch : merged(patch, stated);
}

/** Lays one patch over another. */
function merged(a: unknown, b: unknown): unknown {
  if (!isTree(a) || !isTree(b)) return b;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    keys.map((k) => [
      k,
      Object.hasOwn(b, k) ? (Object.hasOwn(a, k) ? merged(a[k], b[k]) : b[k]) : a[k],
    ]),
  );
}

/** What a variant makes of a base: RFC 7396, with a value alone for a parameter of all days. */
export function resolved(variant: Json, base: Json): Json {
  const { language, id, version, label, extends: _, ...sections } = variant;
  const parameters = Object.entries(isTree(sections.parameters) ? sections.parameters : {});
  const long = parameters.map(([name, p]) => [
    name,
    isTree(p) || p === null ? p : { default: p, dated: null },
  ]);
  const patch =
    parameters.length > 0 ? { ...sections, parameters: Object.fromEntries(long) } : sections;
  return patched(base, patch) as Json;
}

function patched(target: unknown, patch: unknown): unknown {
  if (!isTree(patch)) return patch;
  const copy: Tree = isTree(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete copy[key];
    else copy[key] = patched(copy[key], value);
  }
  return copy;
}

/** Places that a variant may state as its base has them. */
const restatable = [
  "/parameters/middle/default",
  "/parameters/high/default",
  "/decisions/it/bands/low/outcome",
  "/decisions/ok/conditions/many/when",
  "/decisions/spare/when",
  "/facts/n/aliases",
];

const some = (edits: readonly Edit[], maxLength: number) =>
  fc.array(fc.constantFrom(...edits), { maxLength });

/** A case of a base, of edits that made it what it is, and of those of both sides. */
export const caseOf = (
  base: Json,
  edits: { readonly first: fc.Arbitrary<readonly Edit[]> } & Readonly<
    Record<"theirs" | "ours", fc.Arbitrary<readonly Edit[]>>
  >,
  restatable: readonly string[],
): fc.Arbitrary<Case> =>
  fc
    .record({
      ...edits,
      stated: fc.array(fc.constantFrom(...restatable), { maxLength: 1 }),
      short: fc.boolean(),
    })
    .map(({ first, theirs, ours, stated, short }) => {
      const before = applied(base, first);
      const after = { ...applied(before, theirs), version: "1.1.0" };
      const own = applied(before, ours);
      return { before, after, own, variant: variantOf(before, own, stated, short), stated };
    });

const smallCase = (edits: readonly Edit[]) =>
  caseOf(
    start,
    { first: some(edits, 2), theirs: some(edits, 4), ours: some(edits, 4) },
    restatable,
  );

/** Cases without values by date, and without marks. */
export const plainCase = smallCase(plain);
/** Cases of all sorts. */
export const anyCase = smallCase([...plain, ...marks, ...days, ...days]);
