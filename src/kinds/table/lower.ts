import type { NodeId, Origin } from "../../plan/node.ts";
import type { Part } from "../../plan/plan.ts";
import { type Lowered, type Lowering, partOf } from "../lowering.ts";
import { collect } from "./collect.ts";
import { choose } from "./policy.ts";
import { type Body, knownOutputs, matchRows, type Table } from "./rows.ts";

/** Lowers a table: one part an output, chosen by the rows that match. */
export function lower(table: Table, at: Origin, ctx: Lowering): Lowered {
  knownOutputs(table, Object.keys(table.outputs), at, ctx);
  const rows = matchRows(table, at, ctx);
  const parts = Object.entries(table.outputs).map(([name, output]): Part => {
    const origin = partOf(at, name, output, "outputs", name);
    const node =
      table.hitPolicy === "collect"
        ? collect(table, rows, name, at, ctx)
        : choose(table, rows, name, output.outcomes, at, ctx);
    return { name, role: "output", node, origin, outcomes: output.outcomes };
  });
  const [only] = parts;
  return { outcome: parts.length === 1 && only ? only : parts, parts };
}

/** Lowers the body of a table to the points in its one output, `points`. */
export function lowerPoints(body: Body, at: Origin, ctx: Lowering): NodeId {
  knownOutputs(body, ["points"], at, ctx);
  return choose(body, matchRows(body, at, ctx), "points", undefined, at, ctx);
}
