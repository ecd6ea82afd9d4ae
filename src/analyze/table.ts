import { canonical } from "../execute/canonical.ts";
import type { Body } from "../kinds/table/rows.ts";
import type { NodeId } from "../plan/node.ts";
import { pointer } from "../ruleset/diagnostics.ts";
import { canBe } from "./diagram/possible.ts";
import { type Region, regionsOf } from "./diagram/region.ts";
import type { Ref } from "./diagram/space.ts";
import type { Sense, Symbols } from "./diagram/symbols.ts";
import { type Account, accountIn } from "./diagram/witness.ts";
import { ask, nodeAt, type Question, type Study, valuesOf } from "./study.ts";

/** Where a table leaves an account without a row, or gives it several; which rows never count. */
export interface TableFindings {
  readonly s: Symbols;
  /** Boxes that no row covers, each with an account in it; none where `otherwise` covers them. */
  readonly gaps: readonly Located[];
  readonly overlaps: readonly Overlap[];
  readonly unreachable: readonly { readonly row: string; readonly never: boolean }[];
  /** Were all gaps listed, and an account found in each, or shown that there is none. */
  readonly complete: boolean;
}

export interface Located {
  readonly region: Region;
  readonly account: Account;
}

/** Two rows that match the same account. `settled`: the hit policy says which of them counts. */
export interface Overlap extends Located {
  readonly first: string;
  readonly second: string;
  readonly settled: boolean;
  /** Does everything that one row matches also match the other. */
  readonly nested: boolean;
}

interface Row {
  readonly name: string;
  readonly node: NodeId;
  readonly when: Ref;
  readonly then: string;
}

export interface Table extends Body {
  readonly collect?: string | undefined;
}

export const isTrue = (leaf: Sense) => leaf.is === "value" && leaf.value === true;
export const isFalse = (leaf: Sense) => leaf.is === "value" && leaf.value === false;

/** Holds every row of a table against every other, over all of its columns together. */
export function analyseTable(study: Study, path: string, table: Table): TableFindings {
  const q = ask(study);
  const rows = rowsOf(study, q, path, table);
  const { gaps, complete } = gapsOf(study, q, table, rows);
  const pairs = overlapsOf(study, q, table, rows);
  return {
    s: q.s,
    gaps,
    overlaps: pairs.flatMap((pair) => (typeof pair === "object" ? [pair] : [])),
    complete: complete && !pairs.includes("open"),
    unreachable: unreachableIn(q, table, rows),
  };
}

function rowsOf(study: Study, q: Question, path: string, table: Table): readonly Row[] {
  const names =
    table.hitPolicy === "first" || table.hitPolicy === "collect"
      ? (table.order ?? Object.keys(table.rows))
      : Object.keys(table.rows);
  return names.flatMap((name) => {
    const node = nodeAt(study, path + pointer("rows", name));
    if (node === undefined) return [];
    return [{ name, node, when: q.m(node), then: canonical(table.rows[name]?.then) }];
  });
}

/** A list or a count of the rows that match is an answer where none does. */
const countsNone = ({ hitPolicy, collect = "list" }: Table) =>
  hitPolicy === "collect" && (collect === "list" || collect === "count");

const mostGaps = 200;

type Gaps = Pick<TableFindings, "gaps" | "complete">;

function gapsOf(study: Study, q: Question, table: Table, rows: readonly Row[]): Gaps {
  if (table.otherwise !== undefined || countsNone(table)) return { gaps: [], complete: true };
  const covered = anyOf(q, rows);
  const nodes = rows.map((r) => r.node);
  const isGap = (account: Account) =>
    valuesOf(study, nodes, account)?.every((v) => v === false) ?? false;
  const { regions, complete } = regionsOf(q.s, covered, isFalse, mostGaps);
  const found = regions.map((region) => ({ region, found: accountIn(q.s, region, isGap) }));
  return {
    gaps: found.flatMap(({ region, found }) =>
      typeof found === "string" ? [] : [{ region, account: found.account }],
    ),
    complete: complete && found.every((f) => f.found !== "not-found"),
  };
}

