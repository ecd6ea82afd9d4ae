import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codes, type Diagnostic, loadRuleset } from "../../src/index.ts";
import { booleans, decision, frozen, is, type Json, named, only, tiny } from "../kinds/tiny.ts";
import { strayWords } from "./words.ts";

/*
 * Breaks the shipped rulesets in every way that a hand can, and asks that each break is refused at
 * its place, in words, and never by throwing.
 */

type Path = readonly (string | number)[];
type Tree = { [key: string]: unknown };

interface Mutation {
  readonly what: string;
  /** The place that was changed: a diagnostic must lie there or above. */
  readonly place: Path;
  readonly broken: unknown;
}

const folder = new URL("../../rulesets/", import.meta.url);
const rulesets = readdirSync(folder)
  .filter((f) => f.endsWith(".json"))
  .map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Tree] as const);
/** One that is being written, and does not load, is not yet worth breaking. */
const sound = rulesets.filter(([, document]) => loadRuleset(document).ok);

const mentioned = (value: unknown, key: string) =>
  [...JSON.stringify(value).matchAll(new RegExp(`"${key}":"([A-Za-z0-9]+)`, "g"))].map(
    (found) => found[1] as string,
  );
const pick = (all: Tree, names: Iterable<string>) =>
  Object.fromEntries([...names].flatMap((n) => (n in all ? [[n, all[n]]] : [])));

/** A decision with all that it rests on: as much of a ruleset as is quickly loaded again. */
function around(document: Tree, decision: string): Tree {
  const decisions = document.decisions as Tree;
  const names = new Set([decision]);
  for (const name of names)
    for (const other of mentioned(decisions[name], "decision")) names.add(other);
  const kept = pick(decisions, names);
  const parameters = [...mentioned(kept, "parameter"), ...mentioned(kept, "reading")];
  return {
    ...document,
    parameters: pick(document.parameters as Tree, parameters),
    decisions: kept,
  };
}

/** Of each ruleset so many decisions, each with what it rests on, that every kind is among them. */
const slices = sound.flatMap(([file, document]) => {
  const names = Object.keys(document.decisions as Tree);
  const all = names.map((name) => [name, around(document, name)] as const);
  const kindsIn = (slice: Tree) =>
    Object.values(slice.decisions as Readonly<Record<string, Tree>>).map((d) => d.kind);
  all.sort(([, a], [, b]) => kindsIn(b).length - kindsIn(a).length);
  const seen = new Set<unknown>();
  return all.flatMap(([name, slice]) => {
    const more = kindsIn(slice).filter((kind) => !seen.has(kind));
    for (const kind of more) seen.add(kind);
    return more.length ? [[`${name} of ${file}`, slice] as const] : [];
  });
});
const sizeOf = (document: Tree) => JSON.stringify(document).length;
/** How many mutations of one kind are tried on a slice; a large one takes longer to load. */
const tried = (document: Tree) => Math.max(4, Math.min(15, Math.round(200_000 / sizeOf(document))));
/** The same for what is found only by reading the meaning of the whole. */
const triedWhole = (document: Tree) =>
  Math.max(1, Math.min(12, Math.round(80_000 / sizeOf(document))));
/** How long a slice may take: a second, or four times what it takes unbroken on a busy machine. */
const patience = new Map(
  slices.map(([, document]) => {
    const start = performance.now();
    loadRuleset(document);
    return [document, Math.max(10_000, 4 * (performance.now() - start))] as const;
  }),
);

/* Walking and changing. */

function placesIn(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  const inner = Object.entries(value).flatMap(([k, v]) =>
    placesIn(v, [...path, Array.isArray(value) ? Number(k) : k]),
  );
  return [{ path, value }, ...inner];
}

const at = (root: unknown, path: Path) =>
  path.reduce<unknown>((v, k) => (v as Tree | undefined)?.[k], root);

/** Changes what stands at a path, in a copy of the branch that leads there. */
function changed(root: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(root);
  const copy = Array.isArray(root) ? [...root] : { ...(root as Tree) };
  (copy as Tree)[key] = changed((root as Tree)[key], rest, change);
  return copy;
}

