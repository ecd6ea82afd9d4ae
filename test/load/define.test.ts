import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typesOf } from "../../src/emit/typescript.ts";
import { compile, evaluate, loadRuleset, type Ruleset, TiercutError } from "../../src/index.ts";
import { defineRuleset } from "../../src/load/define.ts";
import { compiled } from "../compiled.ts";
import { decision, frozen, numbers, tiny } from "../kinds/tiny.ts";
import { varied } from "../kinds/varied.ts";
import { kinds } from "./define/kinds.ts";

type Document = Ruleset["document"];

const root = new URL("../../", import.meta.url);
const textOf = (path: string) => readFileSync(new URL(path, root), "utf8");
const shipped = (id: string): Document => JSON.parse(textOf(`rulesets/${id}.json`));
const xian = shipped("xian-unicom-2012");

/** A program that holds each type inferred from a literal against the one that is written. */
function comparison(document: Document): string {
  const named = Object.entries({ facts: document.subjects, decisions: document.decisions });
  const places = named.flatMap(([s, names]) => Object.keys(names).map((n) => `["${s}"]["${n}"]`));
  const keys = named.map(([s]) => `holds<Equal<keyof Spec["${s}"], keyof Policy["${s}"]>>();`);
  return [
    'import { defineRuleset } from "../../src/load/define.ts";',
    'import type { Ruleset } from "../../src/index.ts";',
    `import type { Policy } from "./${document.id}.types.ts";`,
    "type Equal<A, B> =",
    "  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
    "declare function holds<_ extends true>(): void;",
    `const ruleset = defineRuleset(${JSON.stringify(document)});`,
    "type Spec = typeof ruleset extends Ruleset<infer S> ? S : never;",
    ...['["parameters"]', ...places].map((p) => `holds<Equal<Spec${p}, Policy${p}>>();`),
    ...keys,
  ].join("\n");
}

const filesOf = (document: Document, told = document) => ({
  [`test/load/${document.id}.types.ts`]: typesOf({ document: told }),
  [`test/load/${document.id}.ts`]: comparison(document),
});

/** Ten rules, each of which rests on the one before it. */
function row(): Document {
  const named = { ...decision("d", "rule", {}) };
  const first = { fact: "users", operator: "lessThan", value: 1 };
  const names = Array.from({ length: 10 }, (_, i) => `d${i}`);
  const decisions = names.map((name, i) => {
    const when = i === 0 ? first : { decision: `d${i - 1}`, operator: "equal", value: true };
    return [name, { ...named, when }] as const;
  });
  const parts = { id: "row", facts: numbers("users"), decisions: Object.fromEntries(decisions) };
  return tiny(parts) as unknown as Document;
}

const { rule } = kinds.document.decisions;
const other = { ...kinds.document.decisions, rule: { ...rule, subject: "unit" } } as never;

/** What the docs say of types, as files beside the ruleset and the types they speak of. */
function shownInDocs(): Record<string, string> {
  const section = textOf("docs/language.md").split("\n## Types\n")[1] ?? "";
  const code = [...section.matchAll(/```(?:ts|typescript)\n([\s\S]*?)```/g)].map((b) => b[1] ?? "");
  const files = code.map((text, i) => [
    `test/load/docs-${i}.ts`,
    text.replaceAll('from "tiercut"', 'from "../../src/index.ts"'),
  ]);
  const document = shipped("hainan-unicom-2003");
  const beside = {
    "test/load/policy.json": JSON.stringify(document),
    "test/load/policy.types.ts": typesOf({ document }),
  };
  return { ...Object.fromEntries(files), ...beside };
}

/* One run of the compiler over all: most of its time goes into what the files share. */
const random = fc.sample(varied, 30).map((r, i) => ({ ...r, id: `random-${i}` })) as never[];
const found = compiled({
  ...Object.assign({}, ...random.map((r) => filesOf(r))),
  "test/load/define.test-d.ts": undefined,
  ...shownInDocs(),
  ...filesOf(kinds.document),
  ...filesOf(shipped("hainan-unicom-2003")),
  ...filesOf(shipped("anqing-mobile-2010")),
  ...filesOf(xian),
  ...filesOf(row()),
  ...filesOf({ ...kinds.document, id: "wrong" }, { ...kinds.document, decisions: other }),
});
const foundIn = (file: string) => found.filter((f) => f.startsWith(`test/load/${file}`));

