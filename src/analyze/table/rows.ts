import type { Body } from "../../kinds/table/rows.ts";
import type { NodeId } from "../../plan/node.ts";
import { canonical } from "../../ruleset/canonical.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { isFalse, isTrue } from "../diagram/leaf.ts";
import type { Ref } from "../diagram/space.ts";
import { nodeAt, type Question, type Study } from "../study.ts";

/** A table, wherever it stands. */
export interface Table extends Body {
  readonly collect?: string | undefined;
}

/** A row as a function: where it matches. */
export interface Row {
  readonly name: string;
  readonly node: NodeId;
  readonly when: Ref;
  /** What it gives, as one text. */
  readonly then: string;
}

/** The rows of a table, in the order in which they are tried. */
export function rowsOf(study: Study, q: Question, path: string, table: Table): readonly Row[] {
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

/** Where one of two functions holds. */
export const either = ({ s }: Question, a: Ref, b: Ref): Ref =>
  s.space.lift([a, b], (of) => {
    if (of.some(isTrue)) return s.yes;
    return of.every(isFalse) ? s.no : s.unknown;
  });

/** Where one of several rows matches. */
export const anyOf = (q: Question, rows: readonly Row[]): Ref =>
  rows.reduce((sum, { when }) => either(q, sum, when), q.s.no);
