import type { Io } from "../io.ts";
import { readRequest, requestOptions } from "../job/request.ts";
import { type Output, runRequest } from "../job/run.ts";
import { choice, languages, parse } from "../options.ts";
import { reasonStyles } from "../output/json.ts";

export const usage =
  "tiercut evaluate RULESET INPUT [--decision a,b] [--set parameter=value]… [--map FILE] [--output FILE]";

const options = {
  ...requestOptions,
  output: { type: "string" },
  format: { type: "string" },
  reasons: { type: "string" },
  parts: { type: "boolean" },
} as const;

/** Evaluates every row of an input, and tells a summary. */
export async function evaluate(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(args, options, usage);
  const request = readRequest(values, positionals, usage);
  const output: Output = {
    file: values.output,
    format: choice("format", values.format, ["jsonl", "csv"] as const) ?? "jsonl",
    reasons: choice("reasons", values.reasons, reasonStyles) ?? "short",
    parts: values.parts ?? false,
    lang: choice("lang", values.lang, languages) ?? "en",
  };
  const { counts, notes, summary } = await runRequest(request, output, io);
  io.stderr.write([...notes.map((note) => `note: ${note}\n`), summary].join(""));
  return counts.by.rejected > 0 ? 1 : 0;
}