const put = (root: unknown, path: Path, value: unknown) => changed(root, path, () => value);
const without = (root: unknown, path: Path) =>
  changed(root, path.slice(0, -1), (of) => {
    const { [String(path.at(-1))]: _, ...rest } = of as Tree;
    return rest;
  });
const renamed = (root: unknown, path: Path, name: string) =>
  changed(root, path.slice(0, -1), (of) =>
    Object.fromEntries(
      Object.entries(of as Tree).map(([k, v]) => [k === path.at(-1) ? name : k, v]),
    ),
  );

/** Maps whose keys are names that the writer gives, and not words of the language. */
const maps = new Set(
  (
    "notes subjects facts parameters decisions values readings outcomes conditions bands exactly " +
    "rows inputs outputs then dimensions indicators parts sections items classes cases otherwise"
  ).split(" "),
);

/** Is the key at the end of a path a name, and not a word of the language. */
function isName(path: Path, root: unknown): boolean {
  const holder = path.at(-2);
  if (typeof path.at(-1) === "number") return true;
  // What a reading chooses stands where the choice does.
  if (path.at(-3) === "cases") return isName([...path.slice(0, -3), ...path.slice(-1)], root);
  if (holder === "when" && path.at(-4) === "rows") return true;
  if (holder === "otherwise") return typeof at(root, path) !== "object";
  return typeof holder === "string" && maps.has(holder) && !isName(path.slice(0, -1), root);
}

/** The kind of place a path leads to: names and numbers do not count. */
const kindOf = (path: Path, root: unknown) =>
  path.map((k, i) => (isName(path.slice(0, i + 1), root) ? "*" : k)).join("/");

/** One place of each kind, spread over all kinds where there are more than are tried. */
function oneOfEach(places: readonly Path[], root: unknown, most: number): readonly Path[] {
  const kinds = new Map<string, Path>();
  for (const p of places) {
    const kind = kindOf(p, root);
    if (!kinds.has(kind)) kinds.set(kind, p);
  }
  const all = [...kinds.values()];
  const step = Math.max(1, all.length / most);
  return Array.from(
    { length: Math.min(most, all.length) },
    (_, i) => all[Math.floor(i * step)] as Path,
  );
}

/* The mutations. */

type Make = (root: Tree, most: number) => readonly Mutation[];
const paths = (root: unknown, which: (path: Path, value: unknown) => boolean) =>
  placesIn(root)
    .filter(({ path, value }) => path.length > 0 && which(path, value))
    .map(({ path }) => path);

const isObject = (v: unknown): v is Tree =>
  typeof v === "object" && v !== null && !Array.isArray(v);

const misspelt: Make = (root, most) =>
  oneOfEach(
    paths(root, (p) => !isName(p, root)),
    root,
    most,
  ).map((path) => {
    const key = `${String(path.at(-1)).slice(0, -1)}qq`;
    return {
      what: `${path.join("/")} misspelt as ${key}`,
      place: [...path.slice(0, -1), key],
      broken: renamed(root, path, key),
    };
  });

const required: Readonly<Record<string, readonly string[]>> = {
  "": "language id version label source effective subjects facts parameters decisions".split(" "),
  source: ["title", "issuer"],
  "facts/*": ["type", "subjects", "label"],
  "parameters/*": ["type", "label", "citation"],
  "decisions/*": ["kind", "subject", "label", "citation"],
};
const needed: Readonly<Record<string, readonly string[]>> = {
  rule: ["when"],
  bands: ["input", "closed", "bands"],
  table: ["hitPolicy", "inputs", "outputs", "rows"],
  scorecard: ["maximum", "dimensions"],
  cut: ["method", "outcomes", "partition", "otherwise", "classes", "order"],
  checklist: ["order", "sections"],
  appraisal: ["items", "floor"],
  quota: ["items"],
  formula: ["outputs"],
};

const removed: Make = (root, most) => {
  const places = placesIn(root).flatMap(({ path, value }) => {
    if (!isObject(value)) return [];
    const more = path.length === 2 && path[0] === "decisions" ? needed[String(value.kind)] : [];
    const comparison = "operator" in value ? ["operator", "value"] : [];
    const keys = [...(required[kindOf(path, root)] ?? []), ...(more ?? []), ...comparison];
    return keys.map((key) => [...path, key]);
  });
  return oneOfEach(places, root, most).map((path) => ({
    what: `${path.join("/")} removed`,
    place: path.slice(0, -1),
    broken: without(root, path),
  }));
};

