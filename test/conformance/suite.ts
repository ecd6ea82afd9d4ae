import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { needing } from "../data.ts";

const told = new URL("../../docs/other-formats.md", import.meta.url);

/** A case of somebody else's: what it is called, and what they expect. */
export interface Case {
  readonly id: string;
  readonly expected: unknown;
}

interface Suite<C extends Case> {
  /** What is run, in a few words. */
  readonly title: string;
  /** The files it is read from; where one is absent the whole is skipped under a name that says so. */
  readonly files: readonly string[];
  readonly cases: () => readonly C[];
  /** What comes out here; a case that can't be said at all throws. */
  readonly run: (c: C) => unknown;
  /** All that does not apply, by the reason; the only place where a case is let off. */
  readonly lettingOff?: Readonly<Record<string, readonly string[]>>;
  /** How many cases there are, and how many of them apply. */
  readonly counts: readonly [cases: number, apply: number];
}

/**
 * Runs every case: one that is not let off must come out exactly as expected, and one that is let
 * off must not, so that neither list can grow or go stale unseen.
 */
export function conformance<C extends Case>(suite: Suite<C>) {
  const { skip, title } = needing(suite.files, suite.title);
  const reasons = Object.entries(suite.lettingOff ?? {});

  it(`${suite.title}: the documents tell how many agree, and what does not apply`, () => {
    const rows = rowsOf(suite.title, suite.counts, reasons);
    expect(documented(suite.title)).toEqual(rows);
    const off = reasons.reduce((n, [, ids]) => n + ids.length, 0);
    expect(suite.counts[1] + off).toBe(suite.counts[0]);
  });

  describe.skipIf(skip)(title, () => {
    const cases = skip ? [] : suite.cases();
    const off = new Map(reasons.flatMap(([why, ids]) => ids.map((id) => [id, why] as const)));
    const applying = cases.filter((c) => !off.has(c.id));

    it.each(applying.map((c) => [c.id, c] as const))("%s", (_, c) => {
      expect(suite.run(c)).toStrictEqual(c.expected);
    });

    it.each(cases.filter((c) => off.has(c.id)).map((c) => [c.id, c] as const))(
      "%s does not apply",
      (_, c) => {
        expect(attempt(suite.run, c), `${c.id} now applies: take it off the list`).not.toEqual({
          value: c.expected,
        });
      },
    );

    it("knows each case by an id of its own, and lets off only such as there are", () => {
      const ids = cases.map((c) => c.id);
      expect(new Set(ids).size).toBe(ids.length);
      const listed = reasons.flatMap(([, of]) => of);
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed.filter((id) => !ids.includes(id))).toEqual([]);
    });

    it("is whole", () => {
      const counts = [cases.length, applying.length] as const;
      console.info(rowsOf(suite.title, counts, reasons).join("\n"));
      expect(counts).toEqual(suite.counts);
    });
  });
}

function attempt<C>(run: (c: C) => unknown, c: C): { readonly value?: unknown } {
  try {
    return { value: run(c) };
  } catch {
    return {};
  }
}

/** A suite as rows of the table in the documents. */
function rowsOf(
  title: string,
  [cases, apply]: Suite<Case>["counts"],
  reasons: readonly (readonly [string, readonly string[]])[],
): readonly string[] {
  const head = `| **${title}** | **${apply} of ${cases} agree** |`;
  return [head, ...reasons.map(([why, ids]) => `| ${why} | ${ids.length} |`)];
}

/** What the documents say of a suite: its row, and those below it up to the next suite. */
function documented(title: string): readonly string[] {
  const lines = readFileSync(told, "utf8").split("\n");
  const from = lines.findIndex((l) => l.startsWith(`| **${title}** |`));
  if (from < 0) return [];
  const to = lines.findIndex((l, i) => i > from && !/^\| [^*]/.test(l));
  return lines.slice(from, to);
}
