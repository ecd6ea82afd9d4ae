import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, it } from "vitest";
import { holdsNames } from "../../../src/analyze/diff/compare.ts";
import type { Json } from "../../kinds/tiny.ts";
import { type Case, caseOf, type Edit, isTree, put } from "./arbitraries.ts";
import { always, holds, plainly } from "./promises.ts";

/* The rulesets that ship, with numbers, words and entries changed wherever they have them. */

const folder = new URL("../../../rulesets/", import.meta.url);
const rulesets = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Json)
  .map(({ $schema, ...document }): Json => ({ ...document, version: "1.0.0" }));

const mentioned = (value: unknown, key: string) =>
  [...JSON.stringify(value).matchAll(new RegExp(`"${key}":"([A-Za-z0-9]+)`, "g"))].map((found) =>
    String(found[1]),
  );
const pick = (all: unknown, names: Iterable<string>) =>
  Object.fromEntries([...names].flatMap((n) => (isTree(all) && n in all ? [[n, all[n]]] : [])));

/** A decision with all that it rests on: as much of a ruleset as is quickly loaded again. */
function around(document: Json, decision: string): Json {
  const all = document.decisions as Json;
  const names = new Set([decision]);
  for (const name of names) for (const other of mentioned(all[name], "decision")) names.add(other);
  const decisions = pick(all, names);
  const used = ["parameter", "reading"].flatMap((key) => mentioned(decisions, key));
  return {
    ...document,
    facts: pick(document.facts, mentioned(decisions, "fact")),
    parameters: pick(document.parameters, used),
    decisions,
    silenced: {},
  };
}

/** The edits of one place that is likely to be edited. */
function editsOf(value: unknown, path: string): readonly Edit[] {
  const whole = path.slice(0, path.lastIndexOf("/"));
  const gone = holdsNames(whole) ? [put(path, undefined)] : [];
  if (typeof value === "number") return [1, 2].map((n) => put(path, value + n));
  if (!isTree(value)) return gone;
  if (typeof value.zh === "string")
    return ["一", "二"].map((word) => put(path, { ...value, zh: word }));
  if (value.operator !== undefined && typeof value.value === "number")
    return [1, 2].map((n) => put(path, { ...value, value: Number(value.value) + n }));
  return gone;
}

const sections = ["facts", "parameters", "decisions", "notes", "effective"];

/** All places that may be edited, each with its edits. */
function placesOf(document: Json): ReadonlyMap<string, readonly Edit[]> {
  const places = new Map<string, readonly Edit[]>();
  const walk = (value: unknown, path: string) => {
    const edits = editsOf(value, path);
    if (edits.length > 0) places.set(path, edits);
    if (!isTree(value) || typeof value.zh === "string" || value.operator !== undefined) return;
    for (const [key, inside] of Object.entries(value)) walk(inside, `${path}/${key}`);
  };
  for (const section of sections) walk(document[section], `/${section}`);
  return places;
}

const shippedCase = (document: Json): fc.Arbitrary<Case> =>
  fc
    .constantFrom(...Object.keys(document.decisions as Json))
    .chain((decision) => caseAround(around(document, decision)));

/** Both sides edit among the same few places, so that they often meet. */
function caseAround(document: Json): fc.Arbitrary<Case> {
  const places = [...placesOf(document)];
  const few = fc.array(fc.constantFrom(...places), { minLength: 2, maxLength: 4 });
  return few.chain((found) => {
    const some = fc.array(fc.constantFrom(...found.flatMap(([, edits]) => edits)), {
      maxLength: 3,
    });
    const first = fc.constant<readonly Edit[]>([]);
    const stated = found.map(([path]) => path).filter((path) => !path.endsWith("/operator"));
    return caseOf(document, { first, theirs: some, ours: some }, stated);
  });
}

describe.each(rulesets.map((r) => [String(r.id), r] as const))("%s", (_, document) => {
  it("and what is changed of it is moved as promised", { timeout: 600_000 }, () => {
    holds(shippedCase(document), { ...always, ...plainly }, Number(process.env.RUNS ?? 15));
  });
});
