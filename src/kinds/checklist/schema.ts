import { z } from "zod";
import { common } from "../../ruleset/schema/common.ts";
import { condition } from "../../ruleset/schema/condition.ts";
import { described } from "../../ruleset/schema/described.ts";
import { name, named, token } from "../../ruleset/schema/parts.ts";

const item = z.strictObject({
  ...named,
  when: described(condition, "什么情况下算满足", "when it is met"),
  applies: described(
    condition,
    "什么情况下才要求；不符合时不计入",
    "when it is asked for at all; where not, it does not count",
  ).optional(),
});

const step = {
  outcome: described(token, "这一步的代号", "a short name of the step"),
  ...named,
};

/** Sections of conditions: what is met, what is not, what is unknown, and what to do next. */
export const checklist = z.strictObject({
  kind: described(
    z.literal("checklist"),
    "清单：逐项核对，列出未满足的和未知的",
    "a checklist: items to be met; it lists what is not, and what is unknown",
  ),
  ...common,
  order: described(
    z.array(name).min(1),
    "各部分依次核对的次序",
    "the sections in the order they must be met",
  ),
  sections: described(
    z.record(
      name,
      z.strictObject({
        ...named,
        items: described(z.record(name, item), "要核对的各项", "its items"),
        step: described(
          z.strictObject(step),
          "前面的部分都已满足、这一部分尚未满足时要做什么",
          "what to do while this section is not met and those before it are",
        ).optional(),
      }),
    ),
    "各个部分",
    "the sections of the list",
  ),
  done: described(
    z.strictObject({
      ...step,
      route: described(
        z.array(
          z.strictObject({
            unit: described(token, "经办单位的代号", "a short name of the unit"),
            ...named,
          }),
        ),
        "依次经过哪些单位",
        "the units it goes through, in order",
      ).optional(),
    }),
    "全部满足后要做什么",
    "what to do once every section is met",
  ).optional(),
});
