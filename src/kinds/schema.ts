import { z } from "zod";
import type { Settled } from "../ruleset/expression.ts";
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
export const decision = z.discriminatedUnion("kind", [
  rule,
  bands,
  table,
  scorecard,
  cut,
  checklist,
  appraisal,
  quota,
  formula,
]);
export type WrittenDecision = z.infer<typeof decision>;

/** A decision of any kind, as understood: parameters are put in. */
export type Decision = Settled<WrittenDecision>;
export type Kind = Decision["kind"];
export type DecisionOf<K extends Kind> = Extract<Decision, { kind: K }>;
