import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spliced, withValue } from "../../../src/analyze/rebase/splice.ts";
import { frozen } from "../../kinds/tiny.ts";

/* A text is made to say another value, and stays as its author wrote it wherever it says the same. */

const text = `{
    "extends": { "id": "base",   "version": "^1.0.0" },
    "list": [1, 2,
             3],
    "part": {
        "b": { "x": 1 },
        "a": { }
    }
}
`;

describe("a text that is to say another value", () => {
  it("is changed in the value alone", () => {
    const said = withValue(JSON.parse(text), ["extends", "version"], "^1.1.0");
    expect(spliced(text, said)).toBe(text.replace("^1.0.0", "^1.1.0"));
  });

  it("is as it was where it says the same", () => {
    expect(spliced(text, JSON.parse(text))).toBe(text);
  });

  it("has a new value written out as the author indents", () => {
    const said = withValue(JSON.parse(text), ["part", "b", "x"], { y: [1] });
    expect(spliced(text, said)).toBe(
      text.replace(
        '"x": 1',
        '"x": {\n            "y": [\n                1\n            ]\n        }',
      ),
    );
  });

  it("has new entries after the last one, on a line of their own where that has one", () => {
    const said = withValue(JSON.parse(text), ["part", "new"], { y: 1 });
    expect(spliced(text, said)).toBe(
      text.replace('"a": { }', '"a": { },\n        "new": {\n            "y": 1\n        }'),
    );
    const inLine = withValue(JSON.parse(text), ["part", "b", "y"], null);
    expect(spliced(text, inLine)).toBe(text.replace('"x": 1', '"x": 1, "y": null'));
  });

  it("has an entry put in an object that has none", () => {
    const said = withValue(JSON.parse(text), ["part", "a", "y"], 1);
    expect(spliced(text, said)).toBe(
      text.replace('"a": { }', '"a": {\n            "y": 1\n        }'),
    );
  });

  it("keeps its line ends and its tabs", () => {
    const own = text.replaceAll("    ", "\t").replaceAll("\n", "\r\n");
    const said = withValue(JSON.parse(own), ["part", "new"], { y: 1 });
    expect(spliced(own, said)).toBe(
      own.replace('"a": { }', '"a": { },\r\n\t\t"new": {\r\n\t\t\t"y": 1\r\n\t\t}'),
    );
  });

  it("takes names as they are, such as those made of figures", () => {
    const own = '{\n  "z": 1,\n  "4": { "a/b": 2, "~": 3 }\n}';
    const said = withValue(JSON.parse(own), ["4", "a/b"], 5);
    expect(spliced(own, withValue(said, ["9"], "new"))).toBe(
      '{\n  "z": 1,\n  "4": { "a/b": 5, "~": 3 },\n  "9": "new"\n}',
    );
  });

  it("says it, whatever the two are", () => {
    const json = fc.jsonValue({ maxDepth: 2 });
    const keyed = fc.dictionary(fc.constantFrom("a", "b", "4", "~/"), json, { maxKeys: 4 });
    const any = fc.oneof(json, keyed, fc.dictionary(fc.constantFrom("a", "b"), keyed));
    fc.assert(
      fc.property(any, any, fc.constantFrom(0, 1, 3), (before, after, space) => {
        const plain = JSON.parse(JSON.stringify(after));
        const said = spliced(JSON.stringify(before, null, space), frozen(plain));
        expect(JSON.parse(said)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});
