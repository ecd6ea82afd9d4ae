import { describe, expect, it } from "vitest";
import { loadRuleset } from "../../src/index.ts";
import {
  boolean,
  compared,
  date,
  fact,
  formula,
  type Json,
  label,
  list,
  named,
  number,
  only,
  terms,
  text,
  words,
} from "./tiny.ts";

/* Faults that only some kinds can have, told whole. */

const facts = {
  n: number("n"),
  b: boolean("b"),
  t: date("t"),
  w: words("w"),
  l: label("l", "x", "y"),
  s: list("s", "x", "y"),
};

function toldOf(kind: string, body: Json) {
  const { diagnostics } = loadRuleset(only(kind, body, facts));
  return diagnostics.map(({ path, message, help }) => [
    path.replace("/decisions/it", ""),
    `${message.en}; ${help.en}`,
    `${message.zh}；${help.zh}`,
  ]);
}

describe("a table", () => {
  const rows = {
    one: { when: { b: true }, then: { out: "x" } },
    two: { when: { b: false }, then: { out: "y" } },
  };
  const table = (more: Json) =>
    toldOf("table", {
      inputs: {
        b: { label: text("b"), value: fact("b") },
        n: { label: text("n"), value: fact("n") },
      },
      outputs: { out: { label: text("out"), outcomes: terms("x", "y") } },
      ...{ hitPolicy: "unique", rows, ...more },
    });
  const one = (row: object) => ({ rows: { ...rows, one: { ...rows.one, ...row } } });

  it.each([
    [
      { hitPolicy: "first" },
      "",
      "the key `order` is missing; add `order`: the rows in the order in which they are tried",
      "缺少字段 `order`；补上 `order`：各行的名称，按逐行比对的次序",
    ],
    [
      { hitPolicy: "collect" },
      "",
      "the key `order` is missing; add `order`: the rows in the order in which they are tried",
      "缺少字段 `order`；补上 `order`：各行的名称，按逐行比对的次序",
    ],
    [
      { hitPolicy: "priority" },
      "",
      "the key `order` is missing; add `order`: the outcomes from the first priority to the last",
      "缺少字段 `order`；补上 `order`：各个结果，按优先次序从先到后",
    ],
    [
      { hitPolicy: "priority", order: ["y", "x", "z", "y"] },
      "/order",
      "`order` and the entries differ: `z` is no entry, `y` is there twice; name in `order` every entry, each once: a JSON object alone has no order",
      "`order` 与各项对不上：`z` 不是其中一项，`y` 写了两次；在 `order` 里把每一项各写一次：JSON 的 `{ }` 本身没有先后次序",
    ],
    [
      { hitPolicy: "first", order: ["two"] },
      "/order",
      "`order` and the entries differ: `one` is not in `order`; name in `order` every entry, each once: a JSON object alone has no order",
      "`order` 与各项对不上：`one` 没有写进 `order`；在 `order` 里把每一项各写一次：JSON 的 `{ }` 本身没有先后次序",
    ],
    [
      one({ then: {} }),
      "/rows/one/then",
      "the key `out` is missing; add `out`: what the row gives for this output",
      "缺少字段 `out`；补上 `out`：这一行对该输出给出的结果",
    ],
    [
      { otherwise: {} },
      "/otherwise",
      "the key `out` is missing; add `out`: the outcome where no row matches",
      "缺少字段 `out`；补上 `out`：没有一行相符时的结果",
    ],
    [
      one({ then: { out: "x", ouut: "x" } }),
      "/rows/one/then/ouut",
      "the key `ouut` means nothing here; did you mean `out`?",
      "字段 `ouut` 在这里没有意义；是不是想写 `out`？",
    ],
    [
      one({ when: { bb: true } }),
      "/rows/one/when/bb",
      "the key `bb` means nothing here; known here: `b`, `n`",
      "字段 `bb` 在这里没有意义；这里可以写：`b`、`n`",
    ],
  ])("of %j", (more, ...fault) => {
    expect(table(more)).toContainEqual(fault);
  });

  it("that adds up labels", () => {
    const outputs = { out: { label: text("out") } };
    const added = table({
      ...{ hitPolicy: "collect", collect: "sum", order: ["one", "two"] },
      outputs,
    });
    expect(added).toContainEqual([
      "/rows/one/then/out",
      "`sum` takes points, and this is a label; give points here",
      "`sum` 要用分值，这里却是选项；这里改用分值",
    ]);
  });
});

describe("bands", () => {
  const bands = (of: object) => toldOf("bands", { input: fact("n"), closed: "lower", bands: of });
  it("that mix labels and points", () => {
    expect(bands({ low: { outcome: 1 }, high: { from: 5, outcome: "two" } })).toEqual([
      [
        "",
        "a table of bands takes labels or points, and this is a mixture of both; give labels or points here",
        "一组分档要用选项或分值，这里却是两者混用；这里改用选项或分值",
      ],
    ]);
  });
  it("of which none or several are the lowest", () => {
    const help = "leave `from` out of the lowest band alone: it takes everything below the others";
    const none = { low: { from: 1, outcome: 1 }, high: { from: 5, outcome: 2 } };
    const two = { low: { outcome: 1 }, high: { outcome: 2 } };
    const told = (count: number) =>
      `${count} bands have no \`from\`; exactly one must have none; ${help}`;
    expect(bands(none).map(([at, en]) => [at, en])).toEqual([["/bands", told(0)]]);
    expect(bands(two).map(([at, en]) => [at, en])).toEqual([["/bands", told(2)]]);
  });
});

