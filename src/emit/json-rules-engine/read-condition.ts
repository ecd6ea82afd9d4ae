import { pointer } from "../../ruleset/diagnostics.ts";
import type { Condition } from "../../ruleset/expression.ts";
import { limits, tooLarge } from "../../ruleset/json/limits.ts";
import { quote } from "../../ruleset/show.ts";
import { readTest } from "./read-test.ts";
import { type At, camelCase, isObject, nothing, type Reading, refuse } from "./reading.ts";

type Written = Readonly<Record<string, unknown>>;
interface Form {
  readonly keys: readonly string[];
  readonly read: (c: Written, at: At, r: Reading) => Condition;
}

/** How each form of an engine's condition is read, and what else it may state. */
const forms: Readonly<Record<string, Form>> = {
  all: { keys: [], read: (c, at, r) => ({ all: each(c.all, "all", at, r) }) },
  any: { keys: [], read: (c, at, r) => ({ any: each(c.any, "any", at, r) }) },
  not: { keys: [], read: (c, at, r) => ({ not: readCondition(c.not, inside(at, "not"), r) }) },
  condition: { keys: [], read: readNamed },
  fact: { keys: ["operator", "value", "path", "params"], read: readTest },
};

/** What a condition may state that changes nothing of what it comes to. */
const harmless = ["name", "priority"];

/** Reads a condition of an engine's rule; what can't be carried over refuses the rule. */
export function readCondition(written: unknown, at: At, r: Reading): Condition {
  if (isTooLarge(at, r)) return nothing;
  r.places.set(at.to, at.from);
  const stated = Object.keys(forms).filter((f) => isObject(written) && Object.hasOwn(written, f));
  const [name] = stated;
  if (!isObject(written) || name === undefined || stated.length > 1) {
    refuse(r, "not-a-condition", at.from);
    return nothing;
  }
  const { keys, read } = forms[name] as Form;
  for (const key of Object.keys(written)) {
    if ([name, ...keys, ...harmless].includes(key)) continue;
    refuse(r, "passed-over", at.from + pointer(key), { key });
  }
  return read(written, at, r);
}

/** Stops, and says so once, in what has no end: an object that contains itself. */
function isTooLarge(at: At, r: Reading): boolean {
  const what = r.places.size > limits.values ? "values" : "levels";
  if (what === "levels" && at.depth <= limits.levels) return false;
  const isTold = r.refusals.some((f) => f.code === "too-large");
  if (!isTold) r.refusals.push({ rule: r.rule, ...tooLarge(at.from, what) });
  return true;
}

function each(of: unknown, key: string, at: At, r: Reading): readonly Condition[] {
  if (Array.isArray(of)) return of.map((c, i) => readCondition(c, inside(at, key, i), r));
  refuse(r, "not-a-condition", at.from);
  return [nothing];
}

function inside(at: At, ...keys: readonly PropertyKey[]): At {
  const further = pointer(...keys);
  return { from: at.from + further, to: at.to + further, depth: at.depth + 1 };
}

/** Reads the use of a named condition, and at its first use in a rule the condition itself. */
function readNamed(c: Written, at: At, r: Reading): Condition {
  const called = typeof c.condition === "string" ? c.condition : quote(c.condition);
  const from = `${at.from}/condition`;
  const name = camelCase(called);
  if (!Object.hasOwn(r.given, called)) refuse(r, "no-condition", from, { name: called });
  else if (name === undefined) refuse(r, "unfit-name", from, { name: called });
  else if ((r.called.get(name) ?? called) !== called) refuse(r, "same-name", from, { name });
  else {
    if (!r.called.has(name)) readUsed(name, called, at.depth, r);
    return { condition: name };
  }
  return nothing;
}

function readUsed(name: string, called: string, depth: number, r: Reading) {
  r.called.set(name, called);
  const { citation } = r;
  const to = pointer("decisions", r.decision, "conditions", name, "when");
  const place = { from: pointer("conditions", called), to, depth: depth + 1 };
  const when = readCondition(r.given[called], place, r);
  r.named.set(name, { label: { zh: called, en: called }, citation, when });
}
