import { z } from "zod";
import { common, outcomes } from "../../ruleset/schema/common.ts";
import { value } from "../../ruleset/schema/condition.ts";
import { described, shared, valuesOf } from "../../ruleset/schema/described.ts";
import { maybeNamed, name, number, open, token } from "../../ruleset/schema/parts.ts";

const outcome = described(
  open(z.union([z.number(), token])),
  "结果：`outcomes` 里的一个，或分值",
  "its outcome: one of `outcomes`, or points",
);

/** One band states only where it begins; the lowest, and only that, states nothing. */
const band = shared(
  "band",
  z.strictObject({
    from: described(
      number,
      "从多少起；到哪里止，由下一档的起点决定；只有最低一档不写",
      "where it begins; it ends where the next one begins; only the lowest leaves it out",
    ).optional(),
    outcome,
    ...maybeNamed,
  }),
);

const single = shared(
  "single",
  z.strictObject({
    value: described(number, "恰好等于多少", "exactly which value"),
    outcome,
    ...maybeNamed,
  }),
);

/** What bands state wherever they stand: alone, or as the score of an indicator. */
export const bandsBody = {
  input: described(value, "按哪个数分档", "the number that is cut into bands"),
  closed: described(
    open(
      valuesOf({
        lower: [
          "各档含起点：达到起点就进入这一档",
          "a band holds its beginning: reaching it is enough",
        ],
        upper: [
          "各档含终点：超过起点才进入这一档",
          "a band holds its end: its beginning must be passed",
        ],
      }),
    ),
    "恰好落在分界上的数归哪一档",
    "to which band a number belongs that is exactly on an edge",
  ),
  bands: described(
    z.record(name, band),
    "各档，每档一个名称",
    "the bands, each under a name of its own",
  ),
  exactly: described(
    open(z.record(name, single)),
    "原文另行规定的个别取值",
    "single values that the source treats apart from the band they fall in",
  ).optional(),
};

/** A number cut into bands, each giving a label or points. */
export const bands = z.strictObject({
  kind: described(
    z.literal("bands"),
    "分档：一个数落在哪一档",
    "bands: which interval a number falls in",
  ),
  ...common,
  outcomes: described(
    outcomes,
    "有哪些结果，各自的正式名称；结果是分值时不写",
    "the outcomes there are, each with its official term; left out for points",
  ).optional(),
  ...bandsBody,
});
