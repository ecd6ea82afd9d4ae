import { z } from "zod";
import { common } from "../../ruleset/schema/common.ts";
import { condition } from "../../ruleset/schema/condition.ts";
import { described } from "../../ruleset/schema/described.ts";

/** A yes or no. Its reasons are the named conditions that hold, or that fail. */
export const rule = z.strictObject({
  kind: described(z.literal("rule"), "是或否：条件是否成立", "a yes or no: does a condition hold"),
  ...common,
  when: described(condition, "什么条件下为“是”", "when the answer is yes"),
});
