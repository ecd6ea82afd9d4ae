import type { Entry } from "../../ruleset/messages/entry.ts";

/** Why a rule of an engine can't be carried over, and what to do about it. */
export const refusals = {
  "not-a-rule": {
    en: () => ({
      message: "this is no rule: it has no `conditions`, or no `event` with a `type`",
      help: "give each rule as an object, as the text of one, or as a `Rule`",
    }),
    zh: () => ({
      message: "这不是一条规则：没有 `conditions`，或者没有带 `type` 的 `event`",
      help: "每条规则给一个对象、它的 JSON 文本，或者一个 `Rule`",
    }),
  },
  "not-a-condition": {
    en: () => ({
      message:
        "this is no condition: it must state one of `all`, `any`, `not`, `condition`, `fact`",
      help: "state exactly one: of several, an engine reads one and passes over the others",
    }),
    zh: () => ({
      message: "这不是一个条件：`all`、`any`、`not`、`condition`、`fact` 中必须写一个",
      help: "只写一个：写了几个时，引擎只读其中一个，其余的不看",
    }),
  },
  "passed-over": {
    en: (w) => ({
      message: `\`${w.key}\` is a key that an engine passes over`,
      help: "take it out, or put right what it was meant to be",
    }),
    zh: (w) => ({
      message: `\`${w.key}\` 是引擎不看的字段`,
      help: "删去它，或者改成本来想写的字段",
    }),
  },
  "own-code": {
    en: (w) => ({
      message: `\`${w.key}\` is a program, and a ruleset has none`,
      help: "take it off the rule, and call it where the outcome is read",
    }),
    zh: (w) => ({
      message: `\`${w.key}\` 是一段程序，规则集里没有程序`,
      help: "从规则上取下，在读取结果的地方调用它",
    }),
  },
  "own-operator": {
    en: (w) => ({
      message: `\`${w.operator}\` is not one of the engine's ten operators, nor \`not:\` before one`,
      help: "hand in what it computes as a fact of its own, and compare that",
    }),
    zh: (w) => ({
      message: `\`${w.operator}\` 不在引擎自带的十个运算符之内，也不是在其前面加 \`not:\``,
      help: "把它算出的结果作为一项单独的事实传入，再与之比较",
    }),
  },
  "fact-path": {
    en: (w) => ({
      message: `\`${w.path}\` looks for a value inside \`${w.fact}\`, and a fact is one value`,
      help: `hand that value in as a fact, and name it: \`names: { "${w.fact} ${w.path}": … }\``,
    }),
    zh: (w) => ({
      message: `\`${w.path}\` 要到 \`${w.fact}\` 里面取值，而一项事实就是一个值`,
      help: `把这个值作为一项事实传入，并给它名称：\`names: { "${w.fact} ${w.path}": … }\``,
    }),
  },
  "fact-params": {
    en: (w) => ({
      message: `\`params\` make \`${w.fact}\` another fact at each place, and a fact is one value`,
      help: "hand in a fact for each set of `params`, and compare that",
    }),
    zh: (w) => ({
      message: `\`params\` 使 \`${w.fact}\` 在各处成为不同的事实，而一项事实就是一个值`,
      help: "每组 `params` 传入一项单独的事实，再与之比较",
    }),
  },
  "fact-name": {
    en: (w) => ({
      message: `\`${w.fact}\` can't be the name of a fact in a ruleset`,
      help: `give it a name in camelCase: \`names: { "${w.fact}": … }\``,
    }),
    zh: (w) => ({
      message: `\`${w.fact}\` 不能作为规则集里事实的名称`,
      help: `给它一个小写字母开头的英文名称：\`names: { "${w.fact}": … }\``,
    }),
  },
  "undeclared-fact": {
    en: (w) => ({
      message: `the type of \`${w.fact}\` can't be told from the rules`,
      help: "declare it in `facts`: a number with its unit and decimals, a label or a list with its values, a date",
    }),
    zh: (w) => ({
      message: `从规则里看不出 \`${w.fact}\` 是什么类型`,
      help: "在 `facts` 里声明它：数字要写单位和小数位数，选项或列表要写取值，或者是日期",
    }),
  },
  "text-search": {
    en: (w) => ({
      message: `\`${w.operator}\` has no list: in a text an engine looks for the letters`,
      help: "give the values as a list, each whole",
    }),
    zh: (w) => ({
      message: `\`${w.operator}\` 没有列表：写成文字时，引擎按字母片段查找`,
      help: "把各个取值写成列表，每个都写全",
    }),
  },
  "list-in-list": {
    en: (w) => ({
      message: `\`${w.operator}\` has a list, which for an engine no list ever contains`,
      help: "give one value, and several conditions under `any` or `all` for several",
    }),
    zh: (w) => ({
      message: `\`${w.operator}\` 写了列表，而引擎认为列表里从不含有列表`,
      help: "写一个值；几个值就写几个条件，放在 `any` 或 `all` 之下",
    }),
  },
  "object-value": {
    en: () => ({
      message: "the value is an object, which for an engine is equal to none",
      help: 'give a number, a text, `true` or `false`, or a fact: `{ "fact": … }`',
    }),
    zh: () => ({
      message: "值写成了对象，引擎认为它不等于任何值",
      help: '写数字、文字、`true` 或 `false`，或者一项事实：`{ "fact": … }`',
    }),
  },
  "no-condition": {
    en: (w) => ({
      message: `no condition \`${w.name}\` was handed in`,
      help: "hand in what the engine's `setCondition` was given, as `conditions`",
    }),
    zh: (w) => ({
      message: `没有传入叫 \`${w.name}\` 的条件`,
      help: "把引擎 `setCondition` 里设置的条件作为 `conditions` 传入",
    }),
  },
  "unfit-name": {
    en: (w) => ({
      message: `\`${w.name}\` can't be made a name in camelCase`,
      help: "give it a name of English letters, such as `largeAccount`",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 不能改写成小写字母开头的英文名称`,
      help: "给它一个英文名称，如 `largeAccount`",
    }),
  },
  "same-name": {
    en: (w) => ({
      message: `another one is called \`${w.name}\` already`,
      help: "give each a name of its own",
    }),
    zh: (w) => ({ message: `已经有一个叫 \`${w.name}\` 的`, help: "各起一个名称" }),
  },
  "bad-priority": {
    en: (w) => ({
      message: `a priority is a whole number from 1 on, and this is \`${w.value}\``,
      help: "give such a number, or none",
    }),
    zh: (w) => ({
      message: `优先级是从 1 开始的整数，这里是 \`${w.value}\``,
      help: "写这样的整数，或者不写",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;

export type RefusalCode = keyof typeof refusals;
