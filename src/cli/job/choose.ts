import { checkSubject } from "../../execute/evaluate.ts";
import { decisionOf, type Program } from "../../execute/program.ts";
import type { PlannedDecision } from "../../plan/plan.ts";
import { listed, Refused, show } from "../io.ts";
import { factsOf } from "./facts.ts";

/** The decisions of one run, all about the same subject. */
export interface Choice {
  readonly subject: string;
  readonly decisions: readonly PlannedDecision[];
  /** Decisions left out, and why, one line each. */
  readonly notes: readonly string[];
}

/** Chooses the decisions that are named, or every one of the subject that can be run. */
export function chooseDecisions(
  program: Program,
  names: readonly string[],
  subject: string | undefined,
): Choice {
  return names.length > 0 ? chooseNamed(program, names, subject) : chooseAll(program, subject);
}

function chooseNamed(program: Program, names: readonly string[], subject?: string): Choice {
  const decisions = [...new Set(names)].map((name) => runnable(program, name));
  const about = subject ? checkSubject(program, subject) : (decisions[0]?.subject as string);
  const other = decisions.find((d) => d.subject !== about);
  if (other) {
    const first = subject ? "the rows" : `\`${decisions[0]?.name}\``;
    throw new Refused(
      `\`${other.name}\` is about \`${other.subject}\`, and ${first} about \`${about}\`: run it apart, with --subject ${other.subject}`,
    );
  }
  const foreign = decisions.find((d) => !fitsRows(d));
  if (foreign) throw new Refused(`${foreignNote(foreign)}; ${mend}`);
  return { subject: about, decisions, notes: [] };
}

/** Finds a decision, or says what must be set before it can be run. */
function runnable(program: Program, name: string): PlannedDecision {
  const unset = Object.hasOwn(program.unset, name) ? program.unset[name] : undefined;
  if (!unset) return decisionOf(program, name);
  const set = unset.map((p) => `--set ${p}=…`).join(" ");
  throw new Refused(
    `${show(name)} can't be run: its source does not state ${unset.map(show).join(", ")}; add ${set}`,
  );
}

function chooseAll(program: Program, subject?: string): Choice {
  const { document, plan, unset } = program;
  const about = checkSubject(program, subject ?? (Object.keys(document.subjects)[0] as string));
  const own = Object.values(plan.decisions).filter((d) => d.subject === about);
  const decisions = own.filter(fitsRows);
  const notes = [
    ...Object.entries(unset)
      .filter(([name]) => document.decisions[name]?.subject === about)
      .map(
        ([name, p]) =>
          `left out ${show(name)}: its source does not state ${listed(p)}; add ${p.map((n) => `--set ${n}=…`).join(" ")}`,
      ),
    ...own.filter((d) => !fitsRows(d)).map((d) => `left out ${foreignNote(d)}`),
  ];
  if (decisions.length > 0) return { subject: about, decisions, notes };
  const others = Object.keys(document.subjects).filter((s) => s !== about);
  const help = others.length > 0 ? `choose another with --subject: ${listed(others)}` : "";
  throw new Refused(
    [`no decision about \`${about}\` can be run`, ...notes, help].join("\n").trim(),
  );
}

/** Is the population a decision needs made of the rows themselves. */
const fitsRows = (d: PlannedDecision) => d.population === undefined || d.population === d.subject;

const foreignNote = (d: PlannedDecision) =>
  `\`${d.name}\`, which can't be run from one input: it is about \`${d.subject}\` and needs a population of \`${d.population}\``;

const mend = "fit the other file by program, as docs/command.md shows";

/** Leaves out the decisions of which the input has no fact at all. */
export function keepFed(choice: Choice, program: Program, given: ReadonlySet<string>): Choice {
  const fed = (d: PlannedDecision) => {
    const facts = factsOf(program.plan, d);
    return facts.size === 0 || [...facts].some((f) => given.has(f));
  };
  const starved = choice.decisions.filter((d) => !fed(d)).map((d) => `\`${d.name}\``);
  if (starved.length === 0) return choice;
  const note = `left out ${starved.join(", ")}: the input has none of the facts`;
  return { ...choice, decisions: choice.decisions.filter(fed), notes: [...choice.notes, note] };
}
