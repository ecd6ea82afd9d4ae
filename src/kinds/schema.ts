import { z } from "zod";
import type { Settled } from "../ruleset/expression.ts";
import { chosenBy } from "../ruleset/schema/described.ts";
import { appraisal } from "./appraisal/schema.ts";
import { bands } from "./bands/schema.ts";
import { checklist } from "./checklist/schema.ts";
import { cut } from "./cut/schema.ts";
import { formula } from "./formula/schema.ts";
import { quota } from "./quota/schema.ts";
import { rule } from "./rule/schema.ts";
import { scorecard } from "./scorecard/schema.ts";
import { table } from "./table/schema.ts";

/** A decision of any kind, as written. */
export const decision = chosenBy(
  z.discriminatedUnion("kind", [
    rule,
    bands,
    table,
    scorecard,
    cut,
    checklist,
    appraisal,
    quota,
    formula,
  ]),
  ["判定的种类", "the kind of decision"],
  "一项判定：规则集回答的一个问题",
  "a decision: a question that the ruleset answers",
);
export type WrittenDecision = z.infer<typeof decision>;

/** A decision of any kind, as understood: parameters are put in. */
export type Decision = Settled<WrittenDecision>;
export type Kind = Decision["kind"];
export type DecisionOf<K extends Kind> = Extract<Decision, { kind: K }>;
/** A decision of one kind, as written. */
export type WrittenOf<K extends Kind> = Extract<WrittenDecision, { kind: K }>;
