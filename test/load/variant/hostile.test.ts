import { describe, expect, it } from "vitest";
import { codes, loadRuleset } from "../../../src/index.ts";
import { ruleset } from "../../../src/policies/hainan-unicom-2003.ts";
import { frozen, type Json, text } from "../../kinds/tiny.ts";
import { base, faultsOf, variant } from "./small.ts";

/* A variant from a stranger is refused in bounded time, with its code, and harms nothing. */

/** The codes of what is refused, each once. */
function refused(source: unknown, documents: readonly unknown[] = [base()], limit = 5000) {
  // Of the processor, and not of the clock: the machine may be busy with something else.
  const start = process.cpuUsage();
  const { ok, diagnostics } = loadRuleset(source, { documents });
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(limit);
  expect(ok).toBe(false);
  for (const d of diagnostics) {
    expect(codes).toContain(d.code);
    expect(`${d.message.en} ${d.help.en} ${d.message.zh}`).not.toMatch(/undefined|\[object/);
  }
  return [...new Set(diagnostics.map((d) => d.code))];
}

const own = variant("v");
const within = (key: string, value: unknown) =>
  JSON.parse(JSON.stringify(own).replace(/}$/, `,"${key}":${JSON.stringify(value)}}`));

describe("keys that programs keep for themselves", () => {
  it.each(["__proto__", "constructor", "prototype"])("%s is refused, wherever it stands", (key) => {
    const polluted = `{"${key}":{"polluted":true}}`;
    for (const section of ["parameters", "facts", "decisions", "effective", "extends"]) {
      const source = JSON.stringify({ ...own, [section]: "HERE" }).replace('"HERE"', polluted);
      expect(refused(source)).toEqual(["forbidden-key"]);
      expect(refused(JSON.parse(source))).toEqual(["forbidden-key"]);
    }
    const whole = `{"${key}":{"a":1},${JSON.stringify(own).slice(1)}`;
    expect(refused(whole)).toEqual(["forbidden-key"]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("are refused in the base too, which is named", () => {
    const source = JSON.stringify(base({ notes: "HERE" })).replace(
      '"HERE"',
      '{"__proto__":{"x":1}}',
    );
    expect(faultsOf(own, [JSON.parse(source)])).toEqual(["forbidden-key base 1.0.0 /notes"]);
  });
});

describe("names that every object has", () => {
  it.each(["toString", "valueOf", "hasOwnProperty", "isPrototypeOf"])(
    "%s is no name of the base",
    (name) => {
      expect(faultsOf(variant("v", { parameters: { [name]: 5 } }), [base()])).toEqual([
        `not-a-base v 1.0.0 /parameters/${name}`,
      ]);
      expect(faultsOf(variant("v", { decisions: { [name]: null } }), [base()])).toEqual([]);
    },
  );
});

describe("what is too large", () => {
  const nested = (levels: number) => {
    let value: unknown = 1;
    for (let i = 0; i < levels; i++) value = { a: value };
    return value;
  };

  it("is refused: nested too deep", () => {
    expect(refused(within("notes", nested(100)))).toEqual(["too-large"]);
    expect(refused(`{"extends":${"[".repeat(100_000)}`)).toEqual(["too-large"]);
  });

  it("is refused: a million bands", () => {
    const bands = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, i) => [`b${i}`, { from: i, outcome: "high" }]),
    );
    expect(refused(variant("v", { decisions: { it: { bands } } }))).toEqual(["too-large"]);
  });

  it("is refused: documents each within the limit, and over it together", () => {
    const notes = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 8000 }, (_, i) => [
          `n${from + i}`,
          { note: text("n"), citation: { rule: "T-01", clause: "n" } },
        ]),
      );
    const m = variant("m", { notes: notes(0) });
    const v = variant("v", { notes: notes(8000) }, "m");
    expect(refused(v, [base(), m], 20_000)).toEqual(["too-large"]);
  });

  it("is refused: an object that contains itself", () => {
    const loop: { [key: string]: unknown } = { ...own };
    loop.parameters = loop;
    expect(refused(loop)).toEqual(["too-large"]);
    expect(refused(own, [loop, { ...base(), notes: loop }])).toEqual(["too-large"]);
  });
});

