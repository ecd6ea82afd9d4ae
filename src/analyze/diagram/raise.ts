import { Decimal } from "../../plan/decimal.ts";
import type { Type } from "../../plan/type.ts";
import { dayNumber, dayOf, type Symbols } from "./symbols.ts";
import type { Account } from "./witness.ts";

/** The account in which a fact is so many of its smallest steps higher, or a list one entry longer. */
export function raised(
  s: Symbols,
  fact: string,
  account: Account,
  steps: bigint,
  entry: string | undefined,
): Account {
  const value = account[fact];
  if (value === undefined) return account;
  return { ...account, [fact]: higher(s.facts.get(fact), value, steps, entry) };
}

type Value = NonNullable<Account[string]>;

function higher(
  type: Type | undefined,
  value: Value,
  steps: bigint,
  entry: string | undefined,
): Value {
  if (Array.isArray(value)) return entry === undefined ? value : [...value, entry];
  if (typeof value === "boolean") return true;
  if (type?.kind === "date") return dayOf(BigInt(dayNumber(String(value))) + steps);
  if (type?.kind !== "number") return value;
  const step = new Decimal(10).pow(-type.scale);
  return step
    .times(String(steps))
    .plus(value as number)
    .toNumber();
}
