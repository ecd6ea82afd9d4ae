import { describe, expect, it } from "vitest";
import { evaluate } from "./harness.ts";

/** A cell that can't be read: its column, what stands in it, and words of the reason. */
type Cell = readonly [column: string, value: string, reason: RegExp];

const cells: readonly Cell[] = [
  ["members", "12abc", /not a number in plain digits/],
  ["members", "abc", /not a number/],
  ["members", "1,234", /not a number/],
  ["members", "1 234", /not a number/],
  ["members", "１２", /not a number/],
  ["members", "1e2", /not a number/],
  ["members", "0x10", /not a number/],
  ["members", "12人", /not a number/],
  ["members", "¥12", /not a number/],
  ["members", "12%", /not a number/],
  ["members", "--5", /not a number/],
  ["members", "1.2.3", /not a number/],
  ["members", ".5", /not a number/],
  ["members", "5.", /not a number/],
  ["members", "NaN", /not a number/],
  ["members", "Infinity", /not a number/],
  ["members", "-", /not a number/],
  ["members", "N/A", /not a number/],
  ["members", "#REF!", /not a number/],
  ["members", "=1+1", /not a number/],
  ["members", "null", /not a number/],
  ["members", "二十", /not a number/],
  ["members", "-1", /below the least allowed, 0/],
  ["members", "1001", /above the most allowed, 1000/],
  ["members", "1.5", /1 decimal, and this fact takes whole numbers only/],
  ["members", "12345678901234567890", /more digits than a number holds exactly/],
  ["revenue", "1.005", /3 decimals/],
  ["revenue", "0.12345678901234567", /more digits than a number holds exactly/],
  ["revenue", "-1000.01", /below the least allowed/],
  ["revenue", "1000000.01", /above the most allowed/],
  ["revenue", "1，5", /not a number/],
  ["vip", "maybe", /neither yes nor no/],
  ["vip", "2", /neither yes nor no/],
  ["vip", "是的", /neither yes nor no/],
  ["vip", "TRUE!", /neither yes nor no/],
  ["joined", "2010-02-30", /not a day of the calendar/],
  ["joined", "2010/13/05", /not a day of the calendar/],
  ["joined", "2010/02/29", /not a day of the calendar/],
  ["joined", "2010年1月5日", /not a day in a form that is read: it is written YYYY年M月D日/],
  ["joined", "2010.1.5", /not a day in a form that is read: it is written with points/],
  ["joined", "5/1/2010", /not a day in a form that is read: its year stands last/],
  ["joined", "10/1/5", /not a day of the calendar/],
  ["joined", "2010/1/5 0:00", /not a day in a form that is read: it has a time of day/],
  ["joined", "40183", /not a day in a form that is read: it is a count of days/],
  ["joined", "20100105", /not a day/],
  ["joined", "5 Jan 2010", /not a day/],
  ["joined", "2010-1-5", /not a day/],
  ["status", "on-nett", /outside its list of values/],
  ["status", "3", /outside its list/],
  ["status", "在网 离网", /outside its list/],
  ["services", "fax", /outside its list/],
  ["services", "line;fax", /outside its list/],
  ["services", "line,sms", /outside its list/],
];

const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value}"` : value);

describe("a cell that can't be read", () => {
  it.each(cells)("%s of `%s` is rejected in CSV", async (column, value, reason) => {
    const text = `id,${column}\n1,\n2,${quoted(value)}\n3,\n`;
    const { status, rows, err } = await evaluate(text);
    expect(status).toBe(1);
    expect(rows.map((r) => r.status)).toEqual(["undetermined", "rejected", "undetermined"]);
    expect(rows[1]).toMatchObject({ row: 2, line: 3, faults: [{ column, value }] });
    expect(rows[1].faults[0].message).toMatch(reason);
    expect(rows[1].faults[0].help).toMatch(/\w/);
    expect(err).toContain("3 rows = 0 decided + 2 undetermined + 1 rejected");
    expect(err).toContain(`line 3: column \`${column}\` is \`${value}\``);
  });

  it("tells everything that is wrong in a row, in the order of its columns", async () => {
    const { rows } = await evaluate("vip,members,revenue,status\nmaybe,-1,x,y\n");
    const columns = rows[0].faults.map((f: { column: string }) => f.column);
    expect(columns).toEqual(["vip", "members", "revenue", "status"]);
  });
});

