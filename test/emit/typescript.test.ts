import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { typesOf } from "../../src/emit/typescript.ts";
import { loadRuleset, type Ruleset } from "../../src/index.ts";
import { compiled } from "../compiled.ts";
import { boolean, decision, formula, label, named, number, text, tiny } from "../kinds/tiny.ts";

const root = new URL("../../rulesets/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const files = (path: string) => readdirSync(new URL(path, root)).filter((f) => f.endsWith(".json"));
const documents = [...files("."), ...files("variants/").map((f) => `variants/${f}`)].map(read);

function load(source: unknown): Ruleset {
  const loaded = loadRuleset(source, { documents });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return loaded.ruleset;
}

/** Labels that would end their comment, or mean something to the compiler or an editor in it. */
const nasty = {
  zh: "*/ export const broken: never; /*",
  en: "@ts-expect-error\n * @deprecated `x` \\u002a/ //",
};
const odd = load(
  tiny({
    label: nasty,
    source: { title: "*/", issuer: nasty },
    subjects: { account: { label: nasty }, function: { label: nasty } },
    facts: {
      delete: { ...number("delete"), label: nasty, unit: nasty },
      class: { ...boolean("class"), label: { zh: "@ts-expect-error", en: "@deprecated" } },
      enum: { ...label("enum", "toString", "2-off", "5"), label: text("enum value") },
    },
    parameters: {
      default: { type: "date", ...named("d"), label: { zh: "@deprecated", en: "*/*/" } },
    },
    decisions: {
      toString: decision("toString", "formula", formula({ fact: "delete" })),
      new: decision("new", "rule", { when: { fact: "class", operator: "equal", value: true } }),
    },
  }),
);

const rulesets = [odd, ...documents.map(load)];

/** What a developer writes with the types: each decision is called, and slips do not compile. */
function use(ruleset: Ruleset): string {
  const { id, decisions } = ruleset.document;
  return [
    'import { compile, evaluate, loadRuleset, type Ruleset } from "../../src/index.ts";',
    `import type { Policy } from "./${id}.d.ts";`,
    "const loaded = loadRuleset('');",
    "if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message.en);",
    "const program = compile(loaded.ruleset as Ruleset<Policy>);",
    "declare const fitted: NonNullable<Parameters<typeof evaluate>[3]>;",
    ...Object.keys(decisions).flatMap((name) => [
      `evaluate(program, "${name}", {}, fitted);`,
      "// @ts-expect-error a decision that does not exist",
      `evaluate(program, "${name}s", {}, fitted);`,
    ]),
    "// @ts-expect-error a parameter that does not exist",
    "compile(loaded.ruleset as Ruleset<Policy>, { parameters: { noSuch: 1 } });",
  ].join("\n");
}

const found = compiled(
  Object.assign(
    {},
    ...rulesets.map((r) => ({
      [`test/emit/${r.document.id}.types.ts`]: typesOf(r),
      [`test/emit/${r.document.id}.d.ts`]: typesOf(r),
      [`test/emit/${r.document.id}.use.ts`]: use(r),
    })),
  ),
);

describe("the types that are written", () => {
  it.each(rulesets.map((r) => r.document.id))("of %s compile, and so does what uses them", (id) => {
    expect(found.filter((f) => f.startsWith(`test/emit/${id}.`))).toEqual([]);
  });

  it("keep labels inside their comments, where none of them is an order", () => {
    const written = typesOf(odd);
    expect(written).not.toMatch(/\/\*\* ?@|\n *@/);
    const outside = written.replaceAll(/\/\*\*.*?\*\//g, "");
    expect(outside.match(/export \w+ \w+/g)).toEqual([
      "export interface AccountFacts",
      "export interface FunctionFacts",
      "export interface Policy",
    ]);
  });

  it("say what a part is, whether it is always there, and whether a population is needed", () => {
    const reading = {
      type: "reading",
      ...named("way"),
      question: text("way"),
      readings: { strict: text("strict"), "not-at-all": text("not at all") },
      default: "strict",
    };
    const mean = {
      aggregate: "mean",
      over: "account",
      by: [],
      unknown: "left-out",
      of: { fact: "users" },
      scale: 2,
      rounding: "half-up",
    };
    const scoring = {
      reading: "way",
      cases: {
        strict: {
          method: "proportional",
          rate: {
            minimum: [1, { quotient: [mean, { fact: "users" }], scale: 2, rounding: "floor" }],
          },
        },
        "not-at-all": { method: "none" },
      },
    };
    const ruleset = load(
      tiny({
        facts: { users: number("users") },
        parameters: { way: reading },
        decisions: {
          points: decision("points", "appraisal", {
            floor: "none",
            items: { share: { ...named("share"), points: 10, scoring } },
          }),
          share: decision(
            "share",
            "formula",
            formula({ quotient: [1, { fact: "users" }], scale: 2, rounding: "floor" }),
          ),
        },
      }),
    );
    expect(
      typesOf(ruleset),
    ).toBe(`// Written by \`tiercut types tiny\` from version 1.0.0; not edited by hand.
export interface AccountFacts {
  /** users: users, each. */
  readonly users?: number | null | undefined;
}
/** tiny (tiny), as types. */
export interface Policy {
  readonly facts: {
    readonly account: AccountFacts;
  };
  readonly parameters: {
    /** way: way. */
    readonly way: "strict" | "not-at-all";
  };
  readonly decisions: {
    readonly points: {
      readonly subject: "account";
      readonly grain: "record" | "population";
      readonly outcome: number;
      readonly parts: {
        /** Only under some readings. */
        readonly share?: number;
        readonly outOf: number;
      };
    };
    readonly share: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: number | "undefined";
      readonly parts: {
        readonly value: number | "undefined";
      };
    };
  };
}
`);
  });
});
