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
  "RULESET   a shipped id (see `tiercut list`) or the path of a ruleset",
  "INPUT     CSV with headings or JSON lines: a file, or - for standard input",
  "",
  "  --decision a,b          the decisions to run; without it, all the input has facts for",
  "  --subject NAME          what a row is; without it, the mapping's or the ruleset's first subject",
  "  --set parameter=value   sets a parameter of the ruleset",
  "  --map FILE              says which column is which fact; without it, columns are matched by",
  "                          the fact's name, label or alias",
  "  --output FILE           writes the results there, whole or not at all",
  "  --format jsonl|csv      one JSON object a line (the default), or CSV",
  "  --parts                 adds the parts of each decision",
  "  --reasons short|full|none   the grounds of each result: ids and clauses, all, or none",
  "  --from csv|jsonl        what the input is, where its name and first character do not tell",
  "  --encoding utf-8|gb18030|gbk    how the input is written",
  "  --row N, --id X         the row to explain: its place from 1 on, or its id",
  "  --lang zh|en            the language of terms, explanations and the summary",
  "  --plan                  shows what a ruleset is lowered to (show)",
  "  --json                  shows it as JSON (show, list)",
  "",
  "Exit status: 0; 1 where rows were rejected; 2 where nothing could be run.",
];
