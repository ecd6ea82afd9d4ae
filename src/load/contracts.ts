import type { WrittenDocument } from "../kinds/ruleset.ts";
import { nouns, type Type } from "../plan/type.ts";
import type { Contract } from "../ruleset/contracts.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import { han, listed } from "../ruleset/phrase.ts";
import type { Text } from "../ruleset/text.ts";
import { type OutcomeForm, outcomeForms, type PartForm } from "./outcome.ts";
import { variantFault } from "./variant/messages.ts";

/** The shape of result that calling code relies on, whatever the subject. */
interface Shape {
  /** Is one subject enough, or must the decision be fitted to a population first. */
  readonly grain: OutcomeForm["grain"];
  readonly outcome: Type["kind"];
  /** The labels the outcome can have: those that are ranked, from the lowest up, and the others. */
  readonly labels?: { readonly ranked: readonly string[]; readonly others: readonly string[] };
  readonly parts?: Readonly<Record<string, Type["kind"]>>;
  /** Does it give the lists `unmet` and `unknown`, as a checklist does. */
  readonly lists?: true;
}

/** What each contract asks: one total table. */
const shapes: { readonly [C in Contract]: Shape } = {
  group: { grain: "record", outcome: "boolean" },
  star: {
    grain: "record",
    outcome: "label",
    labels: { ranked: ["1", "2", "3", "4", "5"], others: ["unrated"] },
  },
  value: { grain: "record", outcome: "number" },
  class: {
    grain: "population",
    outcome: "label",
    labels: { ranked: ["C", "B", "A"], others: ["not-evaluated"] },
  },
  deregistration: {
    grain: "record",
    outcome: "boolean",
    parts: { filled: "number", total: "number", next: "label" },
    lists: true,
  },
  appraisal: { grain: "population", outcome: "number", parts: { outOf: "number" } },
};

/** Checks that every decision which names a contract keeps it. */
export function checkContracts(document: WrittenDocument): readonly Diagnostic[] {
  const named = Object.entries(document.decisions).filter(([, d]) => d.implements);
  if (named.length === 0) return [];
  const forms = outcomeForms(document);
  return named.flatMap(([name, decision]) => {
    const form = forms[name];
    return form && decision.implements ? breachesOf(name, form, decision.implements) : [];
  });
}

const mend: Text = {
  zh: "改成约定的样子；这个判定若另有所指，就删去 `implements`",
  en: "give it the shape that is asked, or take `implements` out where the decision means something else",
};

function breachesOf(name: string, form: OutcomeForm, contract: Contract): readonly Diagnostic[] {
  const causes = causesOf(form, shapes[contract]);
  return causes.map((cause) =>
    variantFault("contract-broken", pointer("decisions", name), { name, contract, cause, mend }),
  );
}

function causesOf(form: OutcomeForm, shape: Shape): readonly Text[] {
  const [outcome] = Object.values(form.outputs);
  if (form.several || !outcome) return [phrases.several];
  if (outcome.type !== shape.outcome) return [phrases.outcome(shape.outcome, outcome.type)];
  return [
    ...strangersIn(outcome, shape).map(phrases.stranger),
    ...(form.grain === shape.grain ? [] : [phrases.grain[shape.grain]]),
    ...(shape.lists && form.kind !== "checklist" ? [phrases.lists] : []),
    ...Object.entries(shape.parts ?? {}).flatMap(([part, type]) => {
      const found = form.parts[part]?.type;
      return found === type ? [] : [phrases.part(part, type)];
    }),
  ];
}

function strangersIn({ labels }: PartForm, shape: Shape): readonly Text[] {
  if (!shape.labels) return [];
  const known = [...shape.labels.ranked, ...shape.labels.others];
  return (labels ?? []).filter((l) => !known.includes(l)).map((l) => strange(l, known));
}

const strange = (label: string, known: readonly string[]): Text => ({
  zh: han`\`${label}\` 不在 ${listed(known).zh} 之列`,
  en: `\`${label}\` is none of ${listed(known).en}`,
});

const phrases = {
  several: { zh: "结果应是单一的值", en: "its outcome has to be one value" },
  outcome: (wanted: Type["kind"], found: Type["kind"]): Text => ({
    zh: han`结果应是${nouns[wanted].zh}，这里却是${nouns[found].zh}`,
    en: `its outcome has to be ${nouns[wanted].en}, and is ${nouns[found].en}`,
  }),
  stranger: (cause: Text): Text => ({
    zh: han`结果${cause.zh}`,
    en: `its outcome ${cause.en}`,
  }),
  grain: {
    record: {
      zh: "它应能对一个对象单独判定，这里却要对全体拟合",
      en: "one subject has to be enough for it, and here it needs a population",
    },
    population: {
      zh: "它应在全体里排定，这里却只看一个对象",
      en: "it has to place a subject in its population, and here it looks at one alone",
    },
  },
  lists: {
    zh: "它应列出未满足和未知的各项，只有 `checklist` 能做到",
    en: "it has to list what is unmet and what is unknown, which only a `checklist` does",
  },
  part: (part: string, type: Type["kind"]): Text => ({
    zh: han`它应有组成部分 \`${part}\`，且是${nouns[type].zh}`,
    en: `it has to have a part \`${part}\` that is ${nouns[type].en}`,
  }),
} satisfies Record<string, unknown>;
