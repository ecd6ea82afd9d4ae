import { termOf } from "../../kinds/reason.ts";
import { outcomeOf } from "../../kinds/told.ts";
import type { Part, PlannedDecision } from "../../plan/plan.ts";
import { pointer } from "../../ruleset/diagnostics.ts";
import { han } from "../../ruleset/phrase.ts";
import type { Text } from "../../ruleset/text.ts";
import type { Account } from "../diagram/witness.ts";
import { warn } from "../messages.ts";
import { type Broken, brokenIn, type Open, type Promised } from "../monotone.ts";
import { type Study, valuesOf } from "../study.ts";
import { tellAccount } from "../tell.ts";
import type { Asked } from "./each.ts";

/** Asks whether an outcome moves against what its decision promises in `monotone`. */
export function ofPromises(study: Study): readonly Asked[] {
  const { decisions } = study.document;
  return Object.entries(decisions).flatMap(([name, { monotone = {} }]) => {
    const planned = study.plan.decisions[name];
    const promises = planned ? Object.entries(monotone) : [];
    return promises.flatMap(([fact, way]) =>
      [planned?.outcome ?? []]
        .flat()
        .map((part) => askedOf(study, planned as PlannedDecision, part, fact, way === "rises")),
    );
  });
}

function askedOf(
  study: Study,
  decision: PlannedDecision,
  part: Part,
  fact: string,
  rises: boolean,
): Asked {
  const path = pointer("decisions", decision.name, "monotone", fact);
  const { label } = study.document.facts[fact] ?? { label: { zh: fact, en: fact } };
  const name = Array.isArray(decision.outcome) ? part.origin.id : decision.name;
  const what = {
    zh: han`\`${name}\` 随${label.zh}的升降`,
    en: `how \`${name}\` moves with ${label.en}`,
  };
  const named = new Map([part, ...decision.parts].map((p) => [p.node, p]));
  const promised = { study, node: part.node, fact, rises, named: new Set(named.keys()) };
  return {
    path,
    what,
    check(q) {
      const found = brokenIn(promised, q);
      if (found === undefined) return [];
      if (typeof found === "string") return [warn("not-analysed", path, { what, why: why[found] })];
      const inner = named.get(found.node) ?? part;
      const of = inner === part ? name : inner.origin.id;
      const words = wordsOf(promised, found, inner);
      return [warn("not-monotone", path, { decision: of, fact: label, ...words })];
    },
  };
}

const why: Readonly<Record<Open, Text>> = {
  "no-order": {
    zh: "这一事实或这一结果没有先后次序",
    en: "the fact, or the outcome, has no order",
  },
  computed: {
    zh: "结果取决于随之变动的几个数值、算出的数值或全体客户",
    en: "the outcome rests on several values that move with it, on computed ones, or on the population",
  },
};

function wordsOf({ study, rises }: Promised, { before, after }: Broken, part: Part) {
  return {
    expected: rises ? { zh: "不降", en: "not fall" } : { zh: "不升", en: "not rise" },
    before: tell(study, part, before),
    after: tell(study, part, after),
  };
}

/** An account, and what it comes to. */
function tell(study: Study, part: Part, account: Account): Text {
  const value = outcomeOf(valuesOf(study, [part.node], account)?.[0] ?? null);
  const { zh, en } = tellAccount(account, study.document.facts);
  const shown = termOf(part, value) ?? truths[String(value)] ?? { zh: value, en: value };
  return { zh: han`${zh}时为${String(shown.zh)}`, en: `${en} gives ${shown.en}` };
}

const truths: Readonly<Record<string, Text>> = {
  true: { zh: "是", en: "yes" },
  false: { zh: "否", en: "no" },
};
