import { readData } from "../data.ts";
import { type Groups, type Json, readCondition } from "./growthbook.ts";
import { ruled } from "./ruled.ts";
import { conformance } from "./suite.ts";

/*
 * Targeting conditions of GrowthBook over attributes, each as a rule.
 */

const file = "conformance/growthbook/eval-condition-a.json";

interface Written {
  readonly name: string;
  readonly condition: Json;
  readonly attributes: Json;
  readonly expected: boolean;
  readonly savedGroups?: Groups;
}

const lettingOff = {
  "regular expressions: a ruleset has none": [
    "$and/$or - all true",
    "$and/$or - second or true",
    "$and/$or - both or false",
    "$regex - pass",
    "$regexi - pass (case insensitive match)",
    "$regexi - fail",
    "$notRegex - fail",
    "$notRegexi - fail",
    "$regex invalid - fail",
    "$not - fail",
    "$elemMatch nested - pass",
    "$elemMatch nested - fail not array",
  ],
  "an operator that is not known is refused, and does not count as false": [
    "unknown operator - pass",
  ],
  "upper and lower case taken for the same: a text is what is written": [
    "$ini - fail",
    "$nini - pass",
    "$alli - pass",
  ],
  "texts have no order, so none comes before a version with a text behind its numbers": [
    "$gt/$lt strings - fail $gt",
    "$gt/$lt strings - pass",
    "$vgt/$vlt prerelease  w/ multiple fields - fail $vgt",
    "$vgt/$vlt prerelease - pass",
    "version 1.0.0-0.0 < 1.0.0-0.0.0",
    "version 1.0.0-99 < 1.0.0-100",
    "version 1.0.0-alpha.1 < 1.0.0-alpha.beta",
    "version 1.0.0-beta < 1.0.0-beta.2",
    "version 1.0.0-beta.11 < 1.0.0-rc.1",
    "version 1.0.0-0 < 1.0.0--1",
    "version 1.0.0-1.0 < 1.0.0-1.-1",
    "version 0.0.0 > 0.0.0-foo",
    "version v0.0.0 > 0.0.0-foo",
    "version 0.0.0 > v0.0.0-foo",
    "version 1.2.3 > 1.2.3-asdf",
    "version 1.2.3 > 1.2.3-4-foo",
    "version 1.2.3-5 > 1.2.3-4",
    "version 1.2.3-a.b > 1.2.3-a.5",
    "version 1.2.3-a.b.c.10.d.5 > 1.2.3-a.b.c.5.d.100",
    "version 1.2.3-r100 > 1.2.3-R2",
  ],
  "the type of a value is declared, and not asked for": [
    "$type string - pass",
    "$type boolean - pass",
    "$type number - pass",
    "$type object - pass",
    "$type array - pass",
  ],
  "a list of numbers is no type of fact": [
    "$elemMatch - fail - flat arrays",
    "$size empty - fail",
    "$size nested - fail equal",
  ],
  "a list compared as a whole, in its order, or an object": [
    "equals array - pass",
    "equals array - fail missing item",
    "equals array - fail type mismatch",
    "equals object - fail extra property",
    "equals object - fail type mismatch",
  ],
  "a fact has one type: a text where a list is asked for, or numbers and texts in one list, are refused":
    ["$size number - fail not array", "$inGroup fails for improperly typed data"],
};

conformance({
  title: "GrowthBook: conditions on attributes",
  files: [file],
  cases: () =>
    (JSON.parse(readData(file)) as readonly Written[]).map((c) => ({ ...c, id: c.name })),
  run({ condition, attributes, savedGroups = {} }) {
    const { when, facts, values } = readCondition(condition, attributes, savedGroups);
    return ruled(when, facts, values);
  },
  lettingOff,
  counts: [118, 67],
});
