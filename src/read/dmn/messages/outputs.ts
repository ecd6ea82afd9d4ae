import type { Entry } from "../../../ruleset/messages/entry.ts";

/** Why what a table gives can't be carried over. */
export const outputs = {
  computed: {
    en: (w) => ({
      message: `\`${w.text}\` is no number, text, or yes or no that is written out`,
      help: "write the outcome out, and compute with it in a decision of the kind `formula`",
    }),
    zh: (w) => ({
      message: `\`${w.text}\` 不是写明的数、文字或是否`,
      help: "写明结果，需要计算的放到 `formula` 判定里",
    }),
  },
  mixed: {
    en: (w) => ({
      message: `\`${w.name}\` is a number in one rule and none in another`,
      help: "make all rules give the same type",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 在不同规则里的类型不同`,
      help: "使所有规则给出同一类型",
    }),
  },
  "output-values": {
    en: (w) => ({
      message: `\`${w.text}\` is no list of what the output may be`,
      help: 'write it as `"A", "B"`',
    }),
    zh: (w) => ({
      message: `\`${w.text}\` 不是输出取值的列表`,
      help: '写成 `"A", "B"`',
    }),
  },
  policy: {
    en: (w) => ({
      message: `\`${w.name}\` does not say what is made of rules that match together, or not of these outputs`,
      help: "choose one of UNIQUE, ANY, FIRST, PRIORITY, RULE ORDER, OUTPUT ORDER, COLLECT; SUM, MIN and MAX want one number",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 没有说明几条规则同时符合时怎么办，或不适用于这些输出`,
      help: "从 UNIQUE、ANY、FIRST、PRIORITY、RULE ORDER、OUTPUT ORDER、COLLECT 中选；SUM、MIN、MAX 只用于一个数",
    }),
  },
  unranked: {
    en: (w) => ({
      message: `the priority of what \`${w.name}\` gives is not stated`,
      help: "list all its outcomes in `outputValues`, from the first priority to the last",
    }),
    zh: (w) => ({
      message: `没有写明 \`${w.name}\` 各结果的优先次序`,
      help: "在 `outputValues` 里从先到后列出它的全部结果",
    }),
  },
  "number-list": {
    en: (w) => ({
      message: `\`${w.name}\` is a list of numbers, and a ruleset lists labels only`,
      help: "aggregate them with SUM, MIN, MAX or COUNT, or give them as texts",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 是数的列表，规则集只列出选项`,
      help: "用 SUM、MIN、MAX 或 COUNT 汇总，或改为文字",
    }),
  },
  "default-part": {
    en: () => ({
      message: "some outputs have a default and others have none",
      help: "give every output a default, or none",
    }),
    zh: () => ({
      message: "有的输出有默认结果，有的没有",
      help: "给每个输出都写默认结果，或都不写",
    }),
  },
  "default-list": {
    severity: "warning",
    en: () => ({
      message:
        "the default is not carried over: where no rule matches, a list is empty and a count is 0",
      help: "add a rule for what the others leave",
    }),
    zh: () => ({
      message: "默认结果不读入：没有规则符合时，列表为空，个数为 0",
      help: "为其余情形加一条规则",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
