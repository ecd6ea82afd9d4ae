/** Tells all commands and options. */
export function help(usages: readonly string[]): string {
  return `${[
    "Runs an operator's policy for enterprise customers on a file of accounts.",
    "",
    ...usages.map((u) => `  ${u}`),
    "",
    ...rest,
  ].join("\n")}\n`;
}

const rest = [
  "RULESET   a shipped id (see `tiercut list`), the path of a ruleset or variant, or with --in the",
  "          id of one in that folder",
  "FILE      the path of a ruleset or variant, or a shipped id",
  "INPUT     CSV with headings or JSON lines: a file, or - for standard input",
  "",
  "  --in FOLDER             where what a variant extends is found by its id, besides what ships;",
  "                          without it, the folder of the file",
  "  --on DATE               the day whose versions and values count, such as 2012-03-01",
  "  --decision a,b          the decisions to run; without it, all the input has facts for",
  "  --subject NAME          what a row is; without it, the mapping's or the ruleset's first subject",
  "  --set parameter=value   sets a parameter of the ruleset",
  "  --map FILE              says which column is which fact; without it, columns are matched by",
  "                          the fact's name, label or alias",
  "  --output FILE           writes the results there, whole or not at all",
  "  --format jsonl|csv      one JSON object a line (the default), or CSV (evaluate)",
  "  --parts                 adds the parts of each decision",
  "  --reasons short|full|none   the grounds of each result: ids and clauses, all, or none",
  "  --from csv|jsonl        what the input is, where its name and first character do not tell",
  "  --encoding utf-8|gb18030|gbk    how the input is written",
  "  --row N, --id X         the row to explain: its place from 1 on, or its id",
  "  --lang zh|en            the language of terms, explanations and the summary",
  "  --plan                  shows what a ruleset is lowered to (show)",
  "  --json                  shows it as JSON (show, list)",
  "  --provenance            shows which document set each value (show)",
  "  --format text|json|sarif    how faults and warnings are written (check)",
  "  --strict                warnings fail too (check)",
  "  --notes                 tells notes and silenced warnings too (check)",
  "  --watch                 checks again whenever a file of the folder changes (check)",
  "",
  "Exit status: 0; 1 where rows were rejected (evaluate, explain) or errors were found (check);",
  "2 where nothing could be run, or a file could not be checked.",
];
