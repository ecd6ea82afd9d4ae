/**
 * Faults of a ruleset, as data. The codes are a closed set; each has one message, which names the
 * place, the value, the reason and the mend in the policy owner's words.
 */
export interface Diagnostic {
  readonly code: Code;
  /** The place, as a JSON pointer (RFC 6901). */
  readonly path: string;
  readonly message: string;
  readonly help: string;
  readonly severity: "error" | "warning";
}

/** Every code a diagnostic can have. */
export const codes = [
  "json-syntax",
  "too-large",
  "forbidden-key",
  "unknown-key",
  "missing-key",
  "wrong-type",
  "bad-value",
  "bad-name",
  "out-of-bounds",
  "empty-group",
  "duplicate-alias",
  "unknown-subject",
  "unknown-fact",
  "unknown-parameter",
  "unknown-reading",
  "missing-reading",
  "unknown-decision",
  "unknown-part",
  "unknown-condition",
  "unknown-outcome",
  "order-mismatch",
  "cycle",
  "type-mismatch",
  "other-subject",
  "mixed-populations",
  "lowest-band",
  "duplicate-band",
  "share-sum",
  "duplicate-part",
  "rest-class",
  "over-maximum",
  "maximum-sum",
  "inexact",
  "duplicate-key",
] as const;

/** A code of a diagnostic: what kind of fault it is. */
export type Code = (typeof codes)[number];

type Told = { readonly message: string; readonly help: string };
type Words = Record<string, string>;

const near = (w: Words) => (w.near ? `did you mean \`${w.near}\`?` : `known here: ${w.known}`);