const wrong: Make = (root, most) =>
  oneOfEach(
    paths(root, (p) => !(p.length === 1 && p[0] === "$schema")),
    root,
    most,
  ).flatMap((path) => {
    const value = at(root, path);
    const others = Array.isArray(value)
      ? [{}, null]
      : isObject(value)
        ? [[], null]
        : [{ nonsense: 1 }, null];
    return others.map((other) => ({
      what: `${path.join("/")} is ${JSON.stringify(other)}`,
      place: path,
      broken: put(root, path, other),
    }));
  });

const references = new Set([
  "fact",
  "decision",
  "parameter",
  "reading",
  "condition",
  "over",
  "subject",
]);
const unknown: Make = (root, most) => {
  const refers = paths(
    root,
    (p, v) => typeof v === "string" && references.has(String(p.at(-1))) && !isName(p, root),
  );
  const parts = refers.filter((p) => p.at(-1) === "decision");
  const listed = paths(
    root,
    (p, v) =>
      typeof v === "string" && ["subjects", "partition", "order"].includes(String(p.at(-2))),
  );
  const name = (p: Path, to: string): Mutation => ({
    what: `${p.join("/")} refers to ${to}`,
    place: p,
    broken: put(root, p, to),
  });
  return [
    ...oneOfEach(refers, root, most).map((p) => name(p, "nosuchthing")),
    ...oneOfEach(parts, root, most).map((p) =>
      name(p, `${String(at(root, p)).split(".")[0]}.nosuchpart`),
    ),
    ...oneOfEach(listed, root, most).map((p) => name(p, "nosuchthing")),
  ];
};

const emptied: Make = (root, most) => {
  const groups = "bands rows dimensions indicators sections items outputs classes decisions".split(
    " ",
  );
  const empty = paths(
    root,
    (p, v) => isObject(v) && groups.includes(String(p.at(-1))) && !isName(p, root),
  );
  const lists = paths(
    root,
    (p, v) =>
      Array.isArray(v) && ["all", "any", "sum", "choose", "order"].includes(String(p.at(-1))),
  );
  return [
    ...oneOfEach(empty, root, most).map((path) => ({
      what: `${path.join("/")} emptied`,
      place: path,
      broken: put(root, path, {}),
    })),
    ...oneOfEach(lists, root, most).map((path) => ({
      what: `${path.join("/")} emptied`,
      place: path,
      broken: put(root, path, []),
    })),
  ];
};

const crowded: Make = (root, most) => {
  const objects = oneOfEach(
    paths(root, (_, v) => isObject(v)),
    root,
    most,
  );
  const forbidden = ["__proto__", "constructor", "prototype"].flatMap((key) =>
    objects.map((path) => ({
      what: `${path.join("/")} with ${key}`,
      place: path,
      broken: changed(root, path, (v) =>
        JSON.parse(
          `{${JSON.stringify(key)}: {}, ${JSON.stringify(v).slice(1)}`.replace(/, }$/, "}"),
        ),
      ),
    })),
  );
  const strange = objects
    .filter((p) => !maps.has(String(p.at(-1))) && !(p.at(-1) === "when" && p.at(-3) === "rows"))
    .map((path) => ({
      what: `${path.join("/")} with a stranger`,
      place: [...path, "stranger"],
      broken: changed(root, path, (v) => ({ ...(v as Tree), stranger: 1 })),
    }));
  return [...forbidden, ...strange];
};

const unordered: Make = (root, most) =>
  oneOfEach(
    paths(root, (p, v) => Array.isArray(v) && p.at(-1) === "order"),
    root,
    most,
  ).flatMap((path) => {
    const order = at(root, path) as readonly string[];
    return [order.slice(1), [...order, order[0]]].map((other) => ({
      what: `${path.join("/")} is ${other}`,
      place: path,
      broken: put(root, path, other),
    }));
  });

