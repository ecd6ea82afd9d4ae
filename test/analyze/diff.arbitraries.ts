import fc from "fast-check";
import type { Ruleset } from "../../src/index.ts";
import { loadRuleset } from "../../src/index.ts";
import { decision, fact, type Json, named, text } from "../kinds/tiny.ts";
import { documents, type FactName, facts, numeric } from "./arbitraries.ts";

/*
 * Pairs of rulesets: one changed in a place or two as a policy owner would, or two that have nothing
 * to do with each other but the facts they speak of. One file, over the usual length: every way to
 * change a document is one entry of one table.
 */

/** One way to change one place of a document. */
export interface Edit {
  readonly what: string;
  readonly apply: (document: Json) => Json;
}

type Path = readonly string[];

/** A value with another one put in at a path; nothing there takes the key out. */
function put(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inside = (root as Readonly<Record<string, unknown>>)[key];
  const made = put(inside, rest, value);
  if (Array.isArray(root)) {
    return root.flatMap((v, i) => (String(i) === key ? (made === undefined ? [] : [made]) : [v]));
  }
  const { [key]: _, ...others } = root as Readonly<Record<string, unknown>>;
  return made === undefined ? others : { ...(root as Json), [key]: made };
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is changed at one place: the new value of the place itself. */
type Change = readonly [what: string, value: unknown];
type Changes = (value: Json, key: string) => readonly Change[];

const turned: Readonly<Record<string, string>> = {
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThan",
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThan",
};
const moved = (n: number) => [n + 1, n - 1, Math.round((n + 0.05) * 100) / 100];
const nextLabel: Readonly<Record<string, string>> = { x: "y", y: "z", z: "x" };

/** An entry of a map taken out. */
const dropped = (map: unknown, what: string, least: number): readonly Change[] => {
  const entries = isObject(map) ? Object.entries(map) : [];
  if (entries.length <= least) return [];
  return entries.map(
    ([name]): Change => [what, Object.fromEntries(entries.filter(([n]) => n !== name))],
  );
};

/** Every way to change an object, by what is in it. */
const changes: readonly Changes[] = [
  function conditions(v) {
    if (!["operator", "all", "any", "not", "condition"].some((key) => key in v)) return [];
    if (isObject(v.not) || "label" in v) return [];
    return [["negated", { not: v }]];
  },
  (v) => (isObject(v.not) && "operator" in v.not ? [["negated", v.not]] : []),
  (v) => ("all" in v ? [["any for all", { any: v.all }]] : []),
  (v) => ("any" in v ? [["all for any", { all: v.any }]] : []),
  (v) => (typeof v.closed === "string" ? [["side", { ...v, closed: otherSide(v.closed) }]] : []),
  (v) =>
    typeof v.operator === "string" && v.operator in turned
      ? [["side", { ...v, operator: turned[v.operator] }]]
      : [],
  ...["value", "from", "atLeast", "above", "atMost", "below"].map(
    (key): Changes =>
      (v) =>
        typeof v[key] === "number"
          ? moved(v[key]).map((n): Change => ["threshold", { ...v, [key]: n }])
          : [],
  ),
  ...["gate", "free"].map(
    (key): Changes =>
      (v) =>
        typeof v[key] === "number" ? [["threshold", { ...v, [key]: v[key] / 2 }]] : [],
  ),
  ...["outcome", "points", "out"].map(
    (key): Changes =>
      (v) =>
        outcomeChanges(v, key),
  ),
  (v) => (Array.isArray(v.order) ? [["order", { ...v, order: [...v.order].reverse() }]] : []),
  (v) => (isObject(v.rows) && Array.isArray(v.order) ? rowChanges(v) : []),
  (v) => dropped(v.rows, "row", 1).map(([w, rows]): Change => [w, { ...v, rows }]),
  (v) => (isObject(v.dimensions) ? indicatorChanges(v) : []),
  (v) => dropped(v.items, "item", 1).map(([w, items]): Change => [w, { ...v, items }]),
  (v) => ("applies" in v ? [["applies", put(v, ["applies"], undefined)]] : []),
  (v) =>
    typeof v.rounding === "string"
      ? [["rounding", { ...v, rounding: v.rounding === "floor" ? "ceil" : "floor" }]]
      : [],
  ...Object.entries({
    sense: ["at-least", "at-most"],
    atGate: ["scores", "zero"],
    proportion: ["rescaled", "rate-times-points"],
    floor: ["none", "zero"],
    hitPolicy: ["unique", "any"],
  }).map(
    ([key, of]): Changes =>
      (v) =>
        of.includes(String(v[key])) ? [[key, { ...v, [key]: of.find((o) => o !== v[key]) }]] : [],
  ),
];

const otherSide = (closed: string) => (closed === "lower" ? "upper" : "lower");

function outcomeChanges(v: Json, key: string): readonly Change[] {
  const value = v[key];
  if (typeof value === "number") return [["points", { ...v, [key]: value === 5 ? 3 : value + 1 }]];
  const next = typeof value === "string" ? nextLabel[value] : undefined;
  return next ? [["relabelled", { ...v, [key]: next }]] : [];
}

/** A row taken out, with its name in the order. */
function rowChanges(v: Json): readonly Change[] {
  return dropped(v.rows, "row", 1).map(([what, rows]): Change => {
    const left = (v.order as readonly string[]).filter((n) => n in (rows as Json));
    return [what, { ...v, rows, order: left }];
  });
}

type Dimension = Json & { readonly maximum: number; readonly indicators: Json };

/** An indicator taken out, or put in twice; the maxima keep adding up. */
function indicatorChanges(card: Json): readonly Change[] {
  const all = Object.entries(card.dimensions as Readonly<Record<string, Dimension>>);
  return all.flatMap(([name, dimension]) => {
    const { indicators, maximum } = dimension;
    const made = (of: Json, more: number): unknown => ({
      ...card,
      maximum: (card.maximum as number) + more,
      dimensions: {
        ...(card.dimensions as Json),
        [name]: { ...dimension, maximum: maximum + more, indicators: of },
      },
    });
    return Object.entries(indicators).flatMap(([key, indicator]): readonly Change[] => {
      const points = (indicator as { readonly maximum: number }).maximum;
      const { [key]: _, ...others } = indicators;
      const twice = made({ ...indicators, [`${key}More`]: indicator }, points);
      const gone: Change = ["indicator out", made(others, -points)];
      return [...(Object.keys(others).length > 0 ? [gone] : []), ["indicator in", twice]];
    });
  });
}

/** Every way to change one place of a document. */
function editsOf(document: Json): readonly Edit[] {
  const edits: Edit[] = [];
  const walk = (value: unknown, path: Path) => {
    if (Array.isArray(value)) for (const [i, v] of value.entries()) walk(v, [...path, String(i)]);
    if (!isObject(value)) return;
    for (const change of changes) {
      for (const [what, made] of change(value, path.at(-1) ?? "")) {
        edits.push({ what, apply: (doc) => put(doc, path, made) as Json });
      }
    }
    for (const [key, v] of Object.entries(value)) walk(v, [...path, key]);
  };
  walk(document.decisions, ["decisions"]);
  for (const name of Object.keys(document.decisions as Json)) {
    if (Object.keys(document.decisions as Json).length < 2) break;
    edits.push({
      what: "decision out",
      apply: (doc) => put(doc, ["decisions", name], undefined) as Json,
    });
  }
  const all = [...edits, ...factEdits(document)];
  return all.length > 0 ? all : [{ what: "nothing", apply: (doc) => doc }];
}

/** A fact that takes fewer or more numbers. */
function factEdits(document: Json): readonly Edit[] {
  return Object.entries(document.facts as Readonly<Record<string, Json>>).flatMap(([name, f]) => {
    if (typeof f.max !== "number" || typeof f.min !== "number") return [];
    const step = 1 / 10 ** Number(f.scale);
    const [min, max] = [f.min + step, Number((f.max - 2 * step).toFixed(2))];
    return [
      { what: "fact", apply: (d) => put(d, ["facts", name], { ...f, max }) as Json },
      { what: "fact", apply: (d) => put(d, ["facts", name], { ...f, min }) as Json },
    ] satisfies readonly Edit[];
  });
}

/** Two documents: every `closed` by a reading, every threshold of conditions by a parameter. */
function byParameters(document: Json): readonly [Json, Json] {
  const written = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(written);
    if (!isObject(value)) return value;
    const inside = Object.fromEntries(Object.entries(value).map(([k, v]) => [k, written(v)]));
    if (typeof value.closed === "string") {
      const cases = { "by-law": value.closed, "by-custom": otherSide(value.closed) };
      return { ...inside, closed: { reading: "edge", cases } };
    }
    const isLimit = typeof value.operator === "string" && value.value === 2;
    return isLimit ? { ...inside, value: { parameter: "limit" } } : inside;
  };
  const of = (reading: string, limit: number) => ({
    ...document,
    decisions: written(document.decisions),
    parameters: {
      edge: {
        type: "reading",
        ...named("edge"),
        question: text("which"),
        why: text("so"),
        default: reading,
        readings: { "by-law": text("law"), "by-custom": text("custom") },
      },
      limit: {
        type: "number",
        ...named("limit"),
        unit: text("each"),
        scale: 1,
        min: -10,
        max: 10,
        default: limit,
      },
    },
  });
  return [of("by-law", 2), of("by-custom", 1.5)];
}