describe("a condition", () => {
  const rule = (when: unknown) => toldOf("rule", { when });
  it.each([
    [
      compared("n", "equal", ["x"]),
      "/when/value",
      "`equal` takes a single value, and this is a list; give a single value here",
      "`equal` 要用单个值，这里却是列表；这里改用单个值",
    ],
    [
      compared("n", "given", 1),
      "/when/value",
      "`given` takes yes or no, and this is something else; give yes or no here",
      "`given` 要用 `true` 或 `false`，这里却是别的内容；这里改用 `true` 或 `false`",
    ],
    [
      { expression: { sum: [fact("n"), 1] }, operator: "given", value: true },
      "/when/value",
      "`given` takes a fact, and this is a computed value; give a fact here",
      "`given` 要用事实，这里却是算出来的值；这里改用事实",
    ],
    [
      compared("l", "in", 1),
      "/when/value",
      "`in` takes a list of labels, and this is a single value; give a list of labels here",
      "`in` 要用选项的列表，这里却是单个值；这里改用选项的列表",
    ],
    [
      compared("s", "notIn", ["x"]),
      "/when",
      "`notIn` takes a label, and this is a list; give a label here",
      "`notIn` 要用选项，这里却是选项列表；这里改用选项",
    ],
    [
      compared("l", "doesNotContain", "x"),
      "/when",
      "`doesNotContain` takes a list, and this is a label; give a list here",
      "`doesNotContain` 要用选项列表，这里却是选项；这里改用选项列表",
    ],
    [
      compared("t", "equal", "2010-02-30"),
      "/when/value",
      "`2010-02-30` stands where a day of the calendar, such as `2010-11-30` is expected; write a day of the calendar, such as `2010-11-30`",
      "这里应当是日历上的日期，例如 `2010-11-30`，写的却是 `2010-02-30`；改成日历上的日期，例如 `2010-11-30`",
    ],
  ])("%j", (when, ...fault) => {
    expect(rule(when)).toEqual([fault]);
  });

  it("that uses itself", () => {
    const conditions = {
      one: { ...named("one"), when: { condition: "two" } },
      two: { ...named("two"), when: { not: { condition: "one" } } },
    };
    expect(toldOf("rule", { conditions, when: { condition: "one" } })).toEqual([
      [
        "/conditions/two/when/not",
        "`one` depends on itself: `one` → `two` → `one`; take one of these references out",
        "`one` 依赖自身：`one` → `two` → `one`；去掉其中一处引用",
      ],
    ]);
  });
});

describe("an aggregate", () => {
  const overall = { over: "account", by: [], unknown: "left-out" };
  it.each([
    ["of", { aggregate: "sum" }, "the number that is aggregated", "要汇总的数字"],
    [
      "scale",
      { aggregate: "mean", of: fact("n"), rounding: "floor" },
      "how the mean is rounded",
      "平均数怎样舍入",
    ],
    [
      "rounding",
      { aggregate: "mean", of: fact("n"), scale: 0 },
      "how the mean is rounded",
      "平均数怎样舍入",
    ],
    [
      "at",
      { aggregate: "quantile", of: fact("n") },
      "the fraction 0..1 at which the quantile is taken",
      "取分位数的位置，0 到 1 之间",
    ],
  ])("without `%s`", (key, aggregate, en, zh) => {
    expect(toldOf("formula", formula({ ...overall, ...aggregate }))).toEqual([
      [
        "/outputs/value/value",
        `the key \`${key}\` is missing; add \`${key}\`: ${en}`,
        `缺少字段 \`${key}\`；补上 \`${key}\`：${zh}`,
      ],
    ]);
  });
  it("over what there is not", () => {
    const over = { ...overall, over: "acount", aggregate: "count" };
    expect(toldOf("formula", formula(over)).map(([at, en]) => [at, en])).toEqual([
      ["/outputs/value/value/over", "no subject is called `acount`; did you mean `account`?"],
    ]);
  });
});

describe("an appraisal", () => {
  const subjects = { account: { label: text("account") }, hall: { label: text("hall") } };
  const relative = (over: string) => {
    const scoring = {
      ...{ method: "relative-linear", measure: fact("n"), over, by: [], unknown: "left-out" },
      ...{ lowest: 0, allEqual: "max", scale: 2, rounding: "half-up" },
    };
    const items = { one: { ...named("one"), points: 10, scoring } };
    const document = only("appraisal", { floor: "none", items }, facts, { subjects });
    return loadRuleset(document).diagnostics.map((d) => [d.path, d.message.en, d.help.en]);
  };
  const place = "/decisions/it/items/one/scoring/over";
  it("compares the units that it appraises, and no others", () => {
    expect(relative("account")).toEqual([]);
    expect(relative("hall")).toContainEqual([
      place,
      "`hall` is about `hall`, and this decision is about `account`",
      "use what belongs to the same subject, or an aggregate over the other one",
    ]);
    expect(relative("hal")).toContainEqual([
      place,
      "no subject is called `hal`",
      "did you mean `hall`?",
    ]);
  });
});