const catalogue: Readonly<Record<Code, (w: Words) => Told>> = {
  "json-syntax": (w) => ({
    message: `the text is not JSON: ${w.reason}`,
    help: "mend the JSON at that place; a comma too many or a missing quote is the usual cause",
  }),
  "duplicate-key": (w) => ({
    message: `the key \`${w.key}\` stands twice in one object, on line ${w.line}`,
    help: "keep one of the two: only the last would count",
  }),
  "too-large": (w) => ({
    message: `the ruleset has ${w.size} ${w.what}, over the limit of ${w.limit}`,
    help: "split the ruleset, or leave out what no decision uses",
  }),
  "forbidden-key": (w) => ({
    message: `the key \`${w.key}\` is not allowed in a ruleset`,
    help: "rename it: this name has a meaning of its own in JavaScript",
  }),
  "unknown-key": (w) => ({ message: `the key \`${w.key}\` means nothing here`, help: near(w) }),
  "missing-key": (w) => ({
    message: `the key \`${w.key}\` is missing`,
    help: `add \`${w.key}\`: ${w.expected}`,
  }),
  "wrong-type": (w) => ({
    message: `\`${w.value}\` stands where ${w.expected} is expected`,
    help: `write ${w.expected}`,
  }),
  "bad-value": (w) => ({
    message: `\`${w.value}\` is not one of the values allowed here`,
    help: near(w),
  }),
  "bad-name": (w) => ({
    message: `\`${w.value}\` does not have the form needed here`,
    help: `write ${w.expected}`,
  }),
  "out-of-bounds": (w) => ({
    message: `${w.value} is outside the bounds ${w.bounds}`,
    help: "set a value within the bounds, or change the bounds where they are declared",
  }),
  "empty-group": (w) => ({
    message: `\`${w.key}\` has no entry`,
    help: "give it at least one entry: an empty group would decide every account alike",
  }),
  "duplicate-alias": (w) => ({
    message: `\`${w.alias}\` is the name of both \`${w.first}\` and \`${w.second}\``,
    help: "keep it on one of the two: a column with this heading would fit both",
  }),
  "unknown-subject": (w) => ({ message: `no subject is called \`${w.name}\``, help: near(w) }),
  "unknown-fact": (w) => ({ message: `no fact is called \`${w.name}\``, help: near(w) }),
  "unknown-parameter": (w) => ({ message: `no parameter is called \`${w.name}\``, help: near(w) }),
  "unknown-reading": (w) => ({
    message: `\`${w.name}\` is not a reading of the parameter \`${w.parameter}\``,
    help: near(w),
  }),
  "missing-reading": (w) => ({
    message: `the reading \`${w.name}\` of the parameter \`${w.parameter}\` has no case here`,
    help: "add a case for it, so that every reading says what it means",
  }),
  "unknown-decision": (w) => ({ message: `no decision is called \`${w.name}\``, help: near(w) }),
  "unknown-part": (w) => ({
    message: `the decision \`${w.decision}\` has no part \`${w.name}\``,
    help: near(w),
  }),
  "unknown-condition": (w) => ({
    message: `the decision has no condition called \`${w.name}\``,
    help: near(w),
  }),
  "unknown-outcome": (w) => ({
    message: `\`${w.name}\` is not among the outcomes declared`,
    help: near(w),
  }),
  "order-mismatch": (w) => ({
    message: `\`order\` and the entries differ: ${w.difference}`,
    help: "name in `order` every entry, each once: a JSON object alone has no order",
  }),
  cycle: (w) => ({
    message: `\`${w.name}\` depends on itself: ${w.loop}`,
    help: "take one of these references out",
  }),
  "type-mismatch": (w) => ({
    message: `${w.what} takes ${w.expected}, and this is ${w.found}`,
    help: `give ${w.expected} here`,
  }),
  "other-subject": (w) => ({
    message: `\`${w.name}\` is about ${w.belongs}, and this decision is about ${w.subject}`,
    help: "use what belongs to the same subject, or an aggregate over the other one",
  }),
  "mixed-populations": (w) => ({
    message: `the decision needs to be fitted to both ${w.first} and ${w.second}`,
    help: "split it: a decision can be fitted to one population",
  }),
  "lowest-band": (w) => ({
    message: `${w.count} bands have no \`from\`; exactly one must have none`,
    help: "leave `from` out of the lowest band alone: it takes everything below the others",
  }),
  "duplicate-band": (w) => ({
    message: `the bands \`${w.first}\` and \`${w.second}\` both begin at ${w.from}`,
    help: "give each band its own beginning",
  }),
  "share-sum": (w) => ({
    message: `the shares add up to ${w.sum}, not to 1`,
    help: "make the shares of all classes add up to 1",
  }),
  "duplicate-part": (w) => ({
    message: `the decision has two parts called \`${w.name}\``,
    help: "rename one of the two: a part is cited by its name",
  }),
  "rest-class": (w) => ({
    message: `the class \`${w.name}\` has neither share nor count, and is not the last`,
    help: "give it a share or a count: only the last class takes all that are left",
  }),
  "over-maximum": (w) => ({
    message: `${w.value} points are over the maximum of ${w.maximum}`,
    help: "lower the points, or raise the maximum",
  }),
  "maximum-sum": (w) => ({
    message: `the maxima inside add up to ${w.sum}, and the maximum stated is ${w.maximum}`,
    help: "make the two agree",
  }),
  inexact: (w) => ({
    message: `a value here can have ${w.digits} digits, more than the ${w.limit} that are kept exactly`,
    help: "lower a scale, or give the facts in it a narrower range",
  }),
};

/** Makes a diagnostic: fills the code's message with the user's own words. */
export function fault(code: Code, path: string, words: Words = {}): Diagnostic {
  return { code, path, ...catalogue[code](words), severity: "error" };
}

/** Writes keys as a JSON pointer (RFC 6901). */
export function pointer(...keys: readonly PropertyKey[]): string {
  return keys.map((k) => `/${String(k).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Thrown when the library is used in a way that can't be right; the message says what to do. */
export class TiercutError extends Error {
  override readonly name = "TiercutError";
  /** What was found, where the misuse lies in a ruleset, a setting or a record. */
  readonly diagnostics: readonly Diagnostic[];
  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super(message);
    this.diagnostics = diagnostics;
  }
}

/** Tells diagnostics as lines of text. */
export function tell(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((d) => `${d.path || "/"}: ${d.message} (${d.help})`).join("\n");
}
