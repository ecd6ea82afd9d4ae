import type { Finding, Point, Report, Spot } from "../../../src/cli/check/finding.ts";

/** The place of a piece of a text. */
export function spotOf(text: string, piece: string, file = "/in/a.json"): Spot {
  const offset = text.indexOf(piece);
  if (offset < 0) throw new Error(`${piece} is not in the text`);
  return { file, text, start: point(text, offset), end: point(text, offset + piece.length) };
}

function point(text: string, offset: number): Point {
  const lines = text.slice(0, offset).split("\n");
  return { offset, line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** A finding about a piece of a text. */
export function finding(spot: Spot, given: Partial<Finding> = {}): Finding {
  return {
    code: "out-of-bounds",
    severity: "error",
    message: { zh: "`90` 超出范围 0 至 50", en: "`90` is outside the bounds 0 to 50" },
    help: { zh: "请写范围内的值", en: "set a value within the bounds" },
    path: "/parameters/五",
    spot,
    related: [],
    ...given,
  };
}

/** A report made in the folder `/in`. */
export function report(findings: readonly Finding[], given: Partial<Report> = {}): Report {
  return { cwd: "/in", files: ["/in/a.json"], unread: [], findings, ...given };
}