describe("what `defineRuleset` infers", () => {
  it("is what the type test states of each kind, and nothing compiles that must not", () => {
    expect(textOf("test/load/define.test-d.ts").match(/@ts-expect-error /g)?.length).toBe(17);
    expect(foundIn("define.test-d.ts")).toEqual([]);
  });

  it.each(["kinds", "hainan-unicom-2003", "anqing-mobile-2010", "xian-unicom-2012", "row"])(
    "is what `tiercut types` writes of %s, of each decision, subject and parameter",
    (id) => {
      expect(foundIn(`${id}.`)).toEqual([]);
    },
  );

  it("is what `tiercut types` writes of random rulesets", () => {
    expect(foundIn("random-")).toEqual([]);
  });

  it("is had as the docs show", () => {
    expect(Object.keys(shownInDocs()).length).toBe(4);
    expect(foundIn("docs-")).toEqual([]);
  });

  it("is not what is written of another ruleset, so that the comparison says something", () => {
    expect(foundIn("wrong.")).toEqual([
      expect.stringContaining("Type 'false' does not satisfy the constraint 'true'"),
    ]);
  });
});

/** A literal whose facts are a misspelt and a missing one. */
const faulty = () =>
  defineRuleset({
    ...plain,
    decisions: {
      low: { kind: "rule", ...about, when: { fact: "user", operator: "lessThan", value: 1 } },
      star: {
        kind: "bands",
        ...about,
        input: { fact: "users" },
        closed: "lower",
        outcomes: { one: text, two: text },
        bands: { low: { outcome: "one" }, high: { from: 10, outcome: "tow" } },
      },
    },
  });
const text = { zh: "例", en: "example" } as const;
const about = { subject: "account", label: text, citation: { rule: "T", clause: "一" } } as const;
const plain = {
  language: "1",
  id: "tiny",
  version: "1.0.0",
  label: text,
  source: { title: "例", issuer: text },
  effective: {},
  subjects: { account: { label: text } },
  facts: { users: { type: "number", subjects: ["account"], unit: text, scale: 0, label: text } },
  parameters: {},
} as const;

function thrownBy(act: () => unknown): TiercutError {
  try {
    act();
  } catch (error) {
    if (error instanceof TiercutError) return error;
  }
  throw new Error("nothing was thrown, or something else");
}

describe("`defineRuleset`", () => {
  it("gives the ruleset that `loadRuleset` gives, and leaves what it was given as it was", () => {
    const literal = frozen(structuredClone(kinds.document));
    const loaded = loadRuleset(literal);
    expect(loaded.ok && loaded.ruleset).toEqual(kinds);
    expect(evaluate(compile(kinds), "bandsTermed", { users: 10 }).outcome).toBe("two");
  });

  it("throws over all faults at once, each with its place and its mend", () => {
    const { message, diagnostics } = thrownBy(faulty);
    expect(diagnostics.map((d) => `${d.code} ${d.path}`)).toEqual([
      "unknown-fact /decisions/low/when",
      "unknown-outcome /decisions/star/bands/high/outcome",
    ]);
    expect(message.split("\n")).toEqual([
      "this ruleset has faults:",
      expect.stringMatching(/^\/decisions\/low\/when: .*did you mean `users`\?/),
      expect.stringMatching(/^\/decisions\/star\/bands\/high\/outcome: .*did you mean `two`\?/),
    ]);
  });

  it("takes JSON, a variant too, and loads it for a day", () => {
    const weights = JSON.parse(textOf("rulesets/variants/xian-weights-2013.json"));
    const on = (day: string) => defineRuleset(weights, { documents: [xian], on: day });
    const sum = (ruleset: Ruleset) => compile(ruleset).settings.weightRevenue;
    expect(sum(on("2013-01-01"))).toBe(0.3);
    expect(sum(on("2012-12-31"))).toBeUndefined();
    expect(thrownBy(() => defineRuleset(weights)).diagnostics[0]?.code).toBe("unknown-base");
  });
});
