import { describe, expect, it } from "vitest";
import { compile, type Ruleset } from "../../src/index.ts";
import type { Origin } from "../../src/plan/node.ts";
import { pointer } from "../../src/ruleset/diagnostics.ts";
import { kinds } from "../load/define/kinds.ts";
import { faultsOf, type Json } from "./tiny.ts";

/* What is wrong in a decision is told at its own place, wherever that is in a decision of any kind. */

const whole = kinds.document as unknown as Json & {
  readonly decisions: Readonly<Record<string, Json>>;
};

type Path = readonly (string | number)[];

/** Every place in a value, but for those of a reading, which its setting takes the place of. */
function placesIn(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  if (typeof value !== "object" || value === null || "cases" in value) return [];
  const inside = Object.entries(value).flatMap(([k, v]) =>
    placesIn(v, [...path, Array.isArray(value) ? Number(k) : k]),
  );
  return [[path, value], ...inside];
}

function put(value: unknown, [key, ...rest]: Path, change: (old: Json) => Json): unknown {
  if (key === undefined) return change(value as Json);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Json) }) as Record<
    string,
    unknown
  >;
  copy[key] = put(copy[key], rest, change);
  return copy;
}

/** A document with a decision and those it rests on. */
function withOthers(name: string, decision: unknown): Json {
  const others = [...JSON.stringify(decision).matchAll(/"decision":"(\w+)/g)].map(([, n]) => n);
  const found = Object.entries(whole.decisions).filter(([n]) => others.includes(n) || n === "rate");
  return { ...whole, decisions: { ...Object.fromEntries(found), [name]: decision } };
}

// A named condition that nothing uses is not gone into: the linter asks what it is for.
const isUsed = (path: Path) => !path.includes("unused");
const slots = Object.entries(whole.decisions).flatMap(([name, decision]) =>
  placesIn(decision).flatMap(([path, value]) =>
    isUsed(path) ? [[name, path, value as Json] as const] : [],
  ),
);
const changed = (name: string, path: Path, change: (old: Json) => Json) =>
  faultsOf(withOthers(name, put(whole.decisions[name], path, change)));

describe("what there is not is told where it is asked for", () => {
  it.each([
    ["fact", "unknown-fact"],
    ["condition", "unknown-condition"],
    ["decision", "unknown-decision"],
  ])("a %s", (key, code) => {
    const asking = slots.filter(([, , value]) => typeof value[key] === "string");
    expect(asking.length).toBeGreaterThan(2);
    for (const [name, path] of asking) {
      const place = pointer("decisions", name, ...path);
      expect(changed(name, path, (old) => ({ ...old, [key]: "nowhere" }))).toContain(
        `${code} ${place}`,
      );
    }
  });

  it.each(["partition", "by"])("a fact of %s", (key) => {
    const asking = slots.filter(
      ([, , value]) => Array.isArray(value[key]) && (key === "partition" || !value.classes),
    );
    expect(asking.length).toBeGreaterThan(1);
    for (const [name, path] of asking) {
      const told = changed(name, path, (old) => ({ ...old, [key]: ["users", "nowhere"] }));
      expect(told).toContain(`unknown-fact ${pointer("decisions", name, ...path, key, 1)}`);
    }
  });

  it("the fact that settles ties", () => {
    const tied = { tie: "id", tieBreak: { id: "nowhere" } };
    expect(changed("rank", [], (old) => ({ ...old, ...tied }))).toEqual([
      "unknown-fact /decisions/rank/tieBreak/id",
    ]);
    const keys = [{ value: { fact: "nowhere" }, order: "ascending" }];
    const byKeys = { tie: "keys", tieBreak: { id: "city", keys } };
    expect(changed("rank", [], (old) => ({ ...old, ...byKeys }))).toEqual([
      "unknown-fact /decisions/rank/tieBreak/keys/0/value",
    ]);
  });

  it("what a cut asks of its subjects", () => {
    const when = { fact: "nowhere", operator: "equal", value: 1 };
    expect(changed("rank", [], (old) => ({ ...old, eligible: when }))).toEqual([
      "unknown-fact /decisions/rank/eligible",
    ]);
    expect(changed("quantile", [], (old) => ({ ...old, eligible: when }))).toEqual([
      "unknown-fact /decisions/quantile/eligible",
    ]);
    const barred = { when, to: "nowhere", places: "backfill" };
    expect(changed("rank", [], (old) => ({ ...old, barred }))).toEqual([
      "unknown-outcome /decisions/rank/barred/to",
      "unknown-fact /decisions/rank/barred/when",
    ]);
  });

  it.each([
    ["bandsTermed", ["bands", "low"], { outcome: "nowhere" }, "/outcome"],
    [
      "bandsTermed",
      [],
      { exactly: { five: { value: 5, outcome: "nowhere" } } },
      "/exactly/five/outcome",
    ],
    ["tableOne", ["rows", "few", "then"], { who: "nowhere" }, "/who"],
    ["tableOne", ["otherwise"], { who: "nowhere" }, ""],
    ["tableTermed", ["rows", "few", "then"], { who: "nowhere" }, "/who"],
    ["rank", [], { otherwise: "nowhere" }, "/otherwise"],
    [
      "rank",
      [],
      { outcomes: { A: kinds.document.label, none: kinds.document.label } },
      "/classes/B",
    ],
  ] as const)("an outcome of %s %j", (name, path, more, inside) => {
    const place = pointer("decisions", name, ...path) + inside;
    expect(changed(name, path, (old) => ({ ...old, ...more }))).toEqual([
      `unknown-outcome ${place}`,
    ]);
  });
});

/** Every origin in a part of a plan. */
function originsIn(value: unknown): readonly Origin[] {
  if (typeof value !== "object" || value === null) return [];
  if ("path" in value && "id" in value && "label" in value) return [value as unknown as Origin];
  return Object.values(value).flatMap(originsIn);
}

/** What stands in the place of a reading that is set to `one`. */
const settled = (value: unknown) => (Object(value).cases as Json | undefined)?.one ?? value;

const at = (path: string): unknown =>
  path
    .split("/")
    .slice(1)
    .reduce((value: unknown, key) => Object(settled(value))[key], kinds.document);

/** What may be left out has a place too: that at which it would be written. */
const mayBeLeftOut = /\/(where|eligible|barred\/when|applies|step|scoring\/(minimum|maximum))$/;

describe("all that a plan is made of", () => {
  const { plan } = compile(kinds as Ruleset, { parameters: { lost: "no" } });
  const origins = originsIn([plan.nodes, plan.decisions]);

  it("says where it comes from", () => {
    const missing = origins.map((o) => o.path).filter((path) => at(path) === undefined);
    expect(missing.filter((path) => !mayBeLeftOut.test(path))).toEqual([]);
    for (const path of missing) expect(at(path.replace(mayBeLeftOut, ""))).toBeDefined();
  });
  it("has the label and the clause of what stands there", () => {
    for (const origin of origins) {
      const { label, citation } = Object(at(origin.path));
      if (label) expect([origin.path, origin.label]).toEqual([origin.path, label]);
      if (citation) expect([origin.path, origin.citation]).toEqual([origin.path, citation]);
    }
  });
});
