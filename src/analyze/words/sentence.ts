import { isObject, type JsonObject, ownOf } from "../../load/variant/merge.ts";
import type { Conditions, Operation, Operator } from "../../ruleset/expression.ts";
import { han } from "../../ruleset/phrase.ts";
import { show } from "../../ruleset/show.ts";
import type { Text } from "../../ruleset/text.ts";
import { counted } from "../diff/outcome.ts";
import { entryOf, isText, labelOf, unitOf } from "./names.ts";
import { before, bracketed, joined, phrase, plain } from "./phrase.ts";

/*
 * Tells conditions and expressions as sentences, by the labels of what they mention. It takes any
 * JSON: a part may come from a document that does not load. Over the usual length: each form tells
 * the parts inside it by way of all the others.
 */

/** What a part may mention: the document it stands in, and the decision with its named conditions. */
export interface Context {
  readonly document: unknown;
  readonly decision?: unknown;
}

type Tell = (part: JsonObject, context: Context) => Text;
type Condition = keyof Conditions;

/** Tells a part; `like` is the fact that it is compared with, whose terms and unit it has. */
export function tellPart(part: unknown, context: Context, like?: unknown): Text {
  if (part === undefined || part === null) return { zh: "无", en: "nothing" };
  if (typeof part === "boolean") return part ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof part === "number") return counted(part, unitOfLike(like));
  if (typeof part === "string") return termOf(part, like);
  if (Array.isArray(part))
    return joined(
      part.map((p) => tellPart(p, context, like)),
      "、",
      ", ",
    );
  if (isText(part)) return part;
  if (!isObject(part)) return plain(show(part));
  const tell = tellerOf(part);
  return tell ? tell(part, context) : plain(show(part));
}

/** Is a part told as a sentence; if not, what is in it is told one by one. */
export const isSentence = (part: JsonObject): boolean => tellerOf(part) !== undefined;

function tellerOf(part: JsonObject): Tell | undefined {
  if (typeof part.kind === "string" || typeof part.method === "string") return ofKind;
  return forms.find(([key]) => Object.hasOwn(part, key))?.[1];
}

