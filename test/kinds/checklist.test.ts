import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import { booleans, is, type Json, named, only, programOf, run } from "./tiny.ts";

const item = (name: string, more: Json = {}) => ({ ...named(name), when: is(name), ...more });
const sections = {
  formal: {
    ...named("formal"),
    items: { a: item("a"), b: item("b", { applies: is("useB") }) },
    step: { outcome: "ask", ...named("ask") },
  },
  real: {
    ...named("real"),
    items: { c: item("c") },
    step: { outcome: "visit", ...named("visit") },
  },
};
const facts = booleans("a b c useB");
const list = (more: Json = {}) =>
  only("checklist", { order: ["formal", "real"], sections, ...more }, facts);
const done = {
  outcome: "strike",
  ...named("strike"),
  route: [
    { unit: "county", ...named("county") },
    { unit: "city", ...named("city") },
  ],
};
const plain = programOf(list());
const routed = programOf(list({ done }));

describe("a checklist", () => {
  it("is met where every item is", () => {
    const result = run(routed, { a: true, b: true, c: true, useB: true });
    expect(result).toMatchObject({ status: "decided", outcome: true });
    expect(result.parts).toEqual({
      formal: true,
      real: true,
      a: true,
      b: true,
      c: true,
      filled: 3,
      total: 3,
      next: "strike",
      unmet: [],
      unknown: [],
      route: ["county", "city"],
    });
    expect(result.reasons.map((r) => r.id)).toEqual(["it.a", "it.b", "it.c"]);
  });

  it("lists what is unmet, and takes the step of the first section that is not met", () => {
    const result = run(routed, { a: false, b: true, c: false, useB: true });
    expect(result).toMatchObject({ status: "decided", outcome: false });
    expect(result.parts).toMatchObject({
      formal: false,
      real: false,
      filled: 1,
      total: 3,
      next: "ask",
      unmet: ["a", "c"],
      unknown: [],
      route: [],
    });
    expect(result.reasons.map((r) => [r.id, r.outcome])).toEqual([
      ["it.a", false],
      ["it.c", false],
    ]);
    expect(run(routed, { a: true, b: true, c: false, useB: true }).parts).toMatchObject({
      next: "visit",
    });
  });

  it("leaves an item that does not apply out of the list and out of the count", () => {
    const result = run(routed, { a: true, b: false, c: true, useB: false });
    expect(result).toMatchObject({ outcome: true });
    expect(result.parts).toMatchObject({
      formal: true,
      filled: 2,
      total: 2,
      unmet: [],
      unknown: [],
    });
    expect(result.reasons.map((r) => r.id)).toEqual(["it.a", "it.c"]);
  });

  it("strikes nobody off because a fact is missing", () => {
    const result = run(routed, { a: true, b: true, useB: true });
    expect(result).toMatchObject({ status: "undetermined", missing: ["c"] });
    expect(result.parts).toMatchObject({
      formal: true,
      total: 3,
      unmet: [],
      unknown: ["c"],
      route: [],
    });
    expect(Object.keys(result.parts)).not.toContain("next");
    expect(Object.keys(result.parts)).not.toContain("filled");
  });

  it("is settled by one item that fails, and lists the unknown beside it", () => {
    const result = run(routed, { a: false, useB: true });
    expect(result).toMatchObject({ status: "decided", outcome: false });
    expect(result.parts).toMatchObject({ unmet: ["a"], unknown: ["b", "c"], next: "ask" });
    expect(result.reasons.map((r) => [r.id, r.outcome])).toEqual([
      ["it.a", false],
      ["it.b", undefined],
      ["it.c", undefined],
    ]);
  });

  it("is unknown where it is unknown whether an unmet item applies", () => {
    const result = run(routed, { a: true, b: false, c: true });
    expect(result).toMatchObject({ status: "undetermined", missing: ["useB"] });
    expect(result.parts).toMatchObject({ unmet: [], unknown: ["b"] });
    expect(run(routed, { a: true, b: true, c: true })).toMatchObject({ outcome: true });
  });

  it("has no next step and no route where none is written", () => {
    const keys = Object.keys(run(plain, { a: true, b: true, c: true, useB: true }).parts);
    expect(keys).not.toContain("route");
    expect(keys).not.toContain("next");
  });

  it("does not call itself done while a section without a step is not met", () => {
    const { step: _, ...stepless } = sections.formal;
    const program = programOf(list({ done, sections: { ...sections, formal: stepless } }));
    const facts = { b: true, useB: true };
    expect(run(program, { ...facts, a: false, c: true }).parts).not.toHaveProperty("next");
    expect(run(program, { ...facts, a: false, c: false }).parts).not.toHaveProperty("next");
    expect(run(program, { ...facts, a: true, c: false }).parts).toMatchObject({ next: "visit" });
    expect(run(program, { ...facts, a: true, c: true }).parts).toMatchObject({ next: "strike" });
  });

  it.each(["filled", "total", "next", "formal", "unmet", "unknown", "route"])(
    "is refused with an item called %s, which is a part already",
    (name) => {
      const items = { ...sections.real.items, [name]: { ...named(name), when: is("c") } };
      const written = list({ done, sections: { ...sections, real: { ...sections.real, items } } });
      const found = loadRuleset(written).diagnostics.map((d) => d.code);
      expect(found).toEqual(["duplicate-part"]);
    },
  );
});
