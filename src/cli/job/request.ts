import { type Where, whereOptions } from "../catalogue/find.ts";
import { type Encoding, encodings } from "../input/lines.ts";
import { type Format, formats } from "../input/row.ts";
import { Refused, show } from "../io.ts";
import { choice, places } from "../options.ts";

/** What a run is asked for, as written on the command line. */
export interface Request {
  readonly ruleset: string;
  /** Where it is looked for, and the day it is taken for. */
  readonly where?: Where | undefined;
  readonly input: string;
  readonly decisions: readonly string[];
  readonly settings: readonly string[];
  readonly mapping?: string | undefined;
  readonly subject?: string | undefined;
  /** Columns that are no facts, though they may be called like one. */
  readonly aside?: readonly string[] | undefined;
  readonly format?: Format | undefined;
  readonly encoding: Encoding;
}

/** The options that say what is run on which rows. */
export const requestOptions = {
  ...whereOptions,
  decision: { type: "string", multiple: true },
  set: { type: "string", multiple: true },
  map: { type: "string" },
  subject: { type: "string" },
  from: { type: "string" },
  encoding: { type: "string" },
  lang: { type: "string" },
} as const;

const encodingNames = Object.keys(encodings) as readonly (keyof typeof encodings)[];

interface Written extends Where {
  readonly decision?: string[] | undefined;
  readonly set?: string[] | undefined;
  readonly map?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly encoding?: string | undefined;
}

/** Reads what is run on which rows from the words of a command. */
export function readRequest(
  values: Written,
  positionals: readonly string[],
  usage: string,
): Request {
  const [ruleset, input] = places(positionals, ["RULESET", "INPUT"] as const, usage);
  const named = (values.decision ?? []).flatMap((d) => d.split(",")).map((d) => d.trim());
  if (named.includes(""))
    throw new Refused(
      `--decision ${show(values.decision?.join(",") ?? "")} names an empty decision`,
    );
  return {
    ruleset,
    where: { in: values.in, on: values.on },
    input,
    decisions: named,
    settings: values.set ?? [],
    mapping: values.map,
    subject: values.subject,
    format: choice("from", values.from, formats),
    encoding: encodings[choice("encoding", values.encoding, encodingNames) ?? "utf-8"],
  };
}
