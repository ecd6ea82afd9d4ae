import type { Input } from "../asked.ts";
import type { Refuse } from "../refusal.ts";
import { childOf, type Element } from "../xml/element.ts";
import type { FeelLiteral, Names } from "./feel.ts";
import type { DmnCode } from "./messages.ts";
import type { Scope } from "./scope.ts";
import { isUnstated, type Variable } from "./variable.ts";

/** How a decision uses a variable that is handed in. */
export interface Use {
  readonly variable: Variable;
  readonly literals: FeelLiteral[];
  /** The `inputValues` of each column that it is, none where a column has none. */
  readonly values: (Element | undefined)[];
  /** Is it compared with another variable. */
  isCompared: boolean;
}

/** What reading one decision needs at hand, and gathers on the way. */
export interface Reading {
  readonly refuse: Refuse<DmnCode>;
  readonly names: Names;
  readonly uses: ReadonlyMap<string, Use>;
  /** Finds a variable, and refuses one of a type that no fact can have. */
  variable(name: string, at: Element): Variable | undefined;
  refer(variable: Variable): Input["refer"];
  /** Notes that a variable is used, and with which literal it is compared. */
  use(variable: Variable, literal?: FeelLiteral): Use;
  textOf(element: Element): string;
}

/** Reads the text that stands in an element. */
export const textOf = (element: Element | undefined) => childOf(element, "text")?.text.trim() ?? "";

/** Makes a reading of one decision with what it can look at. */
export function readingOf(
  scope: Scope,
  factName: (variable: string) => string,
  refuse: Refuse<DmnCode>,
): Reading {
  const uses = new Map<string, Use>();
  return {
    refuse,
    uses,
    names: scope.names,
    textOf,
    variable(name, at) {
      const found = scope.variables.get(name);
      if (found && !found.type && !isUnstated(found.typeName)) {
        refuse("type", at, { name, type: found.typeName });
        return undefined;
      }
      return found;
    },
    refer({ decision, name }) {
      return decision ? { decision } : { fact: factName(name) };
    },
    use(variable, literal) {
      const known = uses.get(variable.name);
      const use = known ?? { variable, literals: [], values: [], isCompared: false };
      if (!known && !variable.decision) uses.set(variable.name, use);
      if (literal) use.literals.push(literal);
      return use;
    },
  };
}