describe("a huge patch is told in bounded time", () => {
  const many = (count: number, of: (i: number) => unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, of(i)]));

  it("of parameters that there are not", () => {
    const source = variant("v", { parameters: many(20_000, (i) => i) });
    expect(refused(source, [base()], 30_000)).toEqual(["not-a-base"]);
  });

  it("of facts that are no facts", () => {
    const source = variant("v", { facts: many(5000, () => ({ type: "number" })) });
    expect(refused(source, [base()], 30_000)).toEqual(["missing-key"]);
  });

  it("of things taken out that others need", () => {
    const facts = many(1000, () => ({ type: "boolean", subjects: ["account"], label: text("b") }));
    const labelled = Object.fromEntries(
      Object.entries(facts).map(([name, f]) => [name, { ...(f as Json), label: text(name) }]),
    );
    const when = {
      all: Object.keys(facts).map((name) => ({ fact: name, operator: "equal", value: true })),
    };
    const rule = {
      kind: "rule",
      subject: "account",
      label: text("r"),
      citation: { rule: "T", clause: "r" },
      when,
    };
    const below = base({
      facts: { ...labelled, n: (base().facts as Json).n },
      decisions: { rule },
    });
    const source = variant("v", { facts: many(1000, () => null) });
    expect(refused(source, [below], 30_000)).toEqual(["taken-away"]);
  });
});

describe("many documents are told in bounded time", () => {
  it("that all say they are the same one", () => {
    const same = Array.from({ length: 3000 }, (_, i) => base({ label: text(`b${i}`) }));
    expect(refused(own, same, 30_000)).toEqual(["base-version"]);
  });
});

describe("a parameter with many days", () => {
  const dayOf = (i: number) => new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10);
  const dated = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [dayOf(i), i % 2 === 0 ? 55_000 : 60_000]),
  );

  it("is loaded in bounded time", () => {
    const source = variant("v", { parameters: { starFive: { dated } } }, "hainan-unicom-2003");
    const start = process.cpuUsage();
    expect(loadRuleset(source, { documents: [ruleset.document] }).ok).toBe(true);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(15_000);
  });
});

describe("what is no document", () => {
  it.each([
    ["extends", 1],
    ["extends", null],
    ["extends", []],
    ["extends", {}],
    ["extends", { id: "base" }],
    ["extends", { id: "base", version: 1 }],
    ["extends", { id: ["base"], version: "^1.0.0" }],
    ["extends", { id: "base", version: "^1.0.0", path: "../base.json" }],
    ["parameters", []],
    ["parameters", 5],
    ["decisions", "it"],
    ["facts", true],
    ["version", "1"],
    ["id", 7],
  ])("is refused: %s is %j", (key, value) => {
    expect(refused({ ...own, [key]: value }).length).toBeGreaterThan(0);
  });

  it.each(["source", "effective", "subjects", "facts", "parameters", "decisions"])(
    "is refused: %s is taken out whole",
    (section) => {
      expect(refused({ ...own, [section]: null })).toEqual(["taken-away"]);
    },
  );

  it("is refused: a getter is not run", () => {
    const trap = {
      ...own,
      get extends(): unknown {
        throw new Error("trap");
      },
    };
    expect(refused(trap)).toEqual(["wrong-type"]);
    const hidden = {
      get id(): unknown {
        throw new Error("trap");
      },
    };
    expect(refused(own, [hidden])).toEqual(["unknown-base"]);
  });

  it("is refused: a range that takes long to read", () => {
    const range = `>=1.0.0${" ".repeat(150)}<2.0.0${" ".repeat(20)}x`;
    expect(refused(variant("v", {}, "base", range))).toEqual(["bad-name"]);
    expect(refused(variant("v", {}, "base", `^1.0.0${" >=1.0.0".repeat(1000)}`))).not.toEqual([]);
  });
});

describe("merging", () => {
  it("changes nothing that was handed in, also where it is refused", () => {
    const documents = frozen([base(), variant("m", { parameters: { high: 5000 } })]);
    const source = frozen(
      variant("v", { decisions: { it: { bands: { hihg: { from: 1 } } } } }, "m"),
    );
    expect(() => loadRuleset(source, { documents })).not.toThrow();
    expect(documents).toEqual([base(), variant("m", { parameters: { high: 5000 } })]);
  });
});
