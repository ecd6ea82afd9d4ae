import { basename } from "node:path";
import { idsOf } from "../../execute/facts.ts";
import type { PlannedDecision } from "../../plan/plan.ts";
import { tell } from "../../ruleset/diagnostics.ts";
import type { Settings } from "../../ruleset/settings.ts";
import type { Language } from "../../ruleset/text.ts";
import { readCases } from "../../testing/cases/read.ts";
import type { Case, CaseFile, Expected } from "../../testing/cases/schema.ts";
import { type Io, listed, Refused, show } from "../io.ts";
import { factsOf } from "../job/facts.ts";
import { type Job, prepare } from "../job/prepare.ts";
import type { Request } from "../job/request.ts";
import { absent } from "../mapping/apply.ts";
import type { Answer } from "./answers.ts";
import { printCases } from "./print.ts";
import { type KnownRow, readRows } from "./rows.ts";
import { frames } from "./words.ts";

/** Cases made of rows whose answers are known. */
export interface KnownCases {
  readonly file: CaseFile;
  /** The same as it is written. */
  readonly text: string;
  /** What the user may want to know, one line each. */
  readonly notes: readonly string[];
}

/** Makes cases of the rows of a table: all that they expect is the table's own. */
export async function knownCases(
  request: Request,
  answers: readonly Answer[],
  lang: Language,
  io: Io,
): Promise<KnownCases> {
  const columns = [...new Set(answers.map((a) => a.column))];
  const decisions = [...new Set(answers.map((a) => a.decision))];
  const job = await prepare({ ...request, decisions, aside: columns }, io);
  try {
    const notes = absent(columns, job.table, "the answers name");
    const rows = await readRows(job, answers, lang);
    const made = job.decisions.map((d) => ({
      decision: d.name,
      ...casesOf(d, { job, request, rows, answers, lang }),
    }));
    const cases = made.flatMap((m) => m.cases);
    const file = show(job.source.name);
    if (cases.length === 0) throw new Refused(frames[lang].noAnswer(file, listed(columns, lang)));
    const told = made.map((m) =>
      frames[lang].cases(show(m.decision), m.cases.length, rows.length, m.open),
    );
    return { ...fileOf(cases, job, request, lang), notes: [...notes, ...job.notes, ...told] };
  } finally {
    await job.source.close();
  }
}

/** Puts cases in a file; what runs is what was read back from its text. */
function fileOf(cases: Case[], job: Job, { where }: Request, lang: Language) {
  const on = where?.on;
  const { id: ruleset } = job.program.document;
  const text = printCases({ ruleset, ...(on === undefined ? {} : { on }), cases });
  const read = readCases(text);
  if ("file" in read) return { file: read.file, text };
  const why = frames[lang].unfit(show(job.source.name));
  throw new Refused(`${why}\n${tell(read.diagnostics, lang)}`);
}

interface Known {
  readonly job: Job;
  readonly request: Request;
  readonly rows: readonly KnownRow[];
  readonly answers: readonly Answer[];
  readonly lang: Language;
}

interface Made {
  readonly cases: readonly Case[];
  /** How many rows have no answer. */
  readonly open: number;
}

/** Makes the cases of one decision: one a row, or of a population decision one of all rows. */
function casesOf(decision: PlannedDecision, known: Known): Made {
  const answers = known.answers.filter((a) => a.decision === decision.name);
  const of = decision.grain === "population" ? populationCase : rowCases;
  return of(decision, { ...known, answers });
}

function rowCases(decision: PlannedDecision, known: Known): Made {
  const { rows, answers, job, lang } = known;
  const { name, origin } = decision;
  const answered = rows.filter((row) => answers.some((a) => row.answers.has(a)));
  const wanted = factsOf(job.program.plan, decision);
  const cases = answered.map((row) => ({
    id: row.id ?? String(row.line),
    ...ruleOf(decision),
    says: frames[lang].says(origin.label[lang], nameOf(job), row.line),
    decision: name,
    ...settingsOf(known),
    facts: pick(row.facts, wanted),
    expect: expectedOf(row, answers),
  }));
  return { cases, open: rows.length - answered.length };
}

function expectedOf({ answers }: KnownRow, columns: readonly Answer[]): Expected {
  const own = columns.filter((a) => answers.has(a));
  const parts = own.filter((a) => a.part !== undefined).map((a) => [a.part, answers.get(a)]);
  const outcome = own.find((a) => a.part === undefined);
  return {
    ...(outcome ? { outcome: answers.get(outcome) } : {}),
    ...(parts.length > 0 ? { parts: Object.fromEntries(parts) } : {}),
  };
}

function populationCase(decision: PlannedDecision, known: Known): Made {
  const { rows, answers, job, lang } = known;
  const { name, origin, subject } = decision;
  const outcomes = rows.map((row) => answers.map((a) => row.answers.get(a))[0] ?? null);
  const open = outcomes.filter((o) => o === null).length;
  if (open === rows.length) return { cases: [], open };
  const wanted = new Set([...idsOf(subject), ...factsOf(job.program.plan, decision)]);
  const population = rows.map((row) => pick(row.facts, wanted));
  const says = frames[lang].population(origin.label[lang], nameOf(job));
  const head = { id: name, ...ruleOf(decision), says, decision: name, ...settingsOf(known) };
  return { cases: [{ ...head, subject, population, outcomes }], open };
}

const ruleOf = ({ origin }: PlannedDecision) =>
  origin.citation ? { rule: origin.citation.rule } : {};

/** What was set for the run, so that the cases say it themselves. */
function settingsOf({ request, job }: Known): { readonly parameters?: Settings } {
  const names = request.settings.map((s) => s.slice(0, s.indexOf("=")).trim());
  const { settings } = job.program;
  const entries = names.map((name) => [name, settings[name]]);
  return entries.length > 0 ? { parameters: Object.fromEntries(entries) } : {};
}

/** The facts that are known and wanted. */
function pick(facts: KnownRow["facts"], wanted: ReadonlySet<string>) {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known.filter(([name]) => wanted.has(name)));
}

/** What the table is called in a case, wherever it stands. */
const nameOf = ({ source }: Job) => basename(source.name);
