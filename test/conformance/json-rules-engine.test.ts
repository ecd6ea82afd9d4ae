import { fromRules } from "../../src/emit/json-rules-engine.ts";
import { compile, evaluate, loadRuleset } from "../../src/index.ts";
import { readData } from "../data.ts";
import { tiny } from "../kinds/tiny.ts";
import { factFor } from "./ruled.ts";
import { conformance } from "./suite.ts";

/*
 * The operators of json-rules-engine by its own tests, each as a rule that `fromRules` reads; and the
 * conditions that it rejects.
 */

const file = "conformance/json-rules-engine/operators.json";

interface Written {
  readonly operator: string;
  readonly value: unknown;
  readonly fact: unknown;
  readonly path?: string;
  readonly expected: boolean;
}
interface Tests {
  readonly cases: readonly Written[];
  readonly rejected: readonly { readonly conditions: object; readonly why: string }[];
}

const tests = () => JSON.parse(readData(file)) as Tests;
const idOf = ({ operator, value, fact, path }: Written) =>
  `${JSON.stringify(fact)}${path ? ` at ${path}` : ""} ${operator} ${JSON.stringify(value)}`;

const orders = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"];
const lettingOff = {
  "a fact that is null is unknown, so the rule is open, and not false": [
    ...["contains", "doesNotContain", ...orders].map((o) => `null ${o} 50`),
  ],
  "a text, a list or an object in the place of a number is refused when it is handed in": [
    '"non-number" lessThan 50',
    "[] lessThan 50",
    "{} lessThan 50",
  ],
  "a list of numbers is no type of fact": [
    "[5,10,15] contains 10",
    "[1,2,3] contains 10",
    "[5,10,15] doesNotContain 10",
    "[1,2,3] doesNotContain 10",
  ],
};

/** What a path finds in a fact; one that is no object is itself. Values are handed in one by one. */
function found({ fact, path }: Written): unknown {
  if (path === "$.[0].id") return Array.isArray(fact) ? fact[0].id : fact;
  if (path !== "$.phoneNumbers[*].type") return fact;
  return (fact as { phoneNumbers: { type: string }[] }).phoneNumbers.map((p) => p.type);
}

function decided(c: Written) {
  const { operator, value, path } = c;
  const x = found(c);
  const declared = factFor("x", Array.isArray(x) ? [[...x, value]] : [value].flat());
  const test = { fact: "x", operator, value, ...(path && { path }) };
  const rule = { conditions: { all: [test] }, event: { type: "it" } };
  const document = tiny({ facts: { x: declared } });
  const read = fromRules([rule], { document, ...(path && { names: { [`x ${path}`]: "x" } }) });
  const loaded = loadRuleset(read.document);
  if (!loaded.ok) throw new Error(JSON.stringify(read.refusals));
  const result = evaluate(compile(loaded.ruleset), "it", { x });
  return result.status === "decided" ? result.outcome : null;
}

conformance({
  title: "json-rules-engine: its operators",
  files: [file],
  cases: () => tests().cases.map((c) => ({ ...c, id: idOf(c) })),
  run: decided,
  lettingOff,
  counts: [39, 26],
});

conformance({
  title: "json-rules-engine: conditions that it rejects",
  files: [file],
  cases: () => tests().rejected.map((r) => ({ id: r.why, ...r, expected: "rejected" })),
  run({ conditions }) {
    const document = tiny({ facts: { x: factFor("x", [1]) } });
    const read = fromRules([{ conditions, event: { type: "it" } }], { document });
    return read.refusals.length > 0 && !read.document ? "rejected" : "taken";
  },
  counts: [4, 4],
});
