import { factRange } from "../kinds/lowering.ts";
import { Decimal } from "../plan/decimal.ts";
import type { Value } from "../plan/node.ts";
import { decimals, isDay } from "../ruleset/literals.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import { show } from "../ruleset/show.ts";
import { suggestion } from "../ruleset/suggest.ts";
import type { Known } from "./reference.ts";

/** A fact that can't be what was handed in: which, what it was, why, and how to mend it. */
export interface FactFault {
  readonly fact: string;
  readonly value: unknown;
  readonly message: string;
  readonly help: string;
}

/** What was read of a subject's record. */
export interface ReadFacts {
  readonly known: Known;
  readonly faults: readonly FactFault[];
}

type Declared = Readonly<Record<string, Fact>>;
type Read = { readonly value: Value } | { readonly message: string; readonly help: string };

/**
 * Reads the declared facts out of a record, and checks each: its type, range, scale, and the values
 * it may have. Other keys are left alone. Absent, `null`, `undefined` and a blank text are unknown.
 */
export function readFacts(
  declared: Declared,
  record: Readonly<Record<string, unknown>>,
): ReadFacts {
  const known: Record<string, Value> = {};
  const faults: FactFault[] = [];
  for (const [name, fact] of Object.entries(declared)) {
    const given = Object.hasOwn(record, name) ? record[name] : undefined;
    if (given === undefined || given === null) continue;
    const result = readers[fact.type](given, fact as never);
    if ("value" in result) known[name] = result.value;
    else faults.push({ fact: name, value: given, ...result });
  }
  return { known, faults };
}

type Readers = { [T in Fact["type"]]: (given: unknown, fact: Extract<Fact, { type: T }>) => Read };

const readers: Readers = {
  number: readNumber,
  boolean: (given) =>
    typeof given === "boolean"
      ? { value: given }
      : wrong("it must be true or false", "give `true` or `false`"),
  date: (given) =>
    isDay(given)
      ? { value: given }
      : wrong("it is not a day of the calendar", "write it as YYYY-MM-DD, such as 2010-11-30"),
  text(given) {
    if (typeof given !== "string") return wrong("it must be a text", "give it as a text");
    return { value: given.trim() === "" ? null : given };
  },
  label(given, fact) {
    if (typeof given === "string" && Object.hasOwn(fact.values, given)) return { value: given };
    if (typeof given === "string") return outside(given, fact.values);
    return wrong(
      "it is outside its list of values, which are texts",
      `give a text, such as "${Object.keys(fact.values)[0]}"`,
    );
  },
  list(given, fact) {
    if (!Array.isArray(given)) return wrong("it must be a list", "give a list of its values");
    const entries: unknown[] = Array.from(given);
    const isOwn = (v: unknown) => typeof v === "string" && Object.hasOwn(fact.values, v);
    if (entries.every(isOwn)) return { value: entries as string[] };
    return outside(show(entries.find((v) => !isOwn(v))), fact.values);
  },
};

function readNumber(given: unknown, fact: Extract<Fact, { type: "number" }>): Read {
  const [min, max] = factRange(fact);
  const unit = fact.unit.en;
  if (typeof given !== "number" || !Number.isFinite(given)) {
    return wrong("it must be a number", `give a number of ${unit}, without text around it`);
  }
  if (given < min)
    return wrong(`it is below the least allowed, ${min}`, `give ${unit} from ${min} on`);
  if (given > max)
    return wrong(`it is above the most allowed, ${max}`, `give ${unit} up to ${max}`);
  if (decimals(given) > fact.scale) {
    const places = fact.scale === 0 ? "whole numbers only" : `at most ${counted(fact.scale)}`;
    const message = `it has ${counted(decimals(given))}, and this fact takes ${places}`;
    return wrong(message, "round it where it is made, not here");
  }
  return { value: new Decimal(given) };
}

const counted = (decimals: number) => `${decimals} decimal${decimals === 1 ? "" : "s"}`;

function outside(value: string, values: Readonly<Record<string, unknown>>): Read {
  const { near, known } = suggestion(value, Object.keys(values));
  return wrong(
    "it is outside its list of values",
    near ? `did you mean \`${near}\`?` : `give one of ${known}`,
  );
}

const wrong = (message: string, help: string): Read => ({ message, help });
