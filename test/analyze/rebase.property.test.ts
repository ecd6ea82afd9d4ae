import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rebase } from "../../src/analyze/rebase.ts";
import { loadRuleset, type Ruleset } from "../../src/index.ts";
import { frozen, type Json } from "../kinds/tiny.ts";
import { anyCase, type Case, plainCase, resolved, start } from "./rebase/arbitraries.ts";
import {
  changedIn,
  isIn,
  type Leaves,
  leavesOf,
  mergedLeaves,
  overlap,
  wholesOf,
} from "./rebase/leaves.ts";
import type { Moved } from "./rebase/moved.ts";

/*
 * A rebase of random variants to random next versions of their bases, against a merge of three written
 * on its own.
 */

const loadedBase = (document: Json): Ruleset | undefined => {
  const loaded = loadRuleset(document);
  return loaded.ok ? loaded.ruleset : undefined;
};

/** Moves a case of which all documents load; what does not is no case. */
function movedCase({ before, after, variant }: Case): Moved {
  const [from, to] = [before, after].map(loadedBase);
  fc.pre(from !== undefined && to !== undefined);
  const rebased = rebase(frozen(variant), { from: frozen(from), to: frozen(to) });
  fc.pre(rebased.ok);
  return rebased;
}

/** A case and what came of it, with the leaves of all documents. */
interface Seen {
  readonly c: Case;
  readonly found: Moved;
  readonly before: Leaves;
  readonly after: Leaves;
  /** What the variant made of the base as it was, and what it makes of it now. */
  readonly own: Leaves;
  readonly comes: Leaves;
  /** The leaves that the base changed, and those of which the variant says something. */
  readonly base: readonly string[];
  readonly stated: readonly string[];
}

function seen(c: Case): Seen {
  const found = movedCase(c);
  const [before, after, own] = [c.before, c.after, c.own].map(leavesOf) as [L, L, L];
  const restated = [...own.keys()].filter((path) => c.stated.some((s) => overlap(path, s)));
  const stated = [...new Set([...changedIn(before, own), ...restated])];
  const comes = leavesOf(resolved(JSON.parse(found.text), c.after));
  return { c, found, before, after, own, comes, stated, base: changedIn(before, after) };
}
type L = Leaves;

const sorted = (leaves: L) => Object.fromEntries([...leaves].sort(([a], [b]) => (a < b ? -1 : 1)));

type Check = (seen: Seen) => void;

/** What holds whatever is edited. */
const always: Readonly<Record<string, Check>> = {
  "the case is what it is meant to be": ({ c, own }) => {
    expect(sorted(leavesOf(resolved(c.variant, c.before)))).toEqual(sorted(own));
  },

  "all is told that becomes otherwise in the variant, and all that the base changed": (s) => {
    const { own, comes, base, found } = s;
    const inherited = placesOf(found.inherited);
    const settings = found.conflicts.map((x) => x.path).filter((p) => p.startsWith("/parameters/"));
    expect(untold(changedIn(own, comes), [...inherited, ...settings])).toEqual([]);
    const listed = found.conflicts.map((x) => x.path);
    expect(untold(base, [...inherited, ...placesOf(found.agreed), ...listed])).toEqual([]);
  },

  "no line is taken out that the author wrote": ({ c, found }) => {
    const [old, now] = [c.variant, JSON.parse(found.text)].map(leavesOf) as [L, L];
    const written = found.conflicts.filter((x) => x.writtenOut).map((x) => x.written);
    const lost = [...old.keys()].filter(
      (p) => now.get(p) !== old.get(p) && p !== "/extends/version",
    );
    expect(untold(lost, written)).toEqual([]);
  },
};

