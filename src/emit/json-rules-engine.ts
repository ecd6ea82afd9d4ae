/**
 * To json-rules-engine and back.
 * @packageDocumentation
 */

export {
  type FromRulesOptions,
  fromRules,
  type RulesRead,
} from "./json-rules-engine/from-rules.ts";
export type { RefusalCode } from "./json-rules-engine/messages.ts";
export type { RuleEvent } from "./json-rules-engine/read-rule.ts";
export type { RuleRefusal } from "./json-rules-engine/reading.ts";
export { toEngine } from "./json-rules-engine/to-engine.ts";
