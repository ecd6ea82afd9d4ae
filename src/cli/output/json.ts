import type { Result } from "../../execute/result.ts";
import type { Reason } from "../../kinds/told.ts";
import type { Language } from "../../ruleset/text.ts";
import type { Fault } from "../input/row.ts";
import { shorten } from "../io.ts";
import type { RowResult } from "./result.ts";

export const reasonStyles = ["short", "full", "none"] as const;

export interface Style {
  readonly reasons: (typeof reasonStyles)[number];
  readonly parts: boolean;
  readonly lang: Language;
}

/** Writes what came of a row as one line of JSON. */
export function jsonLine(row: RowResult, style: Style): string {
  const { row: place, line, id, status } = row;
  const head = { row: place, line, id, status };
  if (row.status === "rejected")
    return `${JSON.stringify({ ...head, faults: row.faults.map((f) => toldIn(style.lang, f)) })}\n`;
  const results = Object.entries(row.results).map(([name, r]) => [name, told(r, style)]);
  return `${JSON.stringify({ ...head, results: Object.fromEntries(results) })}\n`;
}

/** Tells a fault in one language, and cuts a long value: a broken line may be a whole file. */
function toldIn(lang: Language, { message, help, ...fault }: Fault) {
  const told = { ...fault, message: message[lang], help: help[lang] };
  const { value } = fault;
  if (typeof value === "string") return { ...told, value: shorten(value, 200) };
  const text = JSON.stringify(value) ?? "";
  return text.length > 200 ? { ...told, value: shorten(text, 200) } : told;
}

function told(result: Result, { reasons, parts, lang }: Style) {
  const { outcome, term, missing } =
    result.status === "decided" ? result : { ...result, term: undefined };
  return {
    outcome,
    term: term?.[lang],
    missing: result.status === "undetermined" ? missing : undefined,
    parts: parts ? result.parts : undefined,
    reasons: styles[reasons](result.reasons),
  };
}

type Tell = (reasons: readonly Reason[]) => unknown;

const styles: Readonly<Record<Style["reasons"], Tell>> = {
  none: () => undefined,
  full: (reasons) => reasons,
  short: (reasons) =>
    reasons.map(({ id, citation }) => ({ id, rule: citation?.rule, clause: citation?.clause })),
};
