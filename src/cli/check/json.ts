import { countOf, type Finding, type Report, type Spot } from "./finding.ts";
import { isLoud, pathFrom } from "./text.ts";

/** A place of a file in the report: lines and columns count from 1, a column in UTF-16 units. */
interface Where {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Writes a report as one JSON object. Its form is in docs/command.md, and only grows. */
export function jsonOf(report: Report, notes: boolean): string {
  const { cwd, files, unread, findings } = report;
  const told = {
    form: 1,
    ...countOf(report),
    files: files.map((f) => pathFrom(f, cwd)),
    unread: unread.map(({ file, why, help }) => ({
      file: pathFrom(file, cwd),
      message: why,
      help,
    })),
    diagnostics: findings
      .filter((f) => notes || isLoud(f))
      .map((finding) => findingAsJson(finding, cwd)),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function findingAsJson(finding: Finding, cwd: string) {
  const { code, severity, message, help, document, path, spot, related, silenced } = finding;
  return {
    code,
    severity,
    ...whereOf(spot, cwd),
    ...inDocument(document),
    path,
    message,
    help,
    related: related.map((r) => ({
      ...whereOf(r.spot, cwd),
      ...inDocument(r.document),
      path: r.path,
      message: r.message,
    })),
    ...(silenced ? { silenced } : {}),
  };
}

const inDocument = (document: string | undefined) => (document === undefined ? {} : { document });

function whereOf({ file, start, end }: Spot, cwd: string): Where {
  return {
    file: pathFrom(file, cwd),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