const anyOf = ({ s }: Question, rows: readonly { readonly when: Ref }[]): Ref =>
  rows.reduce(
    (sum, { when }) =>
      s.space.lift([sum, when], ([a, b]) => {
        if ([a, b].some((x) => isTrue(x as Sense))) return s.yes;
        return [a, b].every((x) => isFalse(x as Sense)) ? s.no : s.unknown;
      }),
    s.no,
  );

function overlapsOf(
  study: Study,
  q: Question,
  table: Table,
  rows: readonly Row[],
): readonly (Overlap | "none" | "open")[] {
  if (table.hitPolicy === "collect") return [];
  return rows.flatMap((first, i) =>
    rows.slice(i + 1).flatMap((second) => {
      if (table.hitPolicy !== "unique" && first.then === second.then) return [];
      return [overlapOf(study, q, table, first, second)];
    }),
  );
}

/** Where two rows both match; `open` where that could not be found out. */

function overlapOf(
  study: Study,
  q: Question,
  table: Table,
  first: Row,
  second: Row,
): Overlap | "none" | "open" {
  const { s } = q;
  const both = s.space.lift([first.when, second.when], ([a, b]) =>
    isTrue(a as Sense) && isTrue(b as Sense) ? s.yes : s.no,
  );
  const matches = (account: Account) =>
    valuesOf(study, [first.node, second.node], account)?.every((v) => v === true) ?? false;
  const { regions, complete } = regionsOf(s, both, isTrue, mostGaps);
  let isOpen = !complete;
  for (const region of regions) {
    const found = accountIn(s, region, matches);
    if (found === "not-found") isOpen = true;
    if (typeof found === "string") continue;
    const settled = table.hitPolicy === "first" || table.hitPolicy === "priority";
    const nested = implies(q, first.when, second.when) || implies(q, second.when, first.when);
    const { account } = found;
    return { region, account, first: first.name, second: second.name, settled, nested };
  }
  return isOpen ? "open" : "none";
}

/** Does one row match wherever another does. */
function implies({ s }: Question, a: Ref, b: Ref): boolean {
  const alone = s.space.lift([a, b], ([x, y]) =>
    isTrue(x as Sense) && !isTrue(y as Sense) ? s.yes : s.no,
  );
  return !canBe(s, alone, isTrue);
}

/** Rows that match nothing, or nothing that an earlier row leaves. */
function unreachableIn(q: Question, table: Table, rows: readonly Row[]) {
  const never = (row: Row) => !canBe(q.s, row.when, isTrue);
  const shadowed = shadowedIn(q, table, rows);
  return rows
    .filter((r) => never(r) || shadowed.has(r.name))
    .map((r) => ({ row: r.name, never: never(r) }));
}

function shadowedIn(q: Question, table: Table, rows: readonly Row[]): ReadonlySet<string> {
  const { hitPolicy, order = [] } = table;
  if (hitPolicy !== "first" && hitPolicy !== "priority") return new Set();
  const outputs = Object.keys(rows[0] ? (table.rows[rows[0].name]?.then ?? {}) : {});
  const given = (r: Row, output: string) => String(table.rows[r.name]?.then[output]);
  const orders =
    hitPolicy === "first"
      ? [rows]
      : outputs.map((o) =>
          [...rows].sort((a, b) => order.indexOf(given(a, o)) - order.indexOf(given(b, o))),
        );
  const alive = new Set(orders.flatMap((ranked) => firstHits(q, ranked)));
  return new Set(rows.map((r) => r.name).filter((name) => !alive.has(name)));
}

function firstHits(q: Question, ranked: readonly Row[]): readonly string[] {
  const { s } = q;
  return ranked.flatMap((row, i) => {
    const before = anyOf(q, ranked.slice(0, i));
    const alone = s.space.lift([row.when, before], ([r, b]) =>
      isTrue(r as Sense) && isFalse(b as Sense) ? s.yes : s.no,
    );
    return canBe(s, alone, isTrue) ? [row.name] : [];
  });
}
