import { isFalse, isTrue } from "./diagram/leaf.ts";
import { canBe } from "./diagram/possible.ts";
import { type Region, regionsOf } from "./diagram/region.ts";
import type { Ref } from "./diagram/space.ts";
import type { Symbols } from "./diagram/symbols.ts";
import { type Account, accountIn } from "./diagram/witness.ts";
import { ask, type Question, type Study, valuesOf } from "./study.ts";
import { anyOf, type Row, rowsOf, type Table } from "./table/rows.ts";
import { unreachableIn } from "./table/unreachable.ts";

export type { Table } from "./table/rows.ts";

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
    isTrue(a) && isTrue(b) ? s.yes : s.no,
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
  const alone = s.space.lift([a, b], ([x, y]) => (isTrue(x) && !isTrue(y) ? s.yes : s.no));
  return !canBe(s, alone, isTrue);
}
