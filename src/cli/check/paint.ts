import type { Io } from "../io.ts";

/** What a piece of a report is, by which it is coloured. */
const codes = {
  error: "31;1",
  warning: "33;1",
  note: "36",
  see: "36",
  place: "1",
  gutter: "2",
  mend: "32",
  good: "32",
} as const;
export type Style = keyof typeof codes;

/** Colours a piece of a report, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Colours only what a person reads on a terminal, and nothing where `NO_COLOR` is set. */
export function painter({ stdout, env = {} }: Io): Paint {
  const colours = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  return (style, text) => (colours ? `\u001b[${codes[style]}m${text}\u001b[0m` : text);
}
