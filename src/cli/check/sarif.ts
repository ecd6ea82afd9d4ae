import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type Code, codes } from "../../ruleset/codes.ts";
import type { Language, Text } from "../../ruleset/text.ts";
import { about } from "./about.ts";
import type { Finding, Report, Spot } from "./finding.ts";
import { plain } from "./glyph.ts";
import { isLoud, pathFrom } from "./text.ts";

/** How a report is written as SARIF. */
export interface Telling {
  readonly lang: Language;
  readonly notes: boolean;
  /** The version of the command. */
  readonly version: string;
  /** What the command leaves with. */
  readonly status: number;
}

const schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Writes a report in SARIF 2.1.0, as code hosts and editors take it. */
export function sarifOf(report: Report, telling: Telling): string {
  const { lang, notes, version, status } = telling;
  const told = report.findings.filter((f) => notes || isLoud(f) || f.silenced !== undefined);
  const used = codes.filter((code) => told.some((f) => f.code === code));
  const run = {
    tool: {
      driver: {
        name: "tiercut",
        version,
        language: { en: "en", zh: "zh-CN" }[lang],
        rules: used.map((code) => ruleOf(code, telling)),
      },
    },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: report.unread.length === 0,
        exitCode: status,
        toolExecutionNotifications: report.unread.map(({ file, why, help }) => ({
          level: "error",
          message: { text: sentences(why, help, lang) },
          locations: [{ physicalLocation: { artifactLocation: artifactOf(file, report.cwd) } }],
        })),
      },
    ],
    results: told.map((f) => resultOf(f, used.indexOf(f.code), report.cwd, lang)),
  };
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

/** Where the page of a code is: the documents are published with the package. */
const page = (code: Code, version: string) =>
  `https://unpkg.com/tiercut@${version}/docs/diagnostics.md#${code}`;

function ruleOf(code: Code, { lang, version }: Telling) {
  const text = about[code][lang];
  return { id: code, shortDescription: { text }, help: { text }, helpUri: page(code, version) };
}

function resultOf(finding: Finding, ruleIndex: number, cwd: string, lang: Language) {
  const { code, severity, message, help, spot, related, silenced } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: sentences(message, help, lang) },
    locations: [{ physicalLocation: locationOf(spot, cwd) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((r, id) => ({
            id,
            physicalLocation: locationOf(r.spot, cwd),
            message: { text: plain(r.message[lang]) },
          })),
        }),
    ...(silenced
      ? { suppressions: [{ kind: "inSource", justification: plain(silenced[lang]) }] }
      : {}),
  };
}

/** What is wrong and how to mend it, in one text: SARIF has no place of its own for the second. */
function sentences(message: Text, help: Text, lang: Language): string {
  const [open, close] = lang === "zh" ? ["（", "）"] : [" (", ")"];
  return plain(`${message[lang]}${open}${help[lang]}${close}`);
}

function locationOf({ file, start, end }: Spot, cwd: string) {
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { artifactLocation: artifactOf(file, cwd), region };
}

/** A file inside the folder goes by its path from it, so that a host finds it in its checkout. */
function artifactOf(file: string, cwd: string) {
  const path = pathFrom(file, cwd);
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.split(/[\\/]/).map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}
