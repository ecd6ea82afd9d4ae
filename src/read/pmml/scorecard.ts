import type { WrittenOf } from "../../kinds/schema.ts";
import { Decimal } from "../../plan/decimal.ts";
import type { Citation } from "../../ruleset/text.ts";
import { both, exactNumber, subject } from "../document.ts";
import { namer } from "../names.ts";
import { layOut, type Row } from "../rows.ts";
import { childOf, childrenOf, type Element } from "../xml/element.ts";
import type { Field } from "./field.ts";
import { type Reader, readPredicate } from "./predicate.ts";

type Scorecard = WrittenOf<"scorecard">;
type Indicator = Scorecard["dimensions"][string]["indicators"][string];

/** A characteristic as an indicator, and what the file says of its shortfall. */
export interface Characteristic {
  readonly element: Element;
  readonly name: string;
  readonly label: string;
  readonly citation: Citation;
  readonly indicator: Indicator;
}

/** Reads the characteristics of a scorecard, each under a name of its own. */
export function readCharacteristics(card: Element, model: string, reader: Reader) {
  const name = namer("characteristic", [dimension, "initialScore"]);
  const all = childrenOf(childOf(card, "Characteristics") ?? card, "Characteristic");
  return all.flatMap((element): Characteristic[] => {
    const label = element.attributes.name || `Characteristic ${all.indexOf(element) + 1}`;
    const citation = { rule: element.attributes.reasonCode || model, clause: label };
    const indicator = readIndicator(element, label, citation, reader);
    return indicator ? [{ element, name: name(label), label, citation, indicator }] : [];
  });
}

const dimension = "characteristics";

function readIndicator(element: Element, label: string, citation: Citation, reader: Reader) {
  const attributes = childrenOf(element, "Attribute").map((a, i) => {
    return readAttribute(a, `${label} ${i + 1}`, citation, reader);
  });
  const rows = attributes.filter((r) => r !== undefined);
  if (attributes.length === 0) reader.refuse("bad-predicate", element, { what: element.name });
  const [first] = rows;
  if (!first || rows.length < attributes.length) return undefined;
  const points = rows.map((r) => r.then.points);
  const body = layOut(inputsOf(rows, reader.fields), rows);
  const score: Indicator["score"] =
    Object.keys(body.inputs).length > 0
      ? { kind: "table", hitPolicy: "first", ...body }
      : { kind: "formula", value: first.then.points };
  return { label: both(label), citation, maximum: Math.max(...points), score };
}

type Points = Row<{ readonly points: number }>;

function readAttribute(
  element: Element,
  words: string,
  citation: Citation,
  reader: Reader,
): Points | undefined {
  const asked = readPredicate(element, reader);
  const points = exactNumber(element.attributes.partialScore?.trim() ?? "");
  const computed = childOf(element, "ComplexPartialScore");
  if (points === undefined || computed) reader.refuse("no-points", computed ?? element);
  if (!asked || points === undefined || computed) return undefined;
  const rule = element.attributes.reasonCode || citation.rule;
  return { asks: [asked], then: { points }, words: [words], citation: { rule, clause: words } };
}

/** The inputs of a table: the fields that its cells are about. */
function inputsOf(rows: readonly Pick<Points, "asks">[], fields: ReadonlyMap<string, Field>) {
  const keys = new Set(rows.flatMap((r) => r.asks.flatMap((a) => Object.keys(a.cells ?? {}))));
  const used = [...fields.values()].filter((f) => keys.has(f.input.key));
  return Object.fromEntries(
    used.map(({ input, declared }) => {
      return [input.key, { label: declared.label, value: { fact: input.key } }];
    }),
  );
}

/** Reads fields that must be known and valid: an indicator without points, open where one is not. */
export function validityOf(
  fields: ReadonlyMap<string, Field>,
  model: string,
  taken: readonly string[],
) {
  const name = namer("field", [dimension, ...taken]);
  const strict = [...fields.values()].filter((f) => f.valid.length > 0);
  return strict.map((field): [string, Indicator] => {
    const label = `${field.name} (valid)`;
    const citation = { rule: model, clause: label };
    const rows = field.valid.map((asked, i) => {
      const words = [`${label} ${i + 1}`];
      return { asks: [asked], then: { points: 0 }, words, citation };
    });
    const body = layOut(inputsOf(rows, fields), rows);
    const score = { kind: "table", hitPolicy: "first", ...body } as const;
    return [name(`${field.name} valid`), { label: both(label), citation, maximum: 0, score }];
  });
}

/** Puts indicators into a scorecard of one dimension. */
export function scorecardOf(
  model: string,
  indicators: Readonly<Record<string, Indicator>>,
): Scorecard {
  const citation = { rule: model, clause: "Scorecard" };
  const maximum = Decimal.sum(
    0,
    ...Object.values(indicators).map((i) => i.maximum as number),
  ).toNumber();
  const label = { zh: "各项特征", en: "characteristics" };
  return {
    kind: "scorecard",
    subject,
    label: both(model),
    citation,
    maximum,
    dimensions: { [dimension]: { label, citation, maximum, indicators } },
  };
}

/** The points that everybody begins with. */
export function initialOf(points: number, model: string): Indicator {
  const citation = { rule: model, clause: "initialScore" };
  const label = { zh: "起始分", en: "initial score" };
  return { label, citation, maximum: points, score: { kind: "formula", value: points } };
}
