import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meetSlots } from "../../../src/analyze/rebase/slots.ts";
import { frozen, type Json } from "../../kinds/tiny.ts";
import { isTree, patchBetween } from "./arbitraries.ts";

/*
 * What a parameter is set to is merged day by day. Against it: all days there are, one by one, each
 * merged on its own.
 */

const days = ["2005-01-01", "2005-01-02", "2005-01-03"];
/** A day before all, one for each, and one after all. */
const calendar = ["2004-12-31", ...days, "2005-01-04"];

/** The value of a day: the last one set on it or before it. */
function valueOn({ default: usual, dated = {} }: Json, day: string): unknown {
  let value = usual;
  for (const [from, set] of Object.entries(dated as Json).sort()) if (from <= day) value = set;
  return value;
}

function patched(target: unknown, patch: unknown): unknown {
  if (!isTree(patch)) return patch;
  const copy = isTree(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete copy[key];
    else copy[key] = patched(copy[key], value);
  }
  return copy;
}

const value = fc.constantFrom(1, 2, 3);
const dated = fc.dictionary(fc.constantFrom(...days), value, { maxKeys: 3 });
const slots = fc.record({ default: value, dated }, { requiredKeys: [] });
const short = value.map((v) => ({ default: v, dated: null }));

/** Two versions of a base, and a patch: of another setting, in the short form, or of any days. */
const cases = fc.record({ before: slots, after: slots }).chain(({ before, after }) =>
  fc
    .oneof(
      slots.map((own) => patchBetween(before, own) as Json),
      short,
      fc.record({ default: value, dated }, { requiredKeys: [] }),
    )
    .map((patch) => ({ before, after, patch })),
);

describe("a parameter by its days", () => {
  it("is merged day by day, or listed; then each day that clashes has the variant's", () => {
    const property = fc.property(cases, (c) => {
      const [before, after, patch] = [c.before, c.after, c.patch].map(frozen) as [Json, Json, Json];
      const own = patched(before, patch) as Json;
      const met = meetSlots({ before, after, own }, patch, "/p");
      const clash = met.find((m) => m.is === "clash");
      const rewritten = clash?.rewrites[0] ? { ...patch, dated: clash.rewrites[0].value } : patch;
      const [lines, comes] = [patched(after, patch), patched(after, rewritten)] as [Json, Json];
      const stated = Object.keys(patch).length > 0;
      let clashes = false;
      for (const day of calendar) {
        const [was, is, set] = [before, after, own].map((p) => valueOn(p, day));
        const both = was !== set && was !== is && set !== is;
        const wanted = was === set ? is : set;
        const isWrong = both || valueOn(lines, day) !== wanted;
        clashes ||= isWrong && stated;
        // A value once set can't be unset from a later day on: then the variant's goes on.
        if (!clash) expect(valueOn(comes, day)).toBe(wanted);
        else if (isWrong && set !== undefined) expect(valueOn(comes, day)).toBe(set);
        else if (!isWrong && wanted !== undefined) expect(valueOn(comes, day)).toBe(wanted);
      }
      expect(clash !== undefined).toBe(clashes);
    });
    fc.assert(property, { numRuns: 5000 });
  });
});