const twins: Make = (root, most) =>
  oneOfEach(
    paths(root, (p, v) => p.at(-1) === "bands" && isObject(v) && !("kind" in v)),
    root,
    most,
  ).flatMap((path) => {
    const bands = at(root, path) as Readonly<Record<string, { from?: unknown }>>;
    const [first, second] = Object.keys(bands).filter((b) => typeof bands[b]?.from === "number");
    const lowest = Object.keys(bands).find((b) => bands[b]?.from === undefined);
    const two = first && second ? [[...path, second, "from"]] : [];
    return [
      ...two.map((p) => ({
        what: `${p.join("/")} twice`,
        place: path,
        broken: put(root, p, bands[String(first)]?.from),
      })),
      {
        what: `${path.join("/")} with a lowest beginning`,
        place: path,
        broken: put(root, [...path, String(lowest), "from"], -1e9),
      },
    ];
  });

const impossible: Make = (root, most) => {
  const numbers = oneOfEach(
    paths(root, (_, v) => typeof v === "number"),
    root,
    most,
  );
  const strange: readonly unknown[] = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10n,
    Symbol("no"),
    () => 1,
    new Date(0),
    /x/,
    new Map(),
  ];
  return numbers.map((path, i) => ({
    what: `${path.join("/")} is ${String(strange[i % strange.length])}`,
    place: path,
    broken: put(root, path, strange[i % strange.length]),
  }));
};

const looped: Make = (root, most) => {
  const decisions = Object.entries(root.decisions as Readonly<Record<string, Tree>>);
  return decisions
    .filter(([, d]) => d.kind === "rule")
    .slice(0, most)
    .flatMap(([name]) => {
      const own = { decision: name, operator: "equal", value: true };
      const place = ["decisions", name];
      const itself = { ...named("loop"), when: { condition: "loop" } };
      return [
        {
          what: `${name} refers to itself`,
          place: [...place, "when"],
          broken: put(root, [...place, "when"], own),
        },
        {
          what: `${name} has a condition that refers to itself`,
          place: [...place, "conditions", "loop", "when"],
          broken: changed(root, place, (d) => ({
            ...(d as Tree),
            conditions: { ...(d as Tree & { conditions?: Tree }).conditions, loop: itself },
            when: { condition: "loop" },
          })),
        },
      ];
    });
};

/** What is seen in the form alone, and what only in the meaning. */
const ofForm = {
  misspelt,
  "a key is removed": removed,
  "of the wrong type": wrong,
  crowded,
  impossible,
};
const ofMeaning = {
  "it refers to what is not there": unknown,
  emptied,
  "out of order": unordered,
  "two bands begin alike": twins,
  looped,
};
type Made = (document: Tree) => readonly Mutation[];
const kinds: readonly (readonly [string, Made])[] = [
  ...Object.entries(ofForm).map(([n, make]): [string, Made] => [n, (d) => make(d, tried(d))]),
  ...Object.entries(ofMeaning).map(([n, make]): [string, Made] => [
    n,
    (d) => make(d, triedWhole(d)),
  ]),
];

/* What is asked of every refusal. */

const segments = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((s) => s.replaceAll("~1", "/").replaceAll("~0", "~"));

/** A pointer leads to something, up to its last key: that one may be the one that is missing. */
function leadsSomewhere(pointer: string, root: unknown): boolean {
  let value = root;
  for (const key of segments(pointer).slice(0, -1)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return false;
    value = (value as Tree)[key];
  }
  return true;
}

