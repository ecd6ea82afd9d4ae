import type { WrittenDecision } from "../../kinds/schema.ts";
import { collector } from "../refusal.ts";
import { unreadIn } from "../unread.ts";
import { allIn, childOf, childrenOf, type Element } from "../xml/element.ts";
import { parseOperand } from "./feel.ts";
import { form } from "./known.ts";
import { make } from "./messages.ts";
import { type Reading, readingOf, textOf, type Use } from "./reading.ts";
import { type Scope, scopeOf } from "./scope.ts";
import { type ReadTable, readTable } from "./table.ts";
import type { Variable } from "./variable.ts";

/** What a decision is read with. */
export interface Around {
  readonly root: Element;
  readonly scope: Scope;
  readonly factName: (variable: string) => string;
}

/** A decision that was carried over: what it is here, what it looks at, and what it gives. */
export interface ReadDecision {
  readonly decision: WrittenDecision;
  readonly uses: ReadonlyMap<string, Use>;
  readonly gives: readonly Variable[];
}

/** What a decision may have beside its logic; none of it says what is decided. */
const aside = [
  "description",
  "extensionElements",
  "question",
  "allowedAnswers",
  "variable",
  "informationRequirement",
  "knowledgeRequirement",
  "authorityRequirement",
  "supportedObjective",
  "impactedPerformanceIndicator",
  "decisionMaker",
  "decisionOwner",
  "usingProcess",
  "usingTask",
];

const attributes = ["id", "name", "label"];

/** Reads a decision whole, or says why it can't be carried over. */
export function readDecision(element: Element, key: string, around: Around) {
  const { refusals, refuse } = collector(make);
  const reading = readingOf(around.scope, around.factName, refuse);
  const name = element.attributes.name || key;
  const logic = childrenOf(element).filter((c) => !aside.includes(c.name));
  const [only] = logic;
  const kinds = { decisionTable: readTable, invocation };
  if (!only || logic.length > 1 || !Object.hasOwn(kinds, only.name)) {
    refuse("no-table", only ?? element, { name, kind: only?.name ?? "decision" });
    return { refusals };
  }
  const strange = Object.keys(element.attributes).filter((a) => !attributes.includes(a));
  for (const what of strange) refuse("unread", element, { what });
  refuseForm(only, around.root, reading);
  const read =
    only.name === "decisionTable"
      ? readTable(only, name, reading)
      : invocation(only, name, around, reading);
  if (!read || refusals.some((r) => r.severity === "error")) return { refusals };
  const gives = givenBy(element, key, read);
  return { refusals, read: { decision: read.table, uses: reading.uses, gives } };
}

/** Refuses what of the logic is not known, and what is written in another language than FEEL. */
function refuseForm(logic: Element, root: Element, { refuse }: Reading) {
  for (const { element, what } of unreadIn(logic, form)) refuse("unread", element, { what });
  for (const element of [root, ...allIn(logic)]) {
    const { expressionLanguage } = element.attributes;
    if (!expressionLanguage || /feel/i.test(expressionLanguage)) continue;
    refuse("language", element, { name: expressionLanguage });
  }
}

/** Reads a decision that hands variables to a table kept apart, as a function. */
function invocation(
  element: Element,
  name: string,
  around: Around,
  reading: Reading,
): ReadTable | undefined {
  const called = textOf(childOf(element, "literalExpression"));
  const models = childrenOf(around.root, "businessKnowledgeModel");
  const model = models.find((m) => m.attributes.name === called);
  const body = childOf(model, "encapsulatedLogic");
  const table = childOf(body, "decisionTable");
  if (!table || !body) {
    reading.refuse("no-table", element, { name, kind: called || element.name });
    return undefined;
  }
  refuseForm(table, around.root, reading);
  const bound = childrenOf(element, "binding").map((b) => bind(b, reading));
  if (bound.some((b) => !b)) return undefined;
  const { scope } = scopeOf(bound as (readonly [string, Variable])[]);
  const inside = readingOf(scope, around.factName, reading.refuse);
  return readTable(table, name, { ...inside, use: reading.use, refer: reading.refer });
}

/** Reads which variable stands for a parameter of the function. */
function bind(binding: Element, reading: Reading): readonly [string, Variable] | undefined {
  const parameter = childOf(binding, "parameter")?.attributes.name ?? "";
  const expression = childOf(binding, "literalExpression");
  const text = textOf(expression);
  const parsed = parseOperand(text, reading.names);
  if ("found" in parsed && "name" in parsed.found) {
    const variable = reading.variable(parsed.found.name, expression ?? binding);
    return variable && [parameter, variable];
  }
  reading.refuse("expression", expression ?? binding, { text });
  return undefined;
}

/** What later decisions can look at: the outcome, or each output of several by its path. */
function givenBy(element: Element, key: string, { table, outputs }: ReadTable): Variable[] {
  const name = childOf(element, "variable")?.attributes.name || element.attributes.name || "";
  if (table.hitPolicy === "collect" && (table.collect ?? "list") === "list") {
    return [{ name, decision: key, typeName: "list" }];
  }
  if (table.collect) return [{ name, decision: key, type: "number", typeName: "number" }];
  return outputs.map((output) => {
    const several = outputs.length > 1;
    const given = [...output.entries, ...(output.otherwise ? [output.otherwise] : [])];
    const words = new Set(given.map((g) => String(g.value)));
    const outcomes = output.outcomes && new Map([...output.outcomes].filter(([w]) => words.has(w)));
    return {
      name: several ? `${name}.${output.name}` : name,
      decision: several ? `${key}.${output.key}` : key,
      type: output.type,
      typeName: output.type,
      ...(outcomes && { outcomes }),
    };
  });
}
