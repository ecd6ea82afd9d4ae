import fc from "fast-check";
import { expect } from "vitest";
import { rebase } from "../../../src/analyze/rebase.ts";
import { loadRuleset, type Ruleset } from "../../../src/index.ts";
import { frozen, type Json } from "../../kinds/tiny.ts";
import { type Case, resolved } from "./arbitraries.ts";
import {
  changedIn,
  isIn,
  type Leaves,
  leavesOf,
  mergedLeaves,
  overlap,
  wholesOf,
} from "./leaves.ts";
import type { Moved } from "./moved.ts";

/*
 * What a rebase promises of any case, against a merge of three written on its own.
 */

export const loadedBase = (document: Json): Ruleset | undefined => {
  const loaded = loadRuleset(document);
  return loaded.ok ? loaded.ruleset : undefined;
};

/** Moves a case of which all documents load; what does not is no case. */
export function movedCase({ before, after, variant }: Case): Moved {
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
export const always: Readonly<Record<string, Check>> = {
  "the case is what it is meant to be": ({ c, own }) => {
    expect(sorted(leavesOf(resolved(c.variant, c.before)))).toEqual(sorted(own));
  },

  "all is told that becomes otherwise in the variant, and all that the base changed": (s) => {
    const { own, comes, base, found } = s;
    const inherited = placesOf(found.inherited);
    const settings = found.conflicts.map((x) => x.path).filter((p) => p.startsWith("/parameters/"));
    expect(untold(changedIn(own, comes), [...inherited, ...settings])).toEqual([]);
    const listed = found.conflicts.flatMap((x) => [x.path, x.movedTo ?? x.path]);
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
export const plainly: Readonly<Record<string, Check>> = {
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

export function holds(
  cases: fc.Arbitrary<Case>,
  checks: Readonly<Record<string, Check>>,
  numRuns: number,
) {
  const property = fc.property(cases, (c) => {
    const all = seen(c);
    for (const [name, check] of Object.entries(checks)) told(name, () => check(all));
  });
  fc.assert(property, { numRuns });
}

/** Says which check it was that failed. */
function told(name: string, check: () => void) {
  try {
    check();
  } catch (error) {
    throw new Error(name, { cause: error });
  }
}
