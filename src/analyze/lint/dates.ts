import { written } from "../../kinds/ruleset.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { Text } from "../../ruleset/text.ts";
import { warn } from "../messages.ts";
import type { Study } from "../study.ts";

/** Warns of dated values that the ruleset's own period never lets come into force. */
export function dateWarnings({ ruleset }: Study): readonly Diagnostic[] {
  const { parameters, effective } = written(ruleset.document);
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const days = Object.keys(parameter.dated ?? {}).sort();
    return days.flatMap((day, i) => {
      const why = idle(day, days[i + 1], effective);
      const path = pointer("parameters", name, "dated", day);
      return why ? [warn("dates-idle", path, { name, day, why })] : [];
    });
  });
}

interface Period {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function idle(day: string, next: string | undefined, { from, to }: Period): Text | undefined {
  if (to !== undefined && day > to) {
    return { zh: `规则集在 ${to} 之后不再施行`, en: `the ruleset is not in force after ${to}` };
  }
  if (next === undefined || from === undefined || next > from) return undefined;
  return {
    zh: `规则集自 ${from} 起施行，而 ${next} 起已换成另一取值`,
    en: `the ruleset is in force from ${from} on, and another value holds from ${next} on`,
  };
}
