import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOf, mergePatch, valueAt } from "../../../src/load/variant/merge.ts";
import { frozen } from "../../kinds/tiny.ts";

/* RFC 7396: every example of its appendix A, and any JSON against the pseudocode of its section 2. */

const appendix: readonly (readonly [unknown, unknown, unknown])[] = [
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: "b", b: "c" }, { a: null }, { b: "c" }],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: "c" }, { a: ["b"] }, { a: ["b"] }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
  [
    ["a", "b"],
    ["c", "d"],
    ["c", "d"],
  ],
  [{ a: "b" }, ["c"], ["c"]],
  [{ a: "foo" }, null, null],
  [{ a: "foo" }, "bar", "bar"],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: "b", c: null }, { a: "b" }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

type Tree = { [key: string]: unknown };

/** The pseudocode of section 2, word for word, on a copy that it may change. */
function oracle(target: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const isObject = typeof target === "object" && target !== null && !Array.isArray(target);
  const copy = (isObject ? target : {}) as Tree;
  for (const name of Object.keys(patch)) {
    const value = (patch as Tree)[name];
    if (value === null) delete copy[name];
    else copy[name] = oracle(copy[name], value);
  }
  return copy;
}

/** JSON whose keys come from few names, so that the two have keys in common. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<unknown>(null, 0, 1, "x", "", true, false),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "~", "/", "0"), tie("json"), { maxKeys: 4 }),
  ),
}));

describe("a merge", () => {
  it.each(appendix)("of %j with %j is %j", (target, patch, expected) => {
    expect(mergePatch(frozen(target), frozen(patch))).toEqual(expected);
  });

  it("of any JSON is that of RFC 7396, and changes neither of the two", () => {
    fc.assert(
      fc.property(json, json, (target, patch) => {
        const expected = oracle(structuredClone(target), structuredClone(patch));
        expect(mergePatch(frozen(target), frozen(patch))).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("reaches no prototype", () => {
    const patch: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}}}',
    );
    const merged = mergePatch({ a: 1 }, patch) as Tree;
    expect(Object.keys(merged).sort()).toEqual(["__proto__", "a", "constructor"]);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(({} as Tree).polluted).toBeUndefined();
    expect((Object as unknown as Tree).polluted).toBeUndefined();
  });

  it("takes what an object has from elsewhere for nothing", () => {
    expect(mergePatch({}, { toString: { a: 1 } })).toEqual({ toString: { a: 1 } });
    expect(valueAt({}, "/toString")).toBeUndefined();
  });
});

describe("the changes of a patch", () => {
  const target = { a: { b: 1, list: [1, 2] }, c: "x" };

  it("are the values set, each as high up as it is set whole", () => {
    const patch = { a: { b: 2, list: [3], "~/": { deep: 1, no: null } }, c: { d: 1 } };
    expect(changesOf(target, patch)).toEqual([
      { path: "/a/b", value: 2, before: 1, beside: ["b", "list"] },
      { path: "/a/list", value: [3], before: [1, 2], beside: ["b", "list"] },
      { path: "/a/~0~1", value: { deep: 1 }, before: undefined, beside: ["b", "list"] },
      { path: "/c", value: { d: 1 }, before: "x", beside: ["a", "c"] },
    ]);
  });

  it("are the values taken out, also those that were not there", () => {
    expect(changesOf(target, { a: { b: null, z: null } })).toEqual([
      { path: "/a/b", value: null, before: 1, beside: ["b", "list"] },
      { path: "/a/z", value: null, before: undefined, beside: ["b", "list"] },
    ]);
  });

  it("are none where the patch says nothing", () => {
    expect(changesOf(target, { a: {} })).toEqual([]);
  });

  it("give, put in one by one, what the merge gives", () => {
    const isTree = (value: unknown): value is Tree =>
      typeof value === "object" && value !== null && !Array.isArray(value);
    fc.assert(
      fc.property(json.filter(isTree), json.filter(isTree), (target, patch) => {
        const copy = structuredClone(target) as Tree;
        for (const { path, value } of changesOf(target, patch)) {
          const keys = path.split("/").slice(1);
          const plain = keys.map((k) => k.replaceAll("~1", "/").replaceAll("~0", "~"));
          const last = plain.pop() as string;
          const holder = plain.reduce<Tree>((at, key) => at[key] as Tree, copy);
          if (value === null) delete holder[last];
          else holder[last] = value;
        }
        expect(copy).toEqual(mergePatch(target, patch));
      }),
    );
  });
});
