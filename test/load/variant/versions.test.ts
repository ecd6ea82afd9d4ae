import { describe, expect, it } from "vitest";
import { documentOf } from "../../../src/load/variant/shelf.ts";
import { lowestIn, movedRange } from "../../../src/load/variant/versions.ts";
import { base } from "./small.ts";

/* A range is moved so that it begins at the new version, and keeps the form its author chose. */

describe("a range", () => {
  it.each([
    ["1.0.0", "1.1.0", "1.1.0"],
    ["=1.0.0", "1.1.0", "=1.1.0"],
    ["^1.0.0", "1.1.0", "^1.1.0"],
    ["~1.0.0", "1.1.0", "~1.1.0"],
    ["^1.0.0", "2.0.0", "^2.0.0"],
    [">=1.0.0", "2.3.4", ">=2.3.4"],
    [">1.0.0", "1.1.0", ">=1.1.0"],
    [">=1.0.0 <2.0.0", "1.1.0", ">=1.1.0 <2.0.0"],
    [">=1.0.0  <=1.9.0", "1.1.0", ">=1.1.0 <=1.9.0"],
    // The end is passed: the next one is that of the new version's own line.
    [">=1.0.0 <2.0.0", "2.1.0", ">=2.1.0 <3.0.0"],
    ["^1.0.0 <1.5.0", "1.1.0", "^1.1.0 <1.5.0"],
    ["^1.0.0 <1.5.0", "1.6.0", "^1.6.0"],
    // Where it had no beginning, it has one now: what is older was not merged with.
    ["<2.0.0", "1.1.0", ">=1.1.0 <2.0.0"],
    ["<2.0.0", "2.0.0", ">=2.0.0 <3.0.0"],
    [">=1.0.0 =1.0.0", "1.1.0", "=1.1.0"],
  ])("%s moved to %s is %s", (range, version, expected) => {
    expect(movedRange(range, version)).toBe(expected);
  });
});

describe("the lowest version in a range", () => {
  const versions = ["1.10.0", "1.2.0", "2.0.0", "1.2.0"];
  const documents = versions.map((version) => {
    const read = documentOf(base({ version }));
    if (!read) throw new Error(version);
    return read;
  });
  const found = (range: string, id = "base") =>
    lowestIn(id, range, documents).map((d) => d.version);

  it("is told by numbers and not by letters, twice where it is there twice", () => {
    expect(found("^1.0.0")).toEqual(["1.2.0", "1.2.0"]);
    expect(found("^1.3.0")).toEqual(["1.10.0"]);
    expect(found("^2.0.0")).toEqual(["2.0.0"]);
  });

  it("is none where none is in it, or none has the id", () => {
    expect(found("^3.0.0")).toEqual([]);
    expect(found("^1.0.0", "other")).toEqual([]);
  });
});
