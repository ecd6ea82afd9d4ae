import type { WrittenDocument } from "../kinds/ruleset.ts";
import { diagnose, diagnosed } from "../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../ruleset/diagnostics.ts";
import { readingFault } from "../ruleset/reading.ts";
import type { Fact } from "../ruleset/schema/fact.ts";
import { settingFault } from "../ruleset/settings.ts";
import { settle } from "../ruleset/settle.ts";
import { suggestion } from "../ruleset/suggest.ts";
import type { Text } from "../ruleset/text.ts";
import { changeFaults } from "./changes.ts";

/** Checks what a ruleset declares, before any decision uses it. */
export function checkDeclarations(document: WrittenDocument): readonly Diagnostic[] {
  return [
    ...Object.entries(document.facts).flatMap(([n, f]) => factFaults(n, f, document)),
    ...aliasFaults(document),
    ...Object.entries(document.facts).flatMap(([n, f]) => valueFaults(n, f)),
    ...effectiveFaults(document),
    ...boundFaults(document),
    ...datedFaults(document),
    ...changeFaults(document),
    ...settle({ ...document, decisions: {} }).faults.map(diagnosed),
    ...emptyGroups(document),
  ];
}

function factFaults(name: string, fact: Fact, document: WrittenDocument): Diagnostic[] {
  const subjects = Object.keys(document.subjects);
  const faults = fact.subjects.flatMap((subject, i) =>
    subjects.includes(subject)
      ? []
      : [
          diagnose("unknown-subject", pointer("facts", name, "subjects", i), {
            name: subject,
            ...suggestion(subject, subjects),
          }),
        ],
  );
  if (fact.type !== "number") return faults;
  const { min, max } = fact;
  if (min === undefined || max === undefined || min <= max) return faults;
  const words = { value: `\`min\` ${min}`, bounds: upTo("max", max) };
  return [...faults, diagnose("out-of-bounds", pointer("facts", name, "min"), words)];
}

/** A column heading must mean one fact of a subject, whatever its case. */
function aliasFaults(document: WrittenDocument): Diagnostic[] {
  const owner = new Map<string, string>();
  const faults: Diagnostic[] = [];
  for (const [name, fact] of Object.entries(document.facts)) {
    const headings = new Set([name, fact.label.zh, fact.label.en, ...(fact.aliases ?? [])]);
    for (const subject of fact.subjects) {
      for (const alias of headings) {
        const key = `${subject} ${alias.trim().toLowerCase()}`;
        const first = owner.get(key);
        if (first && first !== name) {
          faults.push(
            readingFault("duplicate-alias", pointer("facts", name), { alias, first, second: name }),
          );
        }
        owner.set(key, name);
      }
    }
  }
  return faults;
}

/** A cell of a column must mean one value. */
function valueFaults(name: string, fact: Fact): Diagnostic[] {
  if (fact.type !== "label" && fact.type !== "list") return [];
  const owner = new Map<string, string>();
  return Object.entries(fact.values).flatMap(([value, { label, aliases }]) => {
    const texts = new Set(
      [value, label.zh, label.en, ...(aliases ?? [])].map((t) => t.trim().toLowerCase()),
    );
    return [...texts].flatMap((alias) => {
      const first = owner.get(alias);
      owner.set(alias, value);
      if (first === undefined) return [];
      return [
        readingFault("duplicate-alias", pointer("facts", name, "values", value), {
          alias,
          first,
          second: value,
        }),
      ];
    });
  });
}

function effectiveFaults({ effective: { from, to } }: WrittenDocument): Diagnostic[] {
  if (from === undefined || to === undefined || from <= to) return [];
  const words = { value: `\`from\` ${from}`, bounds: upTo("to", to) };
  return [diagnose("out-of-bounds", "/effective/from", words)];
}

function boundFaults(document: WrittenDocument): Diagnostic[] {
  return Object.entries(document.parameters).flatMap(([name, p]) => {
    if (p.type !== "number" || p.min <= p.max) return [];
    const words = { value: `\`min\` ${p.min}`, bounds: upTo("max", p.max) };
    return [diagnose("out-of-bounds", pointer("parameters", name, "min"), words)];
  });
}

/** A value of any day is one that the parameter can take. */
function datedFaults(document: WrittenDocument): Diagnostic[] {
  return Object.entries(document.parameters).flatMap(([name, p]) =>
    Object.entries(p.dated ?? {}).flatMap(([day, value]) => {
      const place = pointer("parameters", name, "dated", day);
      const wrong = settingFault(name, p, value, place);
      return wrong ? [diagnosed(wrong)] : [];
    }),
  );
}

/** A map that must have entries: an empty one would decide every account alike. */
function emptyGroups(document: WrittenDocument): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const groups = new Set([
    "bands",
    "rows",
    "dimensions",
    "indicators",
    "sections",
    "items",
    "outputs",
    "classes",
    "parts",
    "values",
    "readings",
    "inputs",
  ]);
  const walk = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const place = path + pointer(key);
      const isMap = typeof inner === "object" && inner !== null && !Array.isArray(inner);
      if (groups.has(key) && isMap && Object.keys(inner).length === 0) {
        faults.push(diagnose("empty-group", place, { key }));
      }
      walk(inner, place);
    }
  };
  if (Object.keys(document.decisions).length === 0) {
    faults.push(diagnose("empty-group", "/decisions", { key: "decisions" }));
  }
  for (const part of ["facts", "parameters", "decisions"] as const) {
    walk(document[part], pointer(part));
  }
  return faults;
}

const upTo = (key: string, most: number | string): Text => ({
  zh: `不大于 \`${key}\` ${most}`,
  en: `up to \`${key}\` ${most}`,
});