const rate = (known: readonly FactName[]) =>
  numeric({ facts: known, before: [] }, 1).map((n) => ({ minimum: [{ maximum: [n, 0] }, 1] }));

/** An appraisal whose items are scored for each alone. */
function appraisal(known: readonly FactName[]): fc.Arbitrary<Json> {
  const share = fc.constantFrom(0.02, 0.25, 0.5, 1);
  const rounded = { scale: fc.constantFrom(1, 2), rounding: fc.constantFrom("floor", "half-up") };
  const scoring = fc.oneof(
    fc.record({ method: fc.constant("proportional"), rate: rate(known) }),
    fc.record({ method: fc.constant("deduction"), rate: rate(known), free: share }),
    fc.record({
      method: fc.constant("gated-proportional"),
      rate: rate(known),
      gate: share,
      atGate: fc.constantFrom("scores", "zero"),
      proportion: fc.constantFrom("rescaled", "rate-times-points"),
      ...rounded,
    }),
  );
  const item = fc
    .tuple(scoring, fc.constantFrom(1, 4, 10))
    .map(([s, points]) => ({ ...named("item"), points, scoring: s }));
  return fc
    .tuple(fc.array(item, { minLength: 1, maxLength: 2 }), fc.constantFrom("none", "zero"))
    .map(([items, floor]) =>
      decision("appraised", "appraisal", {
        floor,
        items: Object.fromEntries(items.map((i, k) => [`item${k}`, i])),
      }),
    );
}