/** What holds where no value is set by date, and nothing says what a variant may change. */
const plainly: Readonly<Record<string, Check>> = {
  "every place that both changed to something else is listed": (s) => {
    const { after, own, stated, base, found } = s;
    const both = stated.filter((path) => base.includes(path) && after.get(path) !== own.get(path));
    const listed = found.conflicts.map((x) => x.path);
    expect(both.filter((path) => !listed.some((l) => isIn(path, l) || isIn(l, path)))).toEqual([]);
  },

  "without a conflict it comes to a merge of three": ({ found, after, own, stated, comes }) => {
    if (found.conflicts.length > 0) return;
    expect(sorted(comes)).toEqual(sorted(mergedLeaves(after, own, stated)));
  },

  "what is apart is in no conflict": ({ found, before, after, own, stated }) => {
    const [was, is, set] = [before, after, own].map(wholesOf) as [L, L, L];
    const [theirs, ours] = [changedIn(was, is), [...changedIn(was, set), ...stated]];
    if (ours.some((s) => theirs.some((b) => overlap(s, b)))) return;
    expect(found.conflicts.filter((x) => x.reason !== "refused")).toEqual([]);
  },

  "at each conflict it says what the variant said": ({ found, own, comes }) => {
    for (const { path } of found.conflicts) {
      const at = (leaves: L) => sorted(new Map([...leaves].filter(([p]) => isIn(p, path))));
      expect(at(comes)).toEqual(at(own));
    }
  },
};

/** Places that no change that was told has to do with. */
const untold = (places: readonly string[], told: readonly string[]) =>
  places.filter((path) => !told.some((t) => overlap(path, t)));

/** Where changes are, and where what they moved stood before. */
const placesOf = (changes: Moved["inherited"]) =>
  changes.flatMap(({ path, how, before }) =>
    how === "moved" && typeof before === "string" ? [path, path.replace(/[^/]*$/, before)] : [path],
  );

function holds(cases: fc.Arbitrary<Case>, checks: Readonly<Record<string, Check>>) {
  const property = fc.property(cases, (c) => {
    const all = seen(c);
    for (const [name, check] of Object.entries(checks)) told(name, () => check(all));
  });
  fc.assert(property, { numRuns: 150 });
}

/** Says which check it was that failed. */
function told(name: string, check: () => void) {
  try {
    check();
  } catch (error) {
    throw new Error(name, { cause: error });
  }
}

describe("a rebase", () => {
  it("of any variant keeps its promises", { timeout: 120_000 }, () => {
    holds(anyCase, always);
  });

  it("of a plain variant is a merge of three", { timeout: 120_000 }, () => {
    holds(plainCase, { ...always, ...plainly });
  });

  it("comes to the same twice", { timeout: 60_000 }, () => {
    const property = fc.property(anyCase, (c) => {
      expect(movedCase(c)).toEqual(movedCase(c));
    });
    fc.assert(property, { numRuns: 20 });
  });

  it("changes nothing but the range, where the base did not change", { timeout: 60_000 }, () => {
    const same = anyCase.map((c) => ({ ...c, after: { ...c.before, version: "1.1.0" } }));
    const property = fc.property(same, (c) => {
      const found = movedCase(c);
      const text = `${JSON.stringify(c.variant, null, 2)}\n`;
      expect(found.text).toBe(text.replace('"^1.0.0"', '"^1.1.0"'));
      expect([found.conflicts, found.inherited, found.agreed]).toEqual([[], [], []]);
    });
    fc.assert(property, { numRuns: 50 });
  });

  it("never throws over what is in a document", () => {
    const from = loadedBase(start) as Ruleset;
    const sections = "facts parameters decisions notes effective extends version id".split(" ");
    const section = fc.dictionary(fc.constantFrom(...sections), fc.jsonValue());
    const any = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      section,
      section.map((s) => ({ ...head, ...s })),
    );
    const property = fc.property(any, (variant) => {
      const rebased = rebase(variant, { from, to: from });
      expect(rebased.ok || rebased.diagnostics.length > 0).toBe(true);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

const head = {
  language: "1",
  id: "v",
  version: "1.0.0",
  label: { zh: "v", en: "v" },
  extends: { id: "base", version: "^1.0.0" },
};
