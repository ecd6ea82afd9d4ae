import { z } from "zod";
import type { Contract } from "../contracts.ts";
import { condition } from "./condition.ts";
import { described, shared, valuesOf } from "./described.ts";
import { name, named, text, token } from "./parts.ts";

/** The zod schemas of what decisions of every kind state. */

const namedConditions = shared(
  "conditions",
  z.record(name, z.strictObject({ ...named, when: described(condition, "条件", "the condition") })),
);

/** What a variant may change of a decision: named keys alone, or its outcomes in one direction. */
const decisionChange = shared(
  "decisionChange",
  z.union([
    valuesOf({
      open: ["都可以改", "all of it"],
      fixed: ["不许改", "nothing"],
    }),
    z.strictObject({
      parts: described(
        z.array(z.string().min(1)).min(1),
        "只许改这些字段，如 `bands`",
        "only these keys, such as `bands`",
      ),
    }),
    z.strictObject({
      stricter: described(
        z.array(z.union([token, z.boolean()])).min(2),
        "只许改得更严：结果从最宽到最严",
        "only so that it is stricter: the outcomes from the laxest to the strictest",
      ),
    }),
  ]),
);

/** What every kind of decision states besides its own keys. */
export const common = {
  subject: described(
    name,
    "判定的是哪一种对象：`subjects` 里的名称",
    "what it is about: a name in `subjects`",
  ),
  ...named,
  conditions: described(
    namedConditions,
    "有名称的条件，可以反复引用，并作为理由列出",
    "conditions under names, to use several times and to give as reasons",
  ).optional(),
  change: described(
    decisionChange,
    "地方规则集可以改它的什么；不写就是都可以改",
    "what a variant may change of it; left out, all of it",
  ).optional(),
  implements: described(
    valuesOf<Contract>({
      group: ["是否集团客户：是或否", "is it a group: a yes or no"],
      star: ["星级", "its star"],
      value: ["价值得分", "its value in points"],
      class: ["分类，在全体里排定", "its class, a place in the population"],
      deregistration: ["能否注销：清单", "may it be struck off: a checklist"],
      appraisal: ["考核得分", "points of an appraisal"],
    }),
    "它遵守的约定：调用它的程序依靠这种结果",
    "the contract it keeps: the shape of result that calling code relies on",
  ).optional(),
  monotone: described(
    z.record(
      name,
      valuesOf({
        rises: ["结果只升不降", "the outcome never falls"],
        falls: ["结果只降不升", "the outcome never rises"],
      }),
    ),
    "某项事实增大时，结果应当怎样变；检查时会核对",
    "what the outcome does when a fact rises; the check holds it to that",
  ).optional(),
};

/** The outcomes a decision can have when they are labels, each with its official term. */
export const outcomes = z.record(token, text);
