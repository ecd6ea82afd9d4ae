import { toEngine } from "../../src/emit/json-rules-engine.ts";
import { compile, evaluate, type Fitted, type Program, type Result } from "../../src/index.ts";
import * as anqing from "../../src/policies/anqing-mobile-2010.ts";
import * as hainan from "../../src/policies/hainan-unicom-2003.ts";
import * as xian from "../../src/policies/xian-unicom-2012.ts";
import type { Settings } from "../../src/ruleset/settings.ts";
import { exact } from "./exact.ts";
import { type Answer, type Asked, attempt, type Executor, fittedTo, oneByOne } from "./executor.ts";

/** Evaluates on what `fit` gave after it was stored. */
export const onStoredNumbers: Executor = {
  ...oneByOne(evaluate, (asked) => JSON.parse(JSON.stringify(fittedTo(asked))) as Fitted),
  decides: (_, { grain }) => grain === "population",
};

const rewritten = new WeakMap<Program, Program>();

/** The same ruleset from its JSON, with what was set for its defaults. */
function byDefaults(program: Program): Program {
  const known = rewritten.get(program);
  if (known) return known;
  const { document, settings, hash } = program;
  const parameters = Object.entries(document.parameters).map(([name, p]) => {
    const own = (settings as Settings)[name];
    return [name, own === undefined ? p : { ...p, default: own }];
  });
  const text = JSON.stringify({ ...document, parameters: Object.fromEntries(parameters) });
  const made = compile({ document: JSON.parse(text), hash });
  rewritten.set(program, made);
  return made;
}

export const settingsAsDefaults: Executor = oneByOne(
  (program, decision, facts, fitted) => evaluate(byDefaults(program), decision, facts, fitted),
  (asked) => fittedTo({ ...asked, program: byDefaults(asked.program) }),
);

type Typed = (facts: never, fitted: Fitted) => Result;

/** The functions of the typed modules, by the ruleset and the decision that each answers. */
const functions: Readonly<Record<string, Readonly<Record<string, Typed>>>> = {
  "hainan-unicom-2003": {
    group: hainan.isGroup,
    comprehensive: hainan.isComprehensive,
    star: hainan.starOf,
    staffing: hainan.staffingOf,
    marketing: hainan.marketingUnit,
    service: hainan.serviceUnit,
  },
  "anqing-mobile-2010": {
    eligibility: anqing.isEvaluated,
    value: anqing.scoreOf,
    class: anqing.classOf,
    grade: anqing.gradeOf,
    required: anqing.requiredFields,
    completeness: anqing.completenessOf,
    deregistration: anqing.mayBeDeregistered,
    visit: anqing.visitsOf,
    keyMember: anqing.keyMemberOf,
    binding: anqing.isBound,
    vip: anqing.vipOf,
    completenessRate: anqing.completenessRateOf,
    sample: anqing.sampleOf,
    bindingRate: anqing.bindingRateOf,
    appraisal: anqing.appraisalOf,
  },
  "xian-unicom-2012": { rates: xian.ratesOf },
};

/** How the typed modules fit each subject. */
const fits: Readonly<Record<string, (of: never) => Fitted>> = {
  account: anqing.fitAccounts,
  member: anqing.fitMembers,
  unit: anqing.fitUnits,
};

const usual = new Map(
  [hainan.ruleset, anqing.ruleset, xian.ruleset].map(
    (r) => [r.document.id, exact(compile(r as never).settings)] as const,
  ),
);

const functionOf = ({ document }: Program, decision: string) => functions[document.id]?.[decision];

/** The typed modules: the shipped rulesets as they are, of the decisions that have a function. */
export const typedModules: Executor = {
  ...oneByOne(
    (program, decision, facts, fitted) => (functionOf(program, decision) as Typed)(facts, fitted),
    ({ population }: Asked) =>
      population && fits[population.subject]?.(population.accounts as never),
  ),
  decides: (program, { name }) =>
    functionOf(program, name) !== undefined &&
    usual.get(program.document.id) === exact(program.settings),
};

/** A real json-rules-engine: what it emits says the outcome, or what is missing. */
export const engine: Executor = {
  tells: ["status", "outcome", "missing", "cause"],
  decides(program, { name }) {
    try {
      toEngine(program, name);
      return true;
    } catch {
      return false;
    }
  },
  async execute({ program, decisions, accounts }) {
    const [first = "", ...more] = decisions;
    const made = toEngine(program, first, ...more);
    const answers: Record<string, Answer>[] = [];
    for (const facts of accounts) {
      const { events } = await made.run({ ...facts });
      const each = decisions.map(async (d) => [
        d,
        await attempt(() => emitted(d, program, events)),
      ]);
      answers.push(Object.fromEntries(await Promise.all(each)));
    }
    return answers;
  },
};

type Events = readonly {
  readonly type: string;
  readonly params?: Readonly<Record<string, unknown>>;
}[];

function emitted(decision: string, program: Program, events: Events): Answer {
  const open = events.find((e) => e.type === "undetermined" && e.params?.decision === decision);
  if (open) {
    const { missing, cause } = open.params as {
      readonly missing: readonly string[];
      readonly cause?: string;
    };
    return { status: "undetermined", missing, cause };
  }
  const own = events.find((e) => e.type === decision);
  const isBands = program.plan.decisions[decision]?.kind === "bands";
  const outcome = isBands ? own?.params?.outcome : own !== undefined;
  return { status: "decided", outcome, missing: [] };
}
