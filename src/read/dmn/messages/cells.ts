import type { Entry } from "../../../ruleset/messages/entry.ts";
import { han } from "../../../ruleset/phrase.ts";

/** Why a column of a table, or a cell, can't be carried over. */
export const cells = {
  expression: {
    en: (w) => ({
      message: `\`${w.text}\` is more than the name of one value, and what a column computes is not carried over`,
      help: "hand the computed value in under a name of its own",
    }),
    zh: (w) => ({
      message: `\`${w.text}\` 不只是一个值的名称，列里的计算不读入`,
      help: "把算好的值另起名称由外部给出",
    }),
  },
  undeclared: {
    severity: "warning",
    en: (w) => ({
      message: `\`${w.name}\` is declared nowhere in the file; it was taken for input data of the type its column states`,
      help: "see that it is handed in under this name",
    }),
    zh: (w) => ({
      message: `文件里没有声明 \`${w.name}\`，按所在列写明的类型当作输入数据`,
      help: "请确认它会以这个名称给出",
    }),
  },
  type: {
    en: (w) => ({
      message: `\`${w.name}\` is of the type \`${w.type}\`, which no fact can have`,
      help: "a fact is a number, a text, a yes or no, or a day: state one of these in `typeRef`",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 的类型是 \`${w.type}\`，事实没有这种类型`,
      help: "事实可以是数、文字、是或否、日期：在 `typeRef` 里写明其中一种",
    }),
  },
  feel: {
    en: (w) => ({
      message: `\`${w.text}\` is no list of comparisons, ranges or values: it can't be read from \`${w.rest}\` on`,
      help: 'write it as `>= 5`, `[1..5]`, `"A", "B"` or `not("A")`: what is computed is not carried over',
    }),
    zh: (w) => ({
      message: `\`${w.text}\` 不是比较、区间或取值的列表：从 \`${w.rest}\` 起读不下去`,
      help: '写成 `>= 5`、`[1..5]`、`"A", "B"` 或 `not("A")`：算出来的不读入',
    }),
  },
  null: {
    en: (w) => ({
      message: `\`${w.text}\` asks whether a value is missing: here what is unknown is never a reason for an outcome`,
      help: "say in the ruleset with the operator `given` what a missing value means",
    }),
    zh: (w) => ({
      message: `\`${w.text}\` 问的是值是否缺失：这里未知从不作为得出结果的理由`,
      help: "在规则集里用运算符 `given` 写明缺失时怎么办",
    }),
  },
  "no-order": {
    en: (w) => ({
      message: `\`${w.text}\` asks for the order of \`${w.name}\`, and only numbers and days have one`,
      help: "list the values that are meant",
    }),
    zh: (w) => ({
      message: `\`${w.text}\` 要比较 \`${w.name}\` 的先后，而只有数和日期有先后`,
      help: "列出所指的值",
    }),
  },
  "bad-value": {
    en: (w) => ({
      message: `\`${w.value}\` is no value that \`${w.name}\` can have: it must be ${w.expected}`,
      help: "correct the cell, or the type of the column",
    }),
    zh: (w) => ({
      message: han`\`${w.name}\` 不可能是 \`${w.value}\`：应当是${w.expected}`,
      help: "改正这个单元格，或这一列的类型",
    }),
  },
  unlike: {
    en: (w) => ({
      message: `\`${w.first}\` and \`${w.second}\` are not of one type, or one is a label, so they can't be compared`,
      help: "compare it with the values that are meant",
    }),
    zh: (w) => ({
      message: `\`${w.first}\` 和 \`${w.second}\` 类型不同，或其中一个是选项，不能互相比较`,
      help: "改为与所指的值比较",
    }),
  },
  shape: {
    en: () => ({
      message: "the rule has not one cell for each column",
      help: "fill the rule, with `-` where any value will do",
    }),
    zh: () => ({
      message: "这条规则的单元格与列数不一致",
      help: "补齐单元格，取什么值都行的写 `-`",
    }),
  },
  "no-input": {
    en: () => ({
      message: "the table has no input",
      help: "write what it gives into the ruleset: it is the same for everyone",
    }),
    zh: () => ({ message: "决策表没有输入", help: "把它的结果直接写进规则集：对谁都一样" }),
  },
  "no-rows": {
    en: () => ({ message: "the table has no rule, or gives nothing", help: "complete the table" }),
    zh: () => ({ message: "决策表没有规则，或没有输出", help: "把决策表补完整" }),
  },
  "values-not-held": {
    severity: "warning",
    en: (w) => ({
      message: `the list of what \`${w.name}\` may be is not held to: a fact takes one list of short values, or one range with both ends in it, the same for all tables`,
      help: "check the value before it is handed in, or state the list in the ruleset",
    }),
    zh: (w) => ({
      message: `没有按列出的取值限制 \`${w.name}\`：一项事实只能有一份短取值的清单，或一个含两端的范围，对所有决策表都一样`,
      help: "在给出之前检查这个值，或在规则集里写明清单",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
