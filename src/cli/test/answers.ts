import { readFacts } from "../../execute/facts.ts";
import type { Program } from "../../execute/program.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import type { Type } from "../../plan/type.ts";
import type { Fact } from "../../ruleset/schema/fact.ts";
import { suggestion } from "../../ruleset/suggest.ts";
import type { Text } from "../../ruleset/text.ts";
import { listed, Refused, show } from "../io.ts";
import { outputsOf } from "../job/facts.ts";
import { checkColumn } from "../mapping/apply.ts";
import { cellReader } from "../mapping/cell.ts";
import type { CellRead } from "../mapping/reading.ts";
import type { MappedColumn, Mapping } from "../mapping/schema.ts";

/** A column of known answers, and what it answers. */
export interface Answer {
  readonly decision: string;
  /** Without it, the outcome. */
  readonly part?: string | undefined;
  readonly column: string;
  readonly as: Omit<MappedColumn, "column">;
}

/** Lists the columns of answers: an option names another column than a mapping, whose words it keeps. */
export function answersIn(
  written: readonly string[],
  { answers = {} }: Pick<Mapping, "answers">,
): readonly Answer[] {
  const entries = written.map(entryOf);
  const twice = entries.find(([name], i) => entries.findIndex(([n]) => n === name) !== i);
  if (twice) throw new Refused(`--answer gives ${show(twice[0])} twice: keep one of the two`);
  const mapped = Object.entries(answers).map(([name, stated]): readonly [string, MappedColumn] => [
    name,
    typeof stated === "string" ? { column: stated } : stated,
  ]);
  const all = new Map(mapped);
  for (const [name, column] of entries) all.set(name, { ...all.get(name), column });
  return [...all].map(([name, { column, ...as }]) => {
    const [decision = "", ...part] = name.split(".");
    return { decision, part: part.length > 0 ? part.join(".") : undefined, column, as };
  });
}

function entryOf(written: string): readonly [name: string, column: string] {
  const at = written.indexOf("=");
  const [name, column] = [written.slice(0, at).trim(), written.slice(at + 1).trim()];
  if (at > 0 && column !== "") return [name, column];
  throw new Refused(`--answer takes \`decision=column\`, and this is ${show(written)}`);
}

/** Makes the reader of the answers in one column: a blank one is no answer. */
export function answerReader(answer: Answer, program: Program): (cell: unknown) => CellRead {
  const { decision, part, as } = answer;
  const planned = program.plan.decisions[decision] as PlannedDecision;
  const name = part === undefined ? decision : `${decision}.${part}`;
  const found = partOf(planned, part);
  const fact = factOf(found, program);
  const states = ["undetermined", ...(found.undefinedWhen === undefined ? [] : ["undefined"])];
  const isState = (value: unknown) => states.some((s) => s === value);
  const values = Object.entries(as.values ?? {}).filter(([, value]) => !isState(value));
  checkColumn(name, fact, { ...as, values: Object.fromEntries(values) });
  const read = cellReader(fact, as);
  return (cell) => {
    if (as.values === undefined && isState(asWritten(cell))) return { value: asWritten(cell) };
    const found = read(cell);
    if (!("value" in found) || isState(found.value)) return found;
    const [fault] = readFacts({ [name]: fact }, { [name]: found.value }).faults;
    return fault ? { message: fault.message, help: fault.help } : found;
  };
}

const asWritten = (cell: unknown) => (typeof cell === "string" ? cell.trim() : cell);

/** Finds what a column answers: an outcome that is one value, or one part of it. */
function partOf(planned: PlannedDecision, part: string | undefined): Part {
  const { name, outcome, parts, grain } = planned;
  const outputs = outputsOf(planned);
  if (part === undefined && !Array.isArray(outcome)) return outputs[0] as Part;
  const names = [...new Set([...outputs, ...parts].map((p) => p.name))];
  if (part === undefined) {
    throw new Refused(
      `${show(name)} comes to several values: say which of them a column holds, as in --answer ${name}.${names[0]}=COLUMN; there are ${listed(names)}`,
    );
  }
  if (grain === "population") {
    throw new Refused(
      `${show(name)} needs its population, and of that a case states the outcome alone: leave ${show(`${name}.${part}`)} out`,
    );
  }
  const found = [...outputs, ...parts].find((p) => p.name === part);
  if (found) return found;
  const { near, known } = suggestion(part, names);
  throw new Refused(
    `${show(name)} has no part ${show(part)}; ${near ? `did you mean \`${near}\`?` : `it has ${known.en}`}`,
  );
}

/** A part as if it were a fact, so that its answers are read and checked as facts are. */
function factOf(part: Part, program: Program): Fact {
  const type = program.plan.nodes[part.node]?.type ?? { kind: "any" };
  const { label } = part.origin;
  const shared = { subjects: [], label };
  return {
    ...shared,
    ...(types[type.kind] as (type: Type, part: Part) => TypeOf)(type, part),
  } as Fact;
}

type TypeOf = Pick<Fact, "type">;
type Types = { [K in Type["kind"]]: (type: Extract<Type, { kind: K }>, part: Part) => TypeOf };

/** A number of more decimals than an outcome has is an answer, if one that can't be right. */
const finest = 12;
const noUnit: Text = { zh: "1", en: "numbers" };

const types: Types = {
  boolean: () => ({ type: "boolean" }),
  number: ({ min, max }, { unit = noUnit }) =>
    ({ type: "number", scale: finest, min, max, unit }) as TypeOf,
  label: (type, part) => ({ type: "label", values: valuesOf(type, part) }) as TypeOf,
  list: (type, part) => ({ type: "list", values: valuesOf(type, part) }) as TypeOf,
  text: () => ({ type: "text" }),
  date: () => ({ type: "date" }),
  any: () => ({ type: "text" }),
};

function valuesOf({ values }: { readonly values: readonly string[] }, { outcomes = {} }: Part) {
  const names = [...new Set([...Object.keys(outcomes), ...values])];
  return Object.fromEntries(names.map((v) => [v, { label: outcomes[v] ?? { zh: v, en: v } }]));
}
