import type { DecisionOf } from "../../kinds/schema.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { warn } from "../messages.ts";
import type { Study } from "../study.ts";
import {
  analyseTable,
  type Located,
  type Overlap,
  type Table,
  type TableFindings,
} from "../table.ts";
import { tellAccount, tellSides } from "../tell.ts";
import type { Asked } from "./each.ts";

/** Asks of gaps, overlaps and rows without effect, in tables and in scores that are tables. */
export function ofTables(study: Study): readonly Asked[] {
  const { decisions } = study.document;
  const tables = Object.entries(decisions).flatMap(([name, decision]) =>
    tablesIn(decision, pointer("decisions", name)),
  );
  return tables.map(([path, table]) => ({
    path,
    what: { zh: "这张表", en: "this table" },
    check: () => warnings(study, path, table),
  }));
}

/** The tables in a part of the document: whatever has a hit policy and rows. */
function tablesIn(part: unknown, path: string): readonly (readonly [string, Table])[] {
  if (typeof part !== "object" || part === null) return [];
  const { hitPolicy, rows } = part as Partial<DecisionOf<"table">>;
  if (typeof hitPolicy === "string" && typeof rows === "object") return [[path, part as Table]];
  return Object.entries(part).flatMap(([key, inner]) => tablesIn(inner, path + pointer(key)));
}

function warnings(study: Study, path: string, table: Table): readonly Diagnostic[] {
  const found = analyseTable(study, path, table);
  return [
    ...found.gaps.map((gap) => warn("table-gap", path, whereOf(found, gap, study))),
    ...overlapWarnings(study, path, found),
    ...found.unreachable.map(({ row, never }) =>
      warn("unreachable-row", path + pointer("rows", row), { row, why: never ? empty : shadowed }),
    ),
    ...(found.complete ? [] : [warn("not-analysed", path, { what: theWhole, why: tooMany })]),
  ];
}

function whereOf({ s }: TableFindings, { region, account }: Located, { document }: Study) {
  const { facts } = document;
  return { where: tellSides(s, region.sides, facts), account: tellAccount(account, facts) };
}

/**
 * Overlaps that leave the outcome open are told one by one. Those that the hit policy settles are
 * told once: as a warning where two rows cross, as a note where one is a case of the other.
 */
function overlapWarnings(study: Study, path: string, found: TableFindings): readonly Diagnostic[] {
  const open = found.overlaps.filter((o) => !o.settled);
  const crossing = found.overlaps.filter((o) => o.settled && !o.nested);
  const nested = found.overlaps.filter((o) => o.settled && o.nested);
  const rows = path + pointer("rows");
  const tellAt = (place: string, [first, ...more]: readonly Overlap[], how: Text) => {
    if (!first) return [];
    const words = { first: first.first, second: first.second, settled: how };
    const made = warn("table-overlap", place, { ...words, ...whereOf(found, first, study) });
    const others = [
      { path: rows + pointer(first.first), message: other },
      ...more.map(alsoAt(rows)),
    ];
    return [{ ...made, related: others }];
  };
  return [
    ...open.flatMap((o) => tellAt(rows + pointer(o.second), [o], conflict)),
    ...tellAt(path, crossing, byOrder),
    ...tellAt(path, nested, byOrder).map((d) => ({ ...d, severity: "note" as const })),
  ];
}

const alsoAt = (rows: string) => (o: Overlap) => ({
  path: rows + pointer(o.second),
  message: {
    zh: `\`${o.first}\` 与 \`${o.second}\` 亦然`,
    en: `so do \`${o.first}\` and \`${o.second}\``,
  },
});

const empty: Text = {
  zh: "它的条件互相排斥，或超出了取值范围",
  en: "its cells exclude one another, or lie outside the range of what they test",
};
const shadowed: Text = {
  zh: "它所符合的客户，都先被排在前面的行取走",
  en: "whatever it matches is taken by a row that comes first",
};
const conflict: Text = { zh: "，结果无法确定", en: ", and leave the outcome open" };
const byOrder: Text = {
  zh: "，结果不同，以排序在前的为准",
  en: ": they differ, and the order decides",
};
const other: Text = { zh: "另一行", en: "the other row" };
const theWhole: Text = { zh: "表的空缺与重叠", en: "the gaps and overlaps of this table" };
const tooMany: Text = {
  zh: "为数过多，或其中有的要看全体客户或算出的数值",
  en: "there are too many, or some depend on the population or on computed values",
};