/** A whole part of a decision is told by its kind: what is in it is told where it is changed. */
const ofKind: Tell = (part) => {
  const kind = String(part.kind ?? part.method);
  return (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? plain(`\`${kind}\``);
};

const kinds: Readonly<Record<string, Text>> = {
  rule: { zh: "是或否", en: "a yes or no" },
  bands: { zh: "分档", en: "bands" },
  table: { zh: "决策表", en: "a table" },
  scorecard: { zh: "打分", en: "a scorecard" },
  cut: { zh: "排名分类", en: "a cut of the population" },
  checklist: { zh: "清单", en: "a checklist" },
  appraisal: { zh: "考核", en: "an appraisal" },
  quota: { zh: "配备", en: "a quota" },
  formula: { zh: "算式", en: "a formula" },
  sum: { zh: "几部分相加", en: "a sum of parts" },
};

const unitOfLike = (like: unknown) => {
  const unit = ownOf(like, "unit");
  return isText(unit) ? unit : undefined;
};

function termOf(name: string, like: unknown): Text {
  const label = ownOf(ownOf(ownOf(like, "values"), name), "label");
  return isText(label) ? label : plain(name);
}

const list = (of: unknown, context: Context): readonly Text[] =>
  (Array.isArray(of) ? of : [of]).map((p) => inBrackets(p, context));

/** A part inside another: what is made of several parts itself stands in brackets. */
function inBrackets(part: unknown, context: Context): Text {
  const told = tellPart(part, context);
  const isMade =
    isObject(part) && madeOf.some((key) => (ownOf(part, key) as unknown[])?.length > 1);
  return isMade ? bracketed(told) : told;
}
const madeOf = ["all", "any", "sum", "difference", "product", "choose"];

const between =
  (key: string, zh: string, en: string): Tell =>
  (part, context) =>
    joined(list(part[key], context), zh, en);

const symbols: Readonly<Record<Operator, Text>> = {
  equal: plain("="),
  notEqual: plain("≠"),
  lessThan: plain("<"),
  lessThanInclusive: plain("≤"),
  greaterThan: plain(">"),
  greaterThanInclusive: plain("≥"),
  in: { zh: "属于", en: "is one of" },
  notIn: { zh: "不属于", en: "is none of" },
  contains: { zh: "含", en: "contains" },
  doesNotContain: { zh: "不含", en: "does not contain" },
  given: { zh: "是否已知：", en: "known:" },
};

/** `mobile users ≥ 10 persons`. */
function comparison(left: Text, part: JsonObject, context: Context, like: unknown): Text {
  const operator = String(part.operator);
  const symbol = Object.hasOwn(symbols, operator) ? symbols[operator as Operator] : plain(operator);
  return before(before(left, symbol), tellPart(part.value, context, like));
}

/** A fact alone, or what it is compared with. */
const ofFact: Tell = (part, context) => {
  const left = labelOf(context.document, "facts", String(part.fact));
  if (part.operator === undefined) return left;
  return comparison(left, part, context, entryOf(context.document, "facts", part.fact));
};

const ofDecision: Tell = (part, context) => {
  const [name = "", output] = String(part.decision).split(".");
  const label = labelOf(context.document, "decisions", name);
  const left = output === undefined ? label : joined([label, plain(output)], " › ", " › ");
  if (part.operator === undefined) return left;
  return comparison(left, part, context, termsOf(entryOf(context.document, "decisions", name)));
};

/** The outcomes of a decision in the form that a fact has its values. */
function termsOf(decision: unknown): unknown {
  const outcomes = ownOf(decision, "outcomes");
  if (!isObject(outcomes)) return undefined;
  const values = Object.entries(outcomes).map(([name, label]) => [name, { label }]);
  return { values: Object.fromEntries(values) };
}

const quotientOf: Tell = (part, context) => joined(list(part.quotient, context), " ÷ ", " ÷ ");

const caseOf: Tell = (part, context) =>
  phrase(
    ([when, then]) => han`${when}时为${then}`,
    ([when, then]) => `${then} where ${when}`,
    [tellPart(part.when, context), tellPart(part.then, context)],
  );

const chooseOf: Tell = (part, context) => {
  const cases = (Array.isArray(part.choose) ? part.choose : []).filter(isObject);
  const told = cases.map((c) => caseOf(c, context));
  const rest = before({ zh: "否则为", en: "otherwise" }, tellPart(part.otherwise, context));
  return joined([...told, rest], "，", ", ");
};

const aggregates: Readonly<Record<string, Text>> = {
  sum: { zh: "合计", en: "the sum" },
  mean: { zh: "平均", en: "the mean" },
  minimum: { zh: "最小值", en: "the least" },
  maximum: { zh: "最大值", en: "the greatest" },
  count: { zh: "个数", en: "the number" },
  quantile: { zh: "分位数", en: "a quantile" },
};

const aggregateOf: Tell = (part, context) => {
  const how = aggregates[String(part.aggregate)] ?? plain(part.aggregate);
  const over = labelOf(context.document, "subjects", String(part.over));
  const of = part.of === undefined ? over : tellPart(part.of, context);
  return phrase(
    ([over, of, how]) => (over === of ? han`全体${over}的${how}` : han`全体${over}的${of}之${how}`),
    ([over, of, how]) =>
      over === of ? `${how} of all: ${over}` : `${how} of ${of} over all: ${over}`,
    [over, of, how],
  );
};

const operations: Readonly<Record<Exclude<Operation, Condition>, Tell>> = {
  sum: between("sum", " + ", " + "),
  difference: between("difference", " − ", " − "),
  product: between("product", " × ", " × "),
  minimum: (p, c) => before({ zh: "最小者：", en: "the least of" }, tellPart(p.minimum, c)),
  maximum: (p, c) => before({ zh: "最大者：", en: "the greatest of" }, tellPart(p.maximum, c)),
  quotient: quotientOf,
  round: (p, c) =>
    phrase(
      ([of]) => `${of}（取整）`,
      ([of]) => `${of}, rounded`,
      [inBrackets(p.round, c)],
    ),
  size: (p, c) => before({ zh: "项数：", en: "the number of entries in" }, tellPart(p.size, c)),
  count: (p, c) =>
    before({ zh: "成立的个数：", en: "how many hold of:" }, joined(list(p.count, c), "；", "; ")),
  when: (p, c) => tellPart(p.when, c),
  move: (p, c) =>
    phrase(
      ([day, by, unit]) => han`${day}后移${by}${unit}`,
      ([day, by, unit]) => `${day} moved by ${by} ${unit}`,
      [tellPart(p.move, c), tellPart(p.by, c), p.unit === "days" ? days : months],
    ),
  choose: chooseOf,
  aggregate: aggregateOf,
};
const days: Text = { zh: "天", en: "days" };
const months: Text = { zh: "个月", en: "months" };

const conditions: Readonly<Record<Condition, Tell>> = {
  fact: ofFact,
  decision: ofDecision,
  expression: (p, c) => comparison(inBrackets(p.expression, c), p, c, unitHolder(p, c)),
  all: between("all", "且", " and "),
  any: between("any", "或", " or "),
  not: (p, c) => before({ zh: "并非", en: "not" }, bracketed(tellPart(p.not, c))),
  condition: (p, c) => labelOf(c.decision, "conditions", String(p.condition)),
  constant: (p) =>
    p.constant === true ? { zh: "总是成立", en: "always" } : { zh: "从不成立", en: "never" },
};

/** What an expression is counted in, where it is one fact. */
const unitHolder = (part: JsonObject, { document }: Context) => {
  const unit = unitOf(document, part.expression);
  return unit ? { unit } : undefined;
};

/** A choice by a reading: what stands under each. */
const readingOf: Tell = (part, context) => {
  const parameter = entryOf(context.document, "parameters", part.reading);
  const cases = isObject(part.cases) ? Object.entries(part.cases) : [];
  const told = cases.map(([name, value]) => {
    const reading = ownOf(ownOf(parameter, "readings"), name);
    return joined([isText(reading) ? reading : plain(name), tellPart(value, context)], "→", " → ");
  });
  const label = labelOf(context.document, "parameters", String(part.reading));
  return joined([label, joined(told, "，", ", ")], "：", ": ");
};

/** A cell of a table: a range, or none of several values. */
const edge =
  (key: string, symbol: string): Tell =>
  (part) =>
    plain(`${symbol} ${show(part[key])}`);
const range: Tell = (part, context) => {
  const edges = Object.entries(ranges).filter(([key]) => Object.hasOwn(part, key));
  return joined(
    edges.map(([, tell]) => tell(part, context)),
    "且",
    " and ",
  );
};
const ranges: Readonly<Record<string, Tell>> = {
  atLeast: edge("atLeast", "≥"),
  above: edge("above", ">"),
  atMost: edge("atMost", "≤"),
  below: edge("below", "<"),
};

/** A value set for a step of a list: how it is ordered. */
const keyOf: Tell = (part, context) =>
  joined(
    [
      tellPart(part.value, context),
      part.order === "ascending"
        ? { zh: "从低到高", en: "lowest first" }
        : { zh: "从高到低", en: "highest first" },
    ],
    "，",
    ", ",
  );

/** Every form of a part by a key that only it has; `reading` and `parameter` may stand anywhere. */
const forms: readonly (readonly [string, Tell])[] = [
  ["parameter", (p, c) => labelOf(c.document, "parameters", String(p.parameter))],
  ["reading", readingOf],
  ...Object.entries(conditions),
  ...Object.entries(operations),
  ...Object.keys(ranges).map((key) => [key, range] as const),
  ["order", keyOf],
];
