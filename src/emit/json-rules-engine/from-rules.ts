import type { RulesetDocument } from "../../kinds/ruleset.ts";
import { loadRuleset } from "../../load/load.ts";
import { type Diagnostic, TiercutError, tell } from "../../ruleset/diagnostics.ts";
import { quote } from "../../ruleset/show.ts";
import { inferFacts, refuseUndeclared } from "./infer.ts";
import { type Around, type RuleEvent, type RuleRead, readRule } from "./read-rule.ts";
import { isObject, type RuleRefusal } from "./reading.ts";

/** What rules of an engine are read into, and with. */
export interface FromRulesOptions {
  /**
   * The ruleset the rules become decisions of: a document as `loadRuleset` takes it, which declares
   * the facts. It may have decisions already, or no `decisions` yet.
   */
  readonly document: object;
  /** What the rules are about; where the document has one subject, it is that. */
  readonly subject?: string;
  /** The named conditions that the engine's `setCondition` was given. */
  readonly conditions?: Readonly<Record<string, unknown>>;
  /** What facts are called in the ruleset: `{ "account-type": "accountType", "profile $.city": "city" }`. */
  readonly names?: Readonly<Record<string, string>>;
}

/** What reading rules of an engine gave. */
export interface RulesRead {
  /**
   * The ruleset, free of faults: to keep, to edit, and to load with `loadRuleset`. Absent where it
   * would have no decision at all.
   */
  readonly document?: RulesetDocument;
  /** What the engine emitted where a rule held, by the name of the decision it became. */
  readonly events: Readonly<Record<string, RuleEvent>>;
  /** The rules that were left out, with every reason. */
  readonly refusals: readonly RuleRefusal[];
}

/**
 * Reads rules that json-rules-engine runs into a ruleset: each becomes a decision of the kind `rule`,
 * called by the rule's `name` or else its event's type. A rule that can't be carried over whole is
 * left out, with the reasons. The decisions stand in the order in which the engine runs the rules.
 *
 * Facts are declared by the document. Of one that it does not declare, only a yes or no and a text
 * are told from the rules, where each comparison agrees.
 *
 * @param rules - as an engine takes them: objects, the JSON texts of such, or `Rule`s
 * @param options - the document they are put into, and what they refer to
 * @returns the document, the events, and what was refused; nothing that is handed in is changed
 * @throws TiercutError where the document itself has faults, or has several subjects and none is named
 * @example
 * ```ts
 * import { compile, evaluate, loadRuleset } from "tiercut";
 * import { ruleset } from "tiercut/hainan-unicom-2003";
 * import { fromRules } from "tiercut/json-rules-engine";
 *
 * const conditions = { all: [{ fact: "mobileUsers", operator: "greaterThan", value: 500 }] };
 * const rules = [{ conditions, event: { type: "large-group" } }];
 * const { document, refusals } = fromRules(rules, { document: ruleset.document, subject: "account" });
 * refusals; // []
 * const loaded = loadRuleset(document);
 * loaded.ok && evaluate(compile(loaded.ruleset), "largeGroup", { mobileUsers: 501 }).outcome; // true
 * ```
 */
export function fromRules(rules: readonly unknown[], options: FromRulesOptions): RulesRead {
  if (!Array.isArray(rules) || !isObject(options?.document)) {
    throw new TiercutError(
      "`fromRules` takes a list of rules, and the document they are put into: `fromRules(rules, { document })`",
    );
  }
  const own = options.document as unknown as RulesetDocument;
  const around = aroundOf(own, options);
  const taken = new Set(Object.keys(own.decisions ?? {}));
  const read = rules.map((rule, i) => {
    const one = readRule(rule, i, around, taken);
    taken.add(one.name);
    return one;
  });
  const inferred = inferFacts(read, around);
  refuseUndeclared(read, { ...around.facts, ...inferred });
  const document = carriedOver(read, own, inferred);
  const kept = read.filter(isKept).sort((a, b) => b.priority - a.priority);
  const events = Object.fromEntries(kept.map(({ name, event }) => [name, event]));
  return { ...(document && { document }), events, refusals: read.flatMap((r) => r.refusals) };
}

const isKept = (read: RuleRead) => read.refusals.length === 0;

function aroundOf(own: RulesetDocument, options: FromRulesOptions): Around {
  const { names = {}, conditions: given = {} } = options;
  const subjects = Object.keys(own.subjects ?? {});
  const [only] = subjects;
  if (options.subject === undefined && (subjects.length !== 1 || only === undefined)) {
    throw new TiercutError(
      `the rules must be about one subject: name it, such as \`subject: ${quote(only ?? "account")}\``,
    );
  }
  return { facts: own.facts ?? {}, names, given, subject: options.subject ?? (only as string) };
}

/**
 * Puts the rules that are left into the document, and checks the whole as loading does: what is
 * wrong with a rule refuses it. Faults of one kind can hide others, so it goes on until none is left.
 */
function carriedOver(
  read: readonly RuleRead[],
  own: RulesetDocument,
  inferred: RulesetDocument["facts"],
): RulesetDocument | undefined {
  const kept = read.filter(isKept).sort((a, b) => b.priority - a.priority);
  const used = new Set(kept.flatMap((r) => r.uses.map((u) => u.fact)));
  const facts = Object.entries(inferred).filter(([name]) => used.has(name));
  const decisions = kept.map(({ name, decision }) => [name, decision] as const);
  const document = {
    ...own,
    facts: { ...own.facts, ...Object.fromEntries(facts) },
    decisions: { ...own.decisions, ...Object.fromEntries(decisions) },
  };
  if (Object.keys(document.decisions).length === 0) return undefined;
  const loaded = loadRuleset(document);
  if (loaded.ok) return loaded.ruleset.document;
  for (const d of loaded.diagnostics) {
    const faulty = kept.find((r) => `${d.path}/`.startsWith(`/decisions/${r.name}/`));
    if (!faulty) throw faultyDocument(loaded.diagnostics);
    faulty.refusals.push({ ...d, rule: faulty.rule, path: readAt(d.path, faulty.places) });
  }
  return carriedOver(read, own, inferred);
}

function faultyDocument(diagnostics: readonly Diagnostic[]): TiercutError {
  const message = `the document that the rules are put into has faults:\n${tell(diagnostics)}`;
  return new TiercutError(message, diagnostics);
}

/** Finds where something of the ruleset was read: the place itself, or the nearest around it. */
function readAt(path: string, places: ReadonlyMap<string, string>): string {
  const from = places.get(path);
  if (from !== undefined || path === "") return from ?? path;
  const end = path.lastIndexOf("/");
  return readAt(path.slice(0, end), places) + path.slice(end);
}
