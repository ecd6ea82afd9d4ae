import { han } from "../phrase.ts";
import type { Text } from "../text.ts";

/* One table, over the usual length: what a hand can slip at, all in one place. */

/** Why a text is not JSON at a place, and how to mend it. */
export interface Cause {
  readonly reason: Text;
  readonly mend: Text;
}

const cause = (reason: Text, mend: Text): Cause => ({ reason, mend });
const text = (zh: string, en: string): Text => ({ zh, en });
const writeInstead = (right: string) =>
  text(`改成 \`${right}\``, `write \`${right}\` in its place`);

/** What can be wrong with a JSON text: the slips of a hand, each in the words of who made it. */
export const causes = {
  empty: cause(
    text("内容是空的", "it is empty"),
    text("写入规则集，即一个 `{ … }`", "write a ruleset into it: one object, `{ … }`"),
  ),
  ended: (sign: string, line: number, close: string) =>
    cause(
      text(
        `文本到此为止，而第 ${line} 行的 \`${sign}\` 还没有闭合`,
        `it ends here, and the \`${sign}\` of line ${line} is still open`,
      ),
      text(
        `补上缺少的内容，再用 \`${close}\` 闭合`,
        `write what is missing, and close it with \`${close}\``,
      ),
    ),
  comment: cause(
    text("这里写了注释，而 JSON 没有注释", "a comment stands here, and JSON has none"),
    text(
      "删去注释：说明可以写在 `note` 或 `why` 里",
      "take it out: remarks have their place in `note` and `why`",
    ),
  ),
  fullWidth: (found: string, right: string) =>
    cause(
      text(
        `这里用了全角的 \`${found}\``,
        `the full-width \`${found}\` stands where \`${right}\` belongs`,
      ),
      text(
        `改成半角的 \`${right}\`：输入时切换到英文标点`,
        `write \`${right}\`: switch the input method to English punctuation`,
      ),
    ),
  otherQuote: (found: string) =>
    cause(
      text(
        `文字要放在双引号里，不能用 \`${found}\``,
        `a text stands in double quotes, not in \`${found}\``,
      ),
      text('两边都改成 `"`', 'write `"` on both sides'),
    ),
  hidden: (code: string) =>
    cause(
      text(`这里有一个看不见的字符 \`${code}\``, `a hidden character, \`${code}\`, stands here`),
      text(
        "删去它，需要空格时输入普通空格",
        "delete it, and type an ordinary space where one is needed",
      ),
    ),
  commaBefore: (close: string) =>
    cause(
      text(`\`${close}\` 前面多了一个逗号`, `a comma stands before the closing \`${close}\``),
      text("删去这个逗号：后面没有内容了", "take this comma out: nothing follows it"),
    ),
  commaTooMany: cause(
    text("这里多了一个逗号", "a comma too many stands here"),
    text("删去这个逗号", "take this comma out"),
  ),
  commaMissing: cause(
    text("这里缺少逗号，后面还有下一项", "a comma is missing here, before the next entry"),
    text("在这里补上 `,`", "write `,` here"),
  ),
  colonMissing: (key: string) =>
    cause(
      text(`字段 \`${key}\` 后面缺少冒号`, `a colon is missing after the key \`${key}\``),
      text("在这里补上 `:`", "write `:` here"),
    ),
  colonInList: cause(
    text(
      "`[ … ]` 里是列表，各项没有字段名",
      "`:` stands in a list `[ … ]`, whose entries have no keys",
    ),
    text("有字段名的内容用 `{ … }`", "put what has keys into `{ … }`"),
  ),
  otherSign: (found: string, right: string) =>
    cause(
      text(
        `这里应当是 \`${right}\`，写的却是 \`${found}\``,
        `\`${found}\` stands where \`${right}\` belongs`,
      ),
      writeInstead(right),
    ),
  valueMissing: (key: string) =>
    cause(
      text(`字段 \`${key}\` 没有值`, `the key \`${key}\` has no value`),
      text(
        "在 `:` 后面写上它的值，或删去这个字段",
        "write its value after `:`, or take the key out",
      ),
    ),
  bareKey: (key: string) =>
    cause(
      text(`字段名 \`${key}\` 没有加引号`, `the key \`${key}\` stands without quotes`),
      text(`写成 \`"${key}"\``, `write \`"${key}"\``),
    ),
  bareText: (found: string) =>
    cause(
      text(`文字 \`${found}\` 没有加引号`, `the text \`${found}\` stands without quotes`),
      text(`写成 \`"${found}"\``, `write \`"${found}"\``),
    ),
  otherWord: (found: string, right: string) =>
    cause(
      text(`JSON 里没有 \`${found}\``, `\`${found}\` means nothing in JSON`),
      writeInstead(right),
    ),
  noNumber: (found: string) =>
    cause(
      text(`\`${found}\` 不是数字`, `\`${found}\` is not a number`),
      text(
        "写出数字，例如 `60000`，或删去这一项",
        "write a number such as `60000`, or take the entry out",
      ),
    ),
  numberAs: (found: string, right: string) =>
    cause(
      text(`数字不能写成 \`${found}\``, `a number is not written \`${found}\``),
      text(`写成 \`${right}\``, `write \`${right}\``),
    ),
  number: (found: string) =>
    cause(
      text(`\`${found}\` 不是数字的写法`, `\`${found}\` is not how a number is written`),
      text(
        "用普通数字，至多一个小数点，例如 `1234.5`；文字要加引号",
        "write plain digits with at most one point, such as `1234.5`; a text stands in quotes",
      ),
    ),
  unit: (found: string, number: string, meant: string | undefined) =>
    cause(
      text(
        `数字 \`${number}\` 后面紧跟着 \`${found}\``,
        `\`${found}\` follows right after the number \`${number}\``,
      ),
      meant === undefined
        ? text(
            "只写数字，并写全，例如 `60000`",
            "write the number alone, in plain digits such as `60000`",
          )
        : writeInstead(meant),
    ),
  unclosed: cause(
    text(
      "从这里开始的文字在本行没有闭合的引号",
      "the text that begins here has no closing quote on its line",
    ),
    text(
      '在文字结束处补上 `"`；文字里的换行写作 `\\n`',
      'write `"` where it ends; a line break within a text is written `\\n`',
    ),
  ),
  tab: cause(
    text("文字里有制表符", "a tab stands in a text"),
    text("改成空格，或写作 `\\t`", "write a space in its place, or `\\t`"),
  ),
  escape: (found: string) =>
    cause(
      text(`文字里的 \`${found}\` 没有意义`, `\`${found}\` means nothing in a text`),
      text("反斜杠本身写作 `\\\\`", "write `\\\\` for a backslash itself"),
    ),
  innerQuote: cause(
    text(
      '文字到这个 `"` 就结束了，后面却还有内容',
      'this `"` ends the text, and more of it follows',
    ),
    text(
      '文字里面的引号写作 `\\"`，或用 `“ ”`',
      'write `\\"` for a quote within a text, or use `“ ”`',
    ),
  ),
  wrongClose: (found: string, sign: string, line: number, right: string) =>
    cause(
      text(
        `这里的 \`${found}\` 对不上：还没有闭合的是第 ${line} 行的 \`${sign}\``,
        `\`${found}\` can't stand here: what is open is the \`${sign}\` of line ${line}`,
      ),
      writeInstead(right),
    ),
  closeTooMany: (found: string) =>
    cause(
      text(`这里多了一个 \`${found}\``, `a \`${found}\` too many stands here`),
      text("删去它，或删去前面多余的那一个", "take it out, or the one too many before it"),
    ),
  more: cause(
    text("内容已经结束，后面却还有别的", "it has come to its end, and more follows"),
    text(
      "一个文件只写一个 `{ … }`，删去其余",
      "keep one object `{ … }` in a file, and take out the rest",
    ),
  ),
  stranger: (found: string, right: Text) =>
    cause(
      text(`\`${found}\` 在这里没有意义`, `\`${found}\` means nothing here`),
      text(han`这里应当写${right.zh}`, `write ${right.en} here`),
    ),
} as const;

/** What could stand where a stranger does. */
export const due = {
  key: text("带引号的字段名", "a key in quotes"),
  value: text("一个值", "a value"),
  next: (close: string) => text(`\`,\` 或 \`${close}\``, `\`,\` or \`${close}\``),
  colon: text("`:`", "`:`"),
} as const;