/** A rule on what is multiplied or divided, which no sum of facts says. */
function multiplied(known: readonly FactName[]): fc.Arbitrary<Json> {
  const [a, b = a] = known.filter((name) => facts[name].type === "number").map(fact);
  const operator = fc.constantFrom("greaterThan", "lessThanInclusive", "equal");
  const value = fc.constantFrom(0, 0.5, 1, 2, 6);
  const expression = fc.constantFrom<unknown>(
    { product: [a, b] },
    { quotient: [a, b], scale: 1, rounding: "floor" },
    { quotient: [b, { sum: [a, 1] }], scale: 0, rounding: "half-up" },
  );
  return fc
    .record({ expression, operator, value })
    .map((when) => decision("multiplied", "rule", { when }));
}

/** A document of any kinds; now and then with an appraisal, or a rule on a product, too. */
function bases(known: readonly FactName[], most: number): fc.Arbitrary<Json> {
  const hasNumber = known.some((name) => facts[name].type === "number");
  const more = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: appraisal(known).map((appraised) => ({ appraised })) },
    ...(hasNumber
      ? [{ weight: 1, arbitrary: multiplied(known).map((product) => ({ product })) }]
      : []),
  );
  return fc.tuple(documents(known, most), more).map(([document, others]) => ({
    ...document,
    decisions: { ...(document.decisions as Json), ...others },
  }));
}

/** A document, and others with how each came of it. */
export interface Versions {
  readonly before: Json;
  readonly afters: readonly { readonly what: readonly string[]; readonly after: Json }[];
}

/** Documents about the same facts. */
export function versions(known: readonly FactName[], most = 2): fc.Arbitrary<Versions> {
  const base = bases(known, most);
  const edited = base.chain((before) => {
    const edits = fc.array(editOf(editsOf(before)), { minLength: 1, maxLength: 3 });
    const afters = fc.array(edits, { minLength: 4, maxLength: 4 });
    return afters.map((all): Versions => ({ before, afters: all.map((of) => made(before, of)) }));
  });
  const byParameter = base.map((document): Versions => {
    const [before, after] = byParameters(document);
    return { before, afters: [{ what: ["parameters"], after }] };
  });
  const unrelated = fc
    .tuple(base, base)
    .map(([before, after]): Versions => ({ before, afters: [{ what: ["unrelated"], after }] }));
  return fc.oneof(
    { weight: 4, arbitrary: edited },
    { weight: 1, arbitrary: byParameter },
    { weight: 1, arbitrary: unrelated },
  );
}

const made = (before: Json, edits: readonly Edit[]) => ({
  what: edits.map((e) => e.what),
  after: edits.reduce(applied, before),
});

/** First in what way, so that each way is as likely as any other; then where. */
function editOf(all: readonly Edit[]): fc.Arbitrary<Edit> {
  const ways = [...new Set(all.map((e) => e.what))];
  return fc
    .constantFrom(...ways)
    .chain((what) => fc.constantFrom(...all.filter((e) => e.what === what)));
}

/** A second edit may stand in what the first took out. */
function applied(document: Json, { apply }: Edit): Json {
  try {
    return apply(document);
  } catch {
    return document;
  }
}

/** Loads a document, if it has no faults: an edit may break what the language asks for. */
export function loaded(document: Json): Ruleset | undefined {
  const found = loadRuleset(document);
  return found.ok ? found.ruleset : undefined;
}