const notTheirWords =
  /undefined|\[object|\bzod\b|\bZod|\bunion\b|strictObject|\bRecord\b|\bstring\b|\bTypeError\b|invalid_|\bIssue|expected nonoptional/;

function expectTold(diagnostics: readonly Diagnostic[], root: unknown, what: string) {
  expect(diagnostics.length, what).toBeGreaterThan(0);
  for (const d of diagnostics) {
    expect(codes, what).toContain(d.code);
    expect(d.severity, what).toBe("error");
    for (const told of [d.message.en, d.help.en, d.message.zh, d.help.zh]) {
      expect(told.length, what).toBeGreaterThan(0);
      expect(told, what).not.toMatch(notTheirWords);
    }
    expect([d.message.zh, d.help.zh].flatMap(strayWords), what).toEqual([]);
    expect(d.path === "" || d.path.startsWith("/"), what).toBe(true);
    expect([d.path, leadsSomewhere(d.path, root)], what).toEqual([d.path, true]);
  }
}

function expectRefused({ what, place, broken }: Mutation, limit: number) {
  const start = performance.now();
  const loaded = loadRuleset(broken);
  expect(performance.now() - start, `${what}: how long it took`).toBeLessThan(limit);
  expect([what, loaded.ok]).toEqual([what, false]);
  expectTold(loaded.diagnostics, broken, what);
  const near = loaded.diagnostics.some((d) =>
    // The key put in there is a place of its own: it is what means nothing.
    segments(d.path).every((key, i) => key === String(place[i] ?? "nonsense")),
  );
  expect([what, near, near || loaded.diagnostics]).toEqual([what, true, true]);
}

describe.each(rulesets)("%s", (_, document) => {
  it("is loaded as it stands, and not changed by it", () => {
    const own = frozen(structuredClone(document));
    const loaded = loadRuleset(own);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.ok).toBe(true);
    expect(own).toEqual(document);
  });
});

describe.each(slices)("%s", (_, document) => {
  it("is loaded with what it rests on alone", () => {
    expect(loadRuleset(frozen(structuredClone(document))).diagnostics).toEqual([]);
  });

  it.each(kinds)("is refused when %s", (_, made) => {
    const limit = patience.get(document) ?? 1000;
    for (const mutation of made(document)) expectRefused(mutation, limit);
  });

  it("is refused or loaded, but never throws, whatever stands anywhere", () => {
    const places = placesIn(document).map((p) => p.path);
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      maxDepth: 3,
    });
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (path, junk) => {
        const { ok, diagnostics } = loadRuleset(put(document, path, junk));
        if (!ok) expect(diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: 2 * tried(document) },
    );
  });
});

describe("the mutations", () => {
  it("are at least two hundred", () => {
    const all = slices.flatMap(([, document]) => kinds.flatMap(([, made]) => made(document)));
    expect(all.length).toBeGreaterThanOrEqual(200);
  });
});

describe("what is no ruleset at all", () => {
  it.each([
    ["null", null],
    ["a number", 42],
    ["a text that is JSON", '"x"'],
    ["a text that is none", "x"],
    ["an empty text", ""],
    ["a list", []],
    ["a list of rulesets", [tiny({})]],
    ["an empty object", {}],
    ["true", true],
    ["NaN", Number.NaN],
    ["a function", () => 1],
    ["a class", class Ruleset {}],
    ["a date", new Date(0)],
    ["a symbol", Symbol("x")],
    ["a BigInt", 10n],
    ["a map", new Map()],
    ["an object without a prototype", Object.create(null)],
    ["a boxed text", new String("x")],
    ["a promise", Promise.resolve({})],
  ])("is refused: %s", (what, root) => {
    const { ok, diagnostics } = loadRuleset(root);
    expect(ok).toBe(false);
    expectTold(diagnostics, {}, what);
  });

  it("is refused when it is undefined", () => {
    expect(loadRuleset(undefined).ok).toBe(false);
  });

  it("is never thrown over, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withNullPrototype: true, withMap: true }),
        (junk) => {
          expect(loadRuleset(junk).ok).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(loadRuleset(text).ok).toBe(false);
      }),
    );
  });
});

describe("a fault in a reading", () => {
  const reading = (name: string) => ({
    type: "reading",
    ...named(name),
    question: named(name).label,
    readings: { one: named("one").label, other: named("other").label },
    default: "one",
  });
  const parameters = { first: reading("first"), second: reading("second") };
  const choice = (name: string, one: unknown, other: unknown) => ({
    reading: name,
    cases: { one, other },
  });
  const [sound, faulty] = [is("a"), is("nosuchthing")];
  it.each([
    ["the default", choice("first", faulty, sound), "/one"],
    ["another", choice("first", sound, faulty), "/other"],
    [
      "one inside the default",
      choice("first", choice("second", sound, faulty), sound),
      "/one/cases/other",
    ],
    [
      "one inside another",
      choice("first", sound, choice("second", sound, faulty)),
      "/other/cases/other",
    ],
  ])("is found though it is not taken: in %s", (_, when, place) => {
    const { diagnostics } = loadRuleset(only("rule", { when }, booleans("a"), { parameters }));
    expect(diagnostics.map((d) => [d.code, d.path])).toEqual([
      ["unknown-fact", `/decisions/it/when/cases${place}`],
    ]);
  });
});

