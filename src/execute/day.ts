import type { Ruleset } from "../kinds/ruleset.ts";
import { daysOf, settingsOn } from "../ruleset/dates.ts";
import { TiercutError } from "../ruleset/diagnostics.ts";
import type { DocumentOf } from "../ruleset/document.ts";
import { isDay } from "../ruleset/literals.ts";
import type { Settings } from "../ruleset/settings.ts";
import { quote } from "../ruleset/show.ts";

/** Finds the day to compile for: the one asked for, or the one the ruleset was loaded for. */
export function dayFor(ruleset: Ruleset<unknown>, asked: unknown): string | undefined {
  const { on: loaded, document } = ruleset;
  if (asked === undefined) return loaded;
  if (!isDay(asked)) {
    throw new TiercutError(`${quote(asked)} is no day: write one such as "2012-03-01"`);
  }
  if (loaded !== undefined && loaded !== asked) {
    throw new TiercutError(
      `\`${document.id}\` was loaded for ${loaded}, and can't be compiled for ${asked}: load it for that day, when another version may be in force`,
    );
  }
  const { from, to } = document.effective;
  if ((from === undefined || from <= asked) && (to === undefined || asked <= to)) return asked;
  const span = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" ");
  throw new TiercutError(
    `\`${document.id} ${document.version}\` is not in force on ${asked}: it is ${span}`,
  );
}

/** Reads the dated values of a day; without a day there must be none but those that are chosen. */
export function datedSettings(
  document: DocumentOf<unknown>,
  on: string | undefined,
  chosen: Settings,
): Settings {
  if (on !== undefined) return settingsOn(document.parameters, on);
  const open = Object.entries(document.parameters).filter(
    ([name, p]) => daysOf(p).length > 0 && !Object.hasOwn(chosen, name),
  );
  if (open.length === 0) return {};
  const names = open.map(([name]) => `\`${name}\``).join(", ");
  throw new TiercutError(
    `what ${names} of \`${document.id}\` is depends on the day: compile with \`on\`, such as { on: "2012-03-01" }, or load it for that day`,
  );
}
