import { describe, expect, it } from "vitest";
import { strayWords } from "../load/words.ts";
import { evaluate } from "./harness.ts";

/* What a row is rejected for, in Chinese: the whole message and mend, written by hand. */

const told: readonly (readonly [column: string, value: string, message: string, help: string])[] = [
  [
    "members",
    "12人",
    "不是普通数字",
    "只写数字，至多一个小数点，例如 `1234.5`：不带单位，不带千位分隔符",
  ],
  ["members", "-1", "低于允许的最小值 0", "改为不小于 0 的数字，单位是个"],
  ["members", "1001", "高于允许的最大值 1000", "改为不大于 1000 的数字，单位是个"],
  ["members", "1.5", "有 1 位小数，而这项事实只收整数", "在产生它的地方舍入，不在这里"],
  [
    "members",
    "12345678901234567890",
    "位数多于能精确保存的位数",
    "最多 15 位；如果是编号，就不是数字",
  ],
  ["revenue", "1.005", "有 3 位小数，而这项事实最多 2 位", "在产生它的地方舍入，不在这里"],
  ["vip", "maybe", "既不是“是”也不是“否”", "写成 是/否、1/0、`true`/`false` 或 `yes`/`no`"],
  [
    "joined",
    "2010-02-30",
    "不是日历上的一天",
    "写成 年-月-日 或 年/月/日，例如 2010-11-30 或 2010/11/30",
  ],
  [
    "joined",
    "2010年1月5日",
    "不是能读取的日期写法：它写成了“年月日”",
    "写成 年-月-日 或 年/月/日，例如 2010-11-30 或 2010/11/30",
  ],
];

describe("a rejected row, in Chinese", () => {
  it.each(told)("%s of `%s`", async (column, value, message, help) => {
    const { rows, err } = await evaluate(`id,${column}\n1,${value}\n`, "--lang", "zh");
    expect(rows[0].faults).toEqual([{ column, value, message, help }]);
    expect(err).toContain(`第 2 行：列 \`${column}\` 是 \`${value}\`：${message}；${help}`);
  });

  it.each([
    ["status", "on-nett"],
    ["services", "line;fax"],
    ["joined", "2010.1.5"],
    ["joined", "5/1/2010"],
    ["joined", "40183"],
    ["joined", "20100105"],
    ["joined", "2010-1-5"],
    ["joined", "2010/1/5 0:00"],
  ])("has no English in it: %s of `%s`", async (column, value) => {
    const { rows } = await evaluate(`id,${column}\n1,${value}\n`, "--lang", "zh");
    const [{ message, help }] = rows[0].faults;
    // The labels of a value stand in brackets behind it: they are the ruleset's own words.
    const own = help.replaceAll(/（[^）]*）/g, "");
    expect([message, own].flatMap(strayWords)).toEqual([]);
  });

  it.each([
    ["{'members': 1}", "这一行不是 JSON", '每行写一个 JSON 的 `{ … }`，例如 `{"members": 12}`'],
    ["12", "这一行是 JSON，但不是 `{ … }`", "每行写一个 JSON 的 `{ … }`，字段名用事实的名称"],
  ])("is told of a line that is no object: %s", async (line, message, help) => {
    const { rows } = await evaluate(`{"members": 1}\n${line}\n`, "--lang", "zh");
    expect(rows[1].faults).toEqual([{ value: line, message, help }]);
  });

  it.each([
    ['{"services": {}}', "services", "应当是列表", "改为由其取值组成的列表"],
    ['{"city": {}}', "city", "应当是文字", "改为文字"],
    ['{"members": {}}', "members", "应当是数字", "改为数字，单位是个，前后不带文字"],
    [
      '{"vip": "maybe"}',
      "vip",
      "既不是“是”也不是“否”",
      "写成 是/否、1/0、`true`/`false` 或 `yes`/`no`",
    ],
    [
      '{"members": 5, "成员数": 6}',
      "成员数",
      "它与 `members` 是同一项事实，而这一行两个都有",
      "只保留一个",
    ],
  ])("is told of a JSON value: %s", async (line, column, message, help) => {
    const { rows } = await evaluate(`{"members": 1}\n${line}\n`, "--lang", "zh");
    expect(rows[1].faults).toMatchObject([{ column, message, help }]);
  });

  it.each([
    [
      "1",
      "这一行有 1 个单元格，而文件有 2 个列标题",
      "每一列都要有单元格，可以是空的：`members`、`city`",
    ],
    ["1,2,3", "这一行有 3 个单元格，而文件有 2 个列标题", "单元格里有逗号时，用引号把它括起来"],
    ['1,"2', "引号没有闭合", '闭合引号；属于文字的引号写两个：`""`'],
    ['1,"2"3', "闭合的引号后面还有文字", '属于文字的引号写两个：`""`'],
  ])("is told of a CSV line: %s", async (line, message, help) => {
    const { rows } = await evaluate(`members,city\n${line}\n`, "--lang", "zh");
    expect(rows[0].faults).toMatchObject([{ message, help }]);
  });

  it("is told in the CSV output too", async () => {
    const { out } = await evaluate("id,members\n1,12人\n", "--lang", "zh", "--format", "csv");
    expect(out).toContain(
      "列 `members` 是 `12人`：不是普通数字；只写数字，至多一个小数点，例如 `1234.5`：不带单位，不带千位分隔符",
    );
  });
});