/** A JSON value that can't be read. */
const values: readonly (readonly [line: string, column: string, reason: RegExp])[] = [
  ['{"members": "12abc"}', "members", /not a number/],
  ['{"members": true}', "members", /must be a number/],
  ['{"members": [12]}', "members", /must be a number/],
  ['{"members": {"n": 12}}', "members", /must be a number/],
  ['{"members": 1e400}', "members", /larger than any number/],
  ['{"members": -1}', "members", /below the least/],
  ['{"members": 12345678901234567890}', "members", /more digits/],
  ['{"revenue": 0.1000000000000000055}', "revenue", /more digits/],
  ['{"vip": 2}', "vip", /neither yes nor no/],
  ['{"vip": []}', "vip", /must be true or false/],
  ['{"joined": 20100101}', "joined", /not a day/],
  ['{"joined": true}', "joined", /not a day/],
  ['{"status": "gone"}', "status", /outside its list/],
  ['{"status": false}', "status", /outside its list/],
  ['{"services": ["fax"]}', "services", /outside its list/],
  ['{"services": [1]}', "services", /outside its list/],
  ['{"services": {}}', "services", /must be a list/],
  ['{"city": {}}', "city", /must be a text/],
  ['{"members": 5, "成员数": 6}', "成员数", /same fact as `members`/],
];

describe("a JSON value that can't be read", () => {
  it.each(values)("%s is rejected", async (line, column, reason) => {
    const { status, rows } = await evaluate(`{"members": 1}\n${line}\n`);
    expect(status).toBe(1);
    expect(rows[1]).toMatchObject({ row: 2, line: 2, status: "rejected", faults: [{ column }] });
    expect(rows[1].faults[0].message).toMatch(reason);
  });
});

/** A line that is no row at all. */
const lines: readonly (readonly [name: string, line: string, reason: RegExp])[] = [
  ["broken JSON", '{"members": 1', /not JSON/],
  ["a JSON number", "12", /not an object/],
  ["a JSON array", "[1]", /not an object/],
  ["null", "null", /not an object/],
  ["a text", '"members"', /not an object/],
  ["single quotes", "{'members': 1}", /not JSON/],
  ["two objects", '{"members":1}{"members":2}', /not JSON/],
  ["a comma too many", '{"members": 1,}', /not JSON/],
  ["a comment", '{"members": 1} // twelve', /not JSON/],
  ["NaN", '{"members": NaN}', /not JSON/],
  ["a CSV line", "1,2,3", /not JSON/],
];

describe("a JSON line that is no object", () => {
  it.each(lines)("%s is rejected", async (_, line, reason) => {
    const { status, rows } = await evaluate(`{"members": 1}\n${line}\n{"members": 2}\n`);
    expect(status).toBe(1);
    expect(rows.map((r) => r.status)).toEqual(["undetermined", "rejected", "undetermined"]);
    expect(rows[1]).toMatchObject({ line: 2, faults: [{ value: line }] });
    expect(rows[1].faults[0].message).toMatch(reason);
  });
});

describe("a CSV line that is no row", () => {
  it.each([
    ["too few cells", "1", /1 cell, and the file 2 headings/],
    ["too many cells", "1,2,3", /3 cells, and the file 2 headings/],
    ["an open quote", '1,"2', /opened and never closed/],
    ["a quote in a quote", '1,"2"3', /text follows a closing quote/],
  ])("%s is rejected", async (_, line, reason) => {
    const { status, rows } = await evaluate(`members,city\n1,x\n${line}\n2,y\n3,z\n`);
    expect(status).toBe(1);
    expect(rows.map((r) => [r.line, r.status])).toEqual([
      [2, "undetermined"],
      [3, "rejected"],
      [4, "undetermined"],
      [5, "undetermined"],
    ]);
    expect(rows[1].faults[0].message).toMatch(reason);
  });

  it("loses one line to a quote never closed, however long the file", async () => {
    const rest = Array.from({ length: 500 }, (_, i) => `${i},x`).join("\n");
    const { rows } = await evaluate(`members,city\n1,"x\n${rest}\n`);
    expect(rows).toHaveLength(501);
    expect(rows.filter((r) => r.status === "rejected")).toHaveLength(1);
    expect(rows[500].line).toBe(502);
  });

  it("rejects a line longer than can be held, and reads on", async () => {
    const { rows } = await evaluate(`members,city\n1,${"x".repeat(3_000_000)}\n2,y\n`);
    expect(rows.map((r) => [r.line, r.status])).toEqual([
      [2, "rejected"],
      [3, "undetermined"],
    ]);
    expect(rows[0].faults[0].message).toMatch(/longer than a million bytes/);
  });

  it("cuts a long value in its output", async () => {
    const { rows, out } = await evaluate(`{"members":1}\n{"members": "${"9".repeat(5000)}"}\n`);
    expect(rows[1].status).toBe("rejected");
    expect(out.length).toBeLessThan(2000);
  });
});
