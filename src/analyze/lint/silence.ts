import { type Ruleset, written } from "../../kinds/ruleset.ts";
import { laterValues } from "../../load/variant/later.ts";
import type { WarningCode } from "../../ruleset/codes.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { warn } from "../messages.ts";

/** What analysis found, and what the ruleset says is meant to be so. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings that the ruleset silences, each with the name of what silences it. */
  readonly silenced: readonly { readonly diagnostic: Diagnostic; readonly by: string }[];
}

interface Placed {
  readonly diagnostic: Diagnostic;
  /** The place by which it is silenced. */
  readonly at: string;
}

/** Sets apart the warnings that the ruleset says are meant; one that silences nothing is a warning. */
export function silenced(ruleset: Ruleset<unknown>, found: readonly Diagnostic[]): Linted {
  const entries = Object.entries(written(ruleset.document).silenced ?? {});
  const by = ({ diagnostic, at }: Placed) =>
    entries.find(([, e]) => e.code === diagnostic.code && e.at === at)?.[0];
  const own = found.map((diagnostic) => ({ diagnostic, at: diagnostic.path }));
  // What is told of a variant when it is loaded is silenced there, and counts as such here.
  const later = laterValues(ruleset).map(({ at, warning }) => ({ at, diagnostic: warning }));
  const meant = [...own, ...later].flatMap((placed) => {
    const name = by(placed);
    return name === undefined ? [] : [{ diagnostic: placed.diagnostic, by: name }];
  });
  const idle = entries.filter(
    ([name, { code }]) => !ofCatalogue.has(code) && !meant.some((m) => m.by === name),
  );
  return {
    diagnostics: [
      ...own.filter((placed) => by(placed) === undefined).map(({ diagnostic }) => diagnostic),
      ...idle.map(([name, { code, at }]) =>
        warn("unused-silence", pointer("silenced", name), { name, code, at }),
      ),
    ],
    silenced: meant,
  };
}

/** What only all versions of a ruleset together can show. */
const ofCatalogue: ReadonlySet<string> = new Set<WarningCode>(["dates-gap", "dates-overlap"]);
