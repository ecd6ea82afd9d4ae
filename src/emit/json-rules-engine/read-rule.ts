import type { DecisionDocument } from "../../kinds/ruleset.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { show } from "../../ruleset/show.ts";
import type { Citation, Text } from "../../ruleset/text.ts";
import { readCondition } from "./read-condition.ts";
import { camelCase, isObject, nothing, type Reading, refuse } from "./reading.ts";

/** What an engine emits where a rule holds. */
export interface RuleEvent {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A rule as a decision, with what was found on the way. */
export interface RuleRead extends Pick<Reading, "rule" | "uses" | "refusals" | "places"> {
  readonly name: string;
  readonly priority: number;
  readonly decision: DecisionDocument;
  readonly event: RuleEvent;
}

/** What is the same for all rules. */
export type Around = Pick<Reading, "facts" | "names" | "given"> & { readonly subject: string };

const keys = ["conditions", "event", "name", "priority"];

/** Reads a rule of an engine; `taken` are the names that decisions have already. */
export function readRule(
  written: unknown,
  rule: number,
  around: Around,
  taken: ReadonlySet<string>,
): RuleRead {
  const properties = propertiesOf(written);
  const event = eventOf(properties.event);
  const words = [properties.name, event.type].flatMap(worded);
  const [fit] = words.map(camelCase).filter((n) => n !== undefined);
  const name = fit ?? `rule${rule}`;
  const head = headOf(event, words[0] ?? name, rule, around.subject);
  const r = readingOf({ rule, decision: name, citation: head.citation, ...around });
  const path = placed(r);
  if (event.type === "" || !isObject(properties.conditions)) refuse(r, "not-a-rule", path);
  else {
    checkKeys(properties, path, r);
    if (taken.has(name)) refuse(r, "same-name", path, { name });
    if (fit === undefined) refuse(r, "unfit-name", path, { name: words[0] ?? "" });
  }
  const decision = decisionOf(head, properties, r);
  return { ...r, name, priority: Number(properties.priority ?? 1), decision, event };
}

const worded = (word: unknown) =>
  (typeof word === "string" && word !== "") || typeof word === "number" ? [String(word)] : [];

type Words = Pick<DecisionDocument, "label" | "citation" | "subject">;

/** Takes the label and the citation from the event, where it states them. */
function headOf({ params }: RuleEvent, called: string, rule: number, subject: string): Words {
  const label = labelOf(params?.label) ?? { zh: called, en: called };
  const own = { rule: called, clause: pointer("rules", rule) };
  return { label, citation: isCitation(params?.citation) ? params.citation : own, subject };
}

function decisionOf(words: Words, { conditions }: Properties, r: Reading): DecisionDocument {
  const to = pointer("decisions", r.decision, "when");
  const at = { from: pointer("rules", r.rule, "conditions"), to, depth: 0 };
  const when = isObject(conditions) ? readCondition(conditions, at, r) : nothing;
  const named = r.named.size ? { conditions: Object.fromEntries(r.named) } : {};
  const rule = { kind: "rule", ...words, ...named, when };
  return rule;
}

type Head = Pick<Reading, "rule" | "decision" | "citation" | "facts" | "names" | "given">;
const readingOf = (head: Head): Reading => ({
  ...head,
  named: new Map(),
  called: new Map(),
  uses: [],
  refusals: [],
  places: new Map(),
});

/** Notes where what a decision states besides its conditions is read, and gives the rule's place. */
function placed({ places, decision, rule }: Reading): string {
  const path = pointer("rules", rule);
  const to = pointer("decisions", decision);
  places.set(to, path);
  places.set(`${to}/label`, `${path}/event/params/label`);
  places.set(`${to}/citation`, `${path}/event/params/citation`);
  return path;
}

type Properties = Readonly<Record<string, unknown>>;

/** Reads a rule in any form that an engine takes: an object, the text of one, or a `Rule`. */
function propertiesOf(written: unknown): Properties {
  if (typeof written === "string") return parsed(written);
  if (!isObject(written)) return {};
  const { toJSON } = written;
  return typeof toJSON === "function" ? (toJSON.call(written, false) as Properties) : written;
}

function parsed(text: string): Properties {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function eventOf(event: unknown): RuleEvent {
  if (!isObject(event) || typeof event.type !== "string") return { type: "" };
  const { type, params } = event as unknown as RuleEvent;
  return params ? { type, params } : { type };
}

function checkKeys(properties: Properties, path: string, r: Reading) {
  for (const key of Object.keys(properties)) {
    if (keys.includes(key) || properties[key] === undefined) continue;
    const isCode = key === "onSuccess" || key === "onFailure";
    refuse(r, isCode ? "own-code" : "passed-over", path + pointer(key), { key });
  }
  const priority = properties.priority ?? 1;
  if (Number.isInteger(priority) && (priority as number) >= 1) return;
  refuse(r, "bad-priority", `${path}/priority`, { value: show(priority) });
}

function labelOf(label: unknown): Text | undefined {
  if (typeof label === "string" && label !== "") return { zh: label, en: label };
  return isObject(label) && "zh" in label && "en" in label ? (label as unknown as Text) : undefined;
}

const isCitation = (value: unknown): value is Citation =>
  isObject(value) && "rule" in value && "clause" in value;
