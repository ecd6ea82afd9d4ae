import { type ParseArgsConfig, parseArgs } from "node:util";
import { suggestion } from "../ruleset/suggest.ts";
import { counted, Refused, show } from "./io.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Parses a command's words, or says which of them it does not take. */
export function parse<const O extends Options>(args: readonly string[], options: O, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = (error as Error).message;
    const [, dashed] = /^Option '(--[a-z]+).*' argument is ambiguous/.exec(message) ?? [];
    if (dashed !== undefined) {
      throw new Refused(
        `${dashed} is followed by a word that begins with \`-\`: if that is its value, write it as ${dashed}=VALUE`,
      );
    }
    const unknown = /^Unknown option '(--?[^']+)'/.exec(message)?.[1];
    if (unknown === undefined) {
      throw new Refused(`${message.charAt(0).toLowerCase()}${message.slice(1)}\nusage: ${usage}`);
    }
    const { near } = suggestion(
      unknown,
      Object.keys(options).map((o) => `--${o}`),
    );
    const help = near ? `; did you mean \`${near}\`?` : "";
    throw new Refused(`there is no option ${show(unknown)}${help}\nusage: ${usage}`);
  }
}

/** Picks one of the values an option takes. */
export function choice<T extends string>(
  option: string,
  given: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (given === undefined) return undefined;
  const found = allowed.find((a) => a === given.toLowerCase());
  if (found) return found;
  const { near, known } = suggestion(given, allowed);
  throw new Refused(
    `--${option} does not take ${show(given)}; ${near ? `did you mean \`${near}\`?` : `it takes ${known.en}`}`,
  );
}

/** Takes the places of a command apart: exactly those it names. */
export function places<const N extends readonly string[]>(
  given: readonly string[],
  names: N,
  usage: string,
): { readonly [K in keyof N]: string } {
  const missing = names.slice(given.length);
  const extra = given.slice(names.length);
  if (missing.length > 0) {
    const are = missing.length > 1 ? "are" : "is";
    throw new Refused(`${missing.join(" and ")} ${are} missing\nusage: ${usage}`);
  }
  if (extra.length > 0) {
    const many = extra.length > 1 ? `are ${counted(extra.length, "word")}` : "is one word";
    throw new Refused(`${extra.map(show).join(", ")} ${many} too many\nusage: ${usage}`);
  }
  return given as { readonly [K in keyof N]: string };
}

export const languages = ["en", "zh"] as const;
