import { describe, expect, it } from "vitest";
import type { Schema } from "../../../src/emit/json-schema/form.ts";
import { schemaOf } from "./editor.ts";

/* Every key of the language, and every value of a closed list, is explained in both languages. */

interface Told {
  readonly where: string;
  readonly text: string | undefined;
}

/** Lists what is told of every key and value, with where it stands. */
function toldIn(schema: Schema, where: string): readonly Told[] {
  const { properties = {}, enum: values = [], enumDescriptions = [] } = schema;
  // The value that names a kind is told where the kinds are listed, and a test tells nothing.
  const told = Object.entries(properties).flatMap(([key, s]): Told[] =>
    s.const !== undefined || s.doNotSuggest
      ? []
      : [{ where: `${where}.${key}`, text: s.description }],
  );
  const meant = schema.type === "string" || schema.description ? values : [];
  return [
    ...told,
    ...meant.map((v, i) => ({ where: `${where}=${v}`, text: enumDescriptions[i] })),
    ...Object.entries(schema).flatMap(([keyword, inner]) =>
      keyword === "definitions" || typeof inner !== "object"
        ? []
        : inSchemas(keyword, inner, where),
    ),
  ];
}

function inSchemas(keyword: string, inner: unknown, where: string): readonly Told[] {
  const isMap = keyword === "properties" || keyword === "patternProperties";
  if (!isMap && !Array.isArray(inner)) return toldIn(inner as Schema, where);
  return Object.entries(inner as object).flatMap(([key, s]) =>
    typeof s === "object" && s !== null
      ? toldIn(s as Schema, isMap ? `${where}.${key}` : where)
      : [],
  );
}

describe.each(["ruleset", "variant"] as const)("the schema of a %s", (which) => {
  const { definitions, ...root } = schemaOf(which);
  const all = Object.entries({ ...definitions, [which]: root }).flatMap(([name, s]) =>
    toldIn(s as Schema, name),
  );

  it("tells of every key and value in Chinese, then in English", () => {
    const wrong = all.filter(({ text }) => {
      const [zh = "", en = "", ...more] = text?.split("\n") ?? [];
      const english = en.replaceAll(/`[^`]*`/g, "");
      const isBoth =
        /\p{Script=Han}/u.test(zh) && /[a-z]/.test(en) && !/\p{Script=Han}/u.test(english);
      return !isBoth || more.length > 0 || /[.。]$/m.test(text ?? "");
    });
    expect(wrong).toEqual([]);
  });

  it("tells of each key that a shipped ruleset uses", () => {
    expect(all.length).toBeGreaterThan(200);
    const keys = new Set(all.map(({ where }) => where.split(".").at(-1)));
    const used =
      "closed from outcome hitPolicy dimensions indicators maximum partition tieBreak route";
    expect(used.split(" ").filter((k) => !keys.has(k))).toEqual([]);
  });
});
