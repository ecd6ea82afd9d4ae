import { type Ruleset, written } from "../../kinds/ruleset.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { warn } from "../messages.ts";

/** What analysis found, and what the ruleset says is meant to be so. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  /** Warnings that the ruleset silences, each with the name of what silences it. */
  readonly silenced: readonly { readonly diagnostic: Diagnostic; readonly by: string }[];
}

/** Sets apart the warnings that the ruleset says are meant; one that silences nothing is a warning. */
export function silenced({ document }: Ruleset<unknown>, found: readonly Diagnostic[]): Linted {
  const entries = Object.entries(written(document).silenced ?? {});
  const by = (d: Diagnostic) => entries.find(([, e]) => e.code === d.code && e.at === d.path)?.[0];
  const idle = entries.filter(([name]) => !found.some((d) => by(d) === name));
  return {
    diagnostics: [
      ...found.filter((d) => by(d) === undefined),
      ...idle.map(([name, { code, at }]) =>
        warn("unused-silence", pointer("silenced", name), { name, code, at }),
      ),
    ],
    silenced: found.flatMap((diagnostic) => {
      const name = by(diagnostic);
      return name === undefined ? [] : [{ diagnostic, by: name }];
    }),
  };
}
