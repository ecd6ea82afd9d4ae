import { Decimal } from "../../plan/decimal.ts";
import type { Node, NodeId, Value } from "../../plan/node.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Text } from "../../ruleset/text.ts";

/** The same words in both languages: a number, a sign, a name. */
export const plain = (word: string): Text => ({ zh: word, en: word });

/** Puts phrases together, in both languages. */
export function text(parts: TemplateStringsArray, ...phrases: readonly (Text | string)[]): Text {
  const fill = (lang: "zh" | "en") =>
    parts.reduce((before, after, i) => {
      const phrase = phrases[i - 1] ?? "";
      return before + (typeof phrase === "string" ? phrase : phrase[lang]) + after;
    });
  return { zh: fill("zh"), en: fill("en") };
}

/** Tells a value of a plan. */
export function shown(value: Value): string {
  if (value === null) return "null";
  if (value instanceof Decimal) return value.toString();
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Tells what a node works out, in the words of the facts it is made of. */
export function phraseOf(plan: Plan, id: NodeId): Text {
  const n = plan.nodes[id] as Node;
  const of = (child: NodeId) => phraseOf(plan, child);
  if (n.op === "constant") return plain(shown(n.value));
  if (n.op === "compare") return text`${of(n.left)} ${n.comparator} ${of(n.right)}`;
  if (n.op === "member") return text`${of(n.of)} ∈ ${n.values.join(" | ")}`;
  if (n.op === "not") return text`${{ zh: "非", en: "not " }}(${of(n.of)})`;
  if (n.op === "given") return text`${of(n.of)}${{ zh: "已知", en: " known" }}`;
  if (n.op === "size") return text`${{ zh: "项数：", en: "number of " }}${of(n.of)}`;
  return n.origin.label;
}