describe("what is hostile", () => {
  const whole = only("rule", { when: is("a") }, booleans("a")) as Tree;
  const refused = (root: unknown, code: string) => {
    const start = performance.now();
    const { ok, diagnostics } = loadRuleset(root);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(ok).toBe(false);
    expect(diagnostics.map((d) => d.code)).toContain(code);
    expectTold(diagnostics, root, code);
  };
  const nested = (levels: number) => {
    let when: unknown = is("a");
    for (let i = 0; i < levels; i++) when = { not: when };
    return only("rule", { when }, booleans("a"));
  };

  it("is refused: nested too deep", () => {
    refused(nested(100), "too-large");
    refused(nested(5000), "too-large");
    expect(loadRuleset(`${"[".repeat(200_000)}${"]".repeat(200_000)}`).ok).toBe(false);
    expect(loadRuleset("[".repeat(200_000)).ok).toBe(false);
  });

  it("is loaded: nested deep, but not too deep", () => {
    expect(loadRuleset(nested(50)).ok).toBe(true);
  });

  it("is refused: nested deep, with a fault at the bottom, told at the bottom", () => {
    let when: unknown = { fact: "b", operator: "equal", value: true };
    for (let i = 0; i < 50; i++) when = i % 2 ? { all: [when] } : { any: [when, is("a")] };
    const start = performance.now();
    const { diagnostics } = loadRuleset(only("rule", { when }, booleans("a")));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(diagnostics.map((d) => [d.code, d.path.split("/").length])).toEqual([["too-large", 66]]);
  });

  it("is refused: far too many values, far too long a text", () => {
    refused({ ...whole, notes: Array.from({ length: 120_000 }, () => 1) }, "too-large");
    refused({ ...whole, id: "x".repeat(10_001) }, "too-large");
    refused({ ...whole, extra: Array.from({ length: 50_000 }, () => [[1]]) }, "too-large");
  });

  it("is refused: an object that contains itself", () => {
    const loop: Tree = { ...whole };
    loop.facts = { a: loop };
    refused(loop, "too-large");
    const list: unknown[] = [];
    list.push(list);
    refused({ ...whole, notes: list }, "too-large");
  });

  it("is refused: shared parts that unfold beyond all bounds", () => {
    let shared: unknown = { x: 1 };
    for (let i = 0; i < 40; i++) shared = { a: shared, b: shared };
    refused({ ...whole, notes: shared }, "too-large");
  });

  it("is refused: keys that JavaScript gives a meaning", () => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      refused(JSON.parse(`{"${key}": {"polluted": true}}`), "forbidden-key");
      refused({ ...whole, facts: JSON.parse(`{"${key}": {"type": "boolean"}}`) }, "forbidden-key");
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("is refused: values with a toString of their own", () => {
    for (const value of [
      { toString: 1 },
      { toString: 1, valueOf: 1 },
      Object.assign(Object.create(null), { toString: 1 }),
      [{ toString: 1 }],
    ]) {
      for (const key of ["language", "id", "version", "facts", "subjects", "effective"]) {
        expect(loadRuleset({ ...whole, [key]: value }).ok, key).toBe(false);
      }
      const rule = decision("it", "rule", { when: is("a") });
      for (const key of ["kind", "subject", "when", "label"]) {
        const broken = { ...whole, decisions: { it: { ...rule, [key]: value } } };
        expect(loadRuleset(broken).ok, key).toBe(false);
      }
    }
  });

  it("is refused, not run: a getter that throws", () => {
    const trap = {
      ...whole,
      get decisions() {
        throw new Error("trap");
      },
    };
    expect(() => loadRuleset(trap)).not.toThrow();
  });

  it("tells every one of many faults", () => {
    const facts = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [
        `f${i}`,
        { type: "boolean", subjects: ["hall"], label: named("f").label, labl: 1 },
      ]),
    );
    const { diagnostics } = loadRuleset(tiny({ facts }) as Json);
    expect(diagnostics.filter((d) => d.code === "unknown-key").length).toBe(200);
  });
});
