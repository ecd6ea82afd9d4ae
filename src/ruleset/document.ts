import type { Fact } from "./schema/fact.ts";
import type { Parameter } from "./schema/parameter.ts";
import type { Citation, Text } from "./text.ts";

/** A ruleset document around its decisions, whose form the kinds give. */
export interface DocumentOf<Decision> {
  readonly $schema?: string | undefined;
  readonly language: "1";
  readonly id: string;
  readonly version: string;
  readonly label: Text;
  readonly source: {
    readonly title: string;
    readonly issuer: Text;
    readonly issued?: string | undefined;
  };
  readonly effective: { readonly from?: string | undefined; readonly to?: string | undefined };
  readonly notes?: Readonly<Record<string, { readonly note: Text; readonly citation: Citation }>>;
  readonly subjects: Readonly<Record<string, { readonly label: Text }>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Warnings that are known and accepted. */
  readonly silenced?:
    | Readonly<Record<string, { readonly code: string; readonly at: string; readonly why: Text }>>
    | undefined;
}
