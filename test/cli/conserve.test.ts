import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "./harness.ts";

const cell = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "1",
    "-1",
    "1.5",
    "12abc",
    "甲",
    "在网",
    "是",
    '"',
    '""',
    '"a',
    "a,b",
    "=1",
  ),
  fc.string({ maxLength: 8 }),
  fc.integer().map(String),
);
const csvLine = fc.oneof(
  fc.array(cell, { minLength: 1, maxLength: 6 }).map((cells) => cells.join(",")),
  fc.array(cell, { minLength: 4, maxLength: 4 }).map((cells) => cells.map(quote).join(",")),
  fc.string({ maxLength: 30 }),
);
const jsonLine = fc.oneof(
  fc
    .record(
      {
        accountId: fc.anything(),
        city: fc.string(),
        members: fc.jsonValue(),
        status: cell,
        月收入: fc.double(),
      },
      { requiredKeys: [] },
    )
    .map((record) => safeJson(record)),
  fc.json(),
  fc.string({ maxLength: 30 }),
);

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_, v) => (typeof v === "bigint" ? String(v) : v)) ?? "{}";
  } catch {
    return "{}";
  }
}

/** rows in = decided + undetermined + rejected, each in its place, whatever is handed in. */
async function conserves(text: string | Uint8Array, ...options: string[]) {
  const { status, out, err } = await evaluate(text, ...options);
  const rows = out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const by = (wanted: string) => rows.filter((r) => r.status === wanted).length;
  expect(rows.map((r) => r.row)).toEqual(rows.map((_, i) => i + 1));
  const lines = rows.map((r) => r.line);
  expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
  const [decided, undetermined, rejected] = ["decided", "undetermined", "rejected"].map(by);
  expect(err).toContain(
    `${rows.length} ${rows.length === 1 ? "row" : "rows"} = ${decided} decided + ${undetermined} undetermined + ${rejected} rejected`,
  );
  expect(status).toBe(rejected === 0 ? 0 : 1);
  return rows;
}

const decisions = ["--decision", "big,class"];

describe("no row is lost", () => {
  it("of any CSV", async () => {
    const text = fc.array(csvLine, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom("\n", "\r\n"), async (lines, end) => {
        await conserves(["accountId,city,members,status", ...lines].join(end), ...decisions);
      }),
      { numRuns: 70 },
    );
  });

  it("of CSV that is well written: as many rows as were written", async () => {
    const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const body = written.map((cells) => cells.map(quote).join(",")).join("\n");
        const out = await conserves(`accountId,city,members,status\n${body}\n`, ...decisions);
        expect(out).toHaveLength(written.length);
      }),
      { numRuns: 50 },
    );
  });

  it("of any JSON lines: one row for each line that is not blank", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(jsonLine, { maxLength: 12 }), async (lines) => {
        const text = ['{"members": 1, "city": "甲"}', ...lines].join("\n");
        const rows = await conserves(text, ...decisions, "--from", "jsonl");
        expect(rows).toHaveLength(text.split("\n").filter((l) => l.trim() !== "").length);
      }),
      { numRuns: 70 },
    );
  });

  it("of any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await conserves(Buffer.concat([Buffer.from("members,city\n"), bytes]), ...decisions);
        await conserves(Buffer.concat([Buffer.from('{"members":1}\n'), bytes]), ...decisions);
      }),
      { numRuns: 70 },
    );
  });
});
