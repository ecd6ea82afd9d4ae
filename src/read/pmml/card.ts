import type { WrittenDecision } from "../../kinds/schema.ts";
import { canonical } from "../../ruleset/canonical.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import { exactNumber } from "../document.ts";
import { type Namer, namer } from "../names.ts";
import { collector, type Refuse } from "../refusal.ts";
import { unreadIn } from "../unread.ts";
import { allIn, childOf, childrenOf, type Element } from "../xml/element.ts";
import { type Field, readField } from "./field.ts";
import { form } from "./known.ts";
import { make, type PmmlCode } from "./messages.ts";
import { wordsIn } from "./predicate.ts";
import { initialOf, readCharacteristics, scorecardOf, validityOf } from "./scorecard.ts";
import { shortfallsOf } from "./shortfalls.ts";

/** A scorecard that was carried over. */
export interface Card {
  readonly model: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly decisions: Readonly<Record<string, WrittenDecision>>;
}

/** What stands around a scorecard in its file. */
interface Around {
  readonly dictionary: Element | undefined;
  /** The fields of the dictionary, each by its name here. */
  readonly data: ReadonlyMap<string, Element>;
  /** What each field is compared with anywhere in the file. */
  readonly literals: ReadonlyMap<string, readonly string[]>;
  readonly name: Namer;
  /** The scorecards before it. */
  readonly read: readonly Card[];
}

/** Looks at what stands around the scorecards of a file. */
export function surroundings(root: Element): Omit<Around, "read"> {
  const dictionary = childOf(root, "DataDictionary");
  const fact = namer("field");
  const fields = dictionary ? childrenOf(dictionary, "DataField") : [];
  const data = new Map(fields.map((f) => [fact(f.attributes.name ?? ""), f]));
  const literals = new Map<string, string[]>();
  for (const { attributes, children } of allIn(root)) {
    const { field, value = "" } = attributes;
    const listed = children.flatMap((c) => (c.name === "Array" ? wordsIn(c.text) : []));
    if (field) literals.set(field, [...(literals.get(field) ?? []), value, ...listed]);
  }
  return { dictionary, data, literals, name: namer("scorecard") };
}

/** Reads a scorecard whole, or says why it can't be carried over. */
export function readCard(card: Element, around: Around) {
  const { refusals, refuse } = collector(make);
  const found = cardOf(card, around, refuse);
  return { refusals, card: refusals.some((r) => r.severity === "error") ? undefined : found };
}

function cardOf(card: Element, around: Around, refuse: Refuse<PmmlCode>): Card {
  for (const read of [around.dictionary, card]) {
    for (const { element, what } of read ? unreadIn(read, form) : []) {
      refuse("unread", element, { what });
    }
  }
  refuseWhole(card, refuse);
  const model = card.attributes.modelName || "Scorecard";
  const fields = fieldsOf(card, around, refuse);
  const reader = { fields, refuse };
  const characteristics = readCharacteristics(card, model, reader);
  const initial = exactNumber(card.attributes.initialScore?.trim() ?? "0");
  if (initial === undefined) refuse("no-points", card);
  if (characteristics.length === 0) refuse("empty", card);
  const names = characteristics.map((c) => c.name);
  const indicators = [
    ...(initial ? [["initialScore", initialOf(initial, model)] as const] : []),
    ...characteristics.map((c) => [c.name, c.indicator] as const),
    ...validityOf(fields, model, ["initialScore", ...names]),
  ];
  const name = around.name(model);
  const shortfalls = shortfallsOf(card, name, characteristics, refuse);
  const decisions = {
    [name]: scorecardOf(model, Object.fromEntries(indicators)),
    ...(shortfalls && { [around.name(`${name} shortfalls`)]: shortfalls }),
  };
  const facts = [...fields.values()].map((f) => [f.input.key, f.declared] as const);
  return { model, facts: Object.fromEntries(facts), decisions };
}

/** Refuses what changes the score as a whole, or says that there is none. */
function refuseWhole(card: Element, refuse: Refuse<PmmlCode>) {
  if ((card.attributes.isScorable ?? "true") !== "true") refuse("not-scorable", card);
  const targets = childOf(card, "Targets");
  if (targets) refuse("rescored", targets, { what: targets.name });
  const outputs = childrenOf(childOf(card, "Output") ?? card, "OutputField");
  for (const output of outputs) {
    const { feature = "predictedValue", name = "" } = output.attributes;
    const isRead = feature === "predictedValue" || feature === "reasonCode";
    if (!isRead) refuse("other-output", output, { name });
  }
}

function fieldsOf(card: Element, around: Around, refuse: Refuse<PmmlCode>) {
  const { data, literals, read } = around;
  const fields = new Map<string, Field>();
  for (const mining of childrenOf(childOf(card, "MiningSchema") ?? card, "MiningField")) {
    const { name = "", usageType = "active" } = mining.attributes;
    if (usageType !== "active") continue;
    const [fact, element] = [...data].find(([, d]) => d.attributes.name === name) ?? [];
    if (!fact || !element) {
      refuse("unknown-field", mining, { name });
      continue;
    }
    const declared = { fact, data: element, mining, literals: literals.get(name) ?? [] };
    const field = readField(declared, refuse);
    if (field) fields.set(name, field);
    const before = read.map((c) => c.facts[fact]).find((f) => f !== undefined);
    if (field && before && canonical(before) !== canonical(field.declared)) {
      refuse("other-treatment", mining, { name });
    }
  }
  return fields;
}
