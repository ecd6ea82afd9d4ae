import type { NodeOf } from "../../plan/node.ts";
import { isFalse, isTrue } from "../diagram/leaf.ts";
import { canBe } from "../diagram/possible.ts";
import { warn } from "../messages.ts";
import type { Question, Study } from "../study.ts";
import { either } from "../table/rows.ts";
import { isChosen } from "./conditions.ts";
import type { Asked } from "./each.ts";

/** Asks of the cases of a choice, and of values treated apart, whether each can be taken. */
export function ofCases(study: Study): readonly Asked[] {
  const chooses = study.plan.nodes.filter((n) => n.op === "choose");
  return chooses.map((choose) => ({
    path: choose.origin.path,
    what: { zh: "这几种情形", en: "these cases" },
    check: (q: Question) => untaken(study, q, choose),
  }));
}

function untaken(study: Study, q: Question, choose: NodeOf<"choose">) {
  const { s, m } = q;
  let before = s.no;
  let isSet = false;
  return choose.cases.flatMap(({ when, origin, guard }) => {
    const alone = s.space.lift([m(when), before], ([w, b]) =>
      isTrue(w) && isFalse(b) ? s.yes : s.no,
    );
    before = either(q, before, m(when));
    // What a reading sets, it sets on purpose: this case, or those after it.
    isSet ||= isChosen(study, when);
    const name = /\/(?:choose|exactly)\/([^/]+)$/.exec(origin.path)?.[1];
    if (guard || isSet || name === undefined || canBe(s, alone, isTrue)) return [];
    return [warn("unreachable-case", origin.path, { name })];
  });
}
