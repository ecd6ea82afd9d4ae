import type { WrittenDocument } from "../kinds/ruleset.ts";
import { diagnose } from "../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import { suggestion } from "../ruleset/suggest.ts";
import { type OutcomeForm, outcomeForms } from "./outcome.ts";

/** Checks that what a decision orders from lax to strict are outcomes it can have. */
export function checkStrictness(document: WrittenDocument): readonly Diagnostic[] {
  const marked = Object.entries(document.decisions).flatMap(([name, { change }]) =>
    typeof change === "object" && "stricter" in change ? [[name, change.stricter] as const] : [],
  );
  if (marked.length === 0) return [];
  const forms = outcomeForms(document);
  return marked.flatMap(([name, order]) => {
    const known = outcomesOf(forms[name]);
    return order.flatMap((outcome, i) => {
      if (known.includes(outcome)) return [];
      const words = { name: String(outcome), ...suggestion(String(outcome), known.map(String)) };
      const at = pointer("decisions", name, "change", "stricter", i);
      return [diagnose("unknown-outcome", at, words)];
    });
  });
}

/** A yes or no, or one of its labels; nothing else can be told in one row from lax to strict. */
function outcomesOf(form: OutcomeForm | undefined): readonly (string | boolean)[] {
  const [only] = Object.values(form?.outputs ?? {});
  if (!only || form?.several) return [];
  if (only.type === "boolean") return [true, false];
  return only.type === "label" ? (only.labels ?? []) : [];
}
