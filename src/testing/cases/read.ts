import { readSource } from "../../load/read.ts";
import { checkForm } from "../../load/structure.ts";
import { diagnose } from "../../ruleset/diagnose.ts";
import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import { type CaseFile, caseFile } from "./schema.ts";

/** A case file, or every fault that is in it. */
export type ReadCases =
  | { readonly file: CaseFile }
  | { readonly diagnostics: readonly Diagnostic[] };

/** Reads a case file: its JSON text, or what parsing it gave. */
export function readCases(source: unknown): ReadCases {
  const { value, safe, faults } = readSource(source);
  const found = safe ? [...faults, ...checkForm(caseFile, value)] : faults;
  if (found.length > 0) return { diagnostics: found };
  const file = value as CaseFile;
  const idle = idleIn(file);
  return idle.length > 0 ? { diagnostics: idle } : { file };
}

/** A case that expects nothing would always pass. */
function idleIn({ cases }: CaseFile): readonly Diagnostic[] {
  const expected = {
    zh: '期望的结果，如 `{ "outcome": "5" }`',
    en: 'what it comes to, such as `{ "outcome": "5" }`',
  };
  return cases.flatMap(({ expect, outcomes }, i) =>
    (outcomes ?? []).every((o) => o === null) && Object.keys(expect ?? {}).length === 0
      ? [diagnose("missing-key", pointer("cases", i), { key: "expect", expected })]
      : [],
  );
}
