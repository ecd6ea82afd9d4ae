import { describe, expect, it } from "vitest";
import { scanJson } from "../../../src/ruleset/json.ts";
import { strayWords } from "../../load/words.ts";

/*
 * The slips of a hand that writes JSON. In each text `‸` marks the place that is told; what is told
 * is written here in full, in both languages.
 */

interface Slip {
  readonly en: readonly [reason: string, mend: string];
  readonly zh: readonly [reason: string, mend: string];
}

const slip = (enReason: string, enMend: string, zhReason: string, zhMend: string): Slip => ({
  en: [enReason, enMend],
  zh: [zhReason, zhMend],
});

const outOfQuotes = (value: string) =>
  slip(
    `the text \`${value}\` stands without quotes`,
    `write \`"${value}"\``,
    `文字 \`${value}\` 没有加引号`,
    `写成 \`"${value}"\``,
  );
const bareKey = (key: string) =>
  slip(
    `the key \`${key}\` stands without quotes`,
    `write \`"${key}"\``,
    `字段名 \`${key}\` 没有加引号`,
    `写成 \`"${key}"\``,
  );
const fullWidth = (found: string, right: string) =>
  slip(
    `the full-width \`${found}\` stands where \`${right}\` belongs`,
    `write \`${right}\`: switch the input method to English punctuation`,
    `这里用了全角的 \`${found}\``,
    `改成半角的 \`${right}\`：输入时切换到英文标点`,
  );
const otherQuote = (found: string) =>
  slip(
    `a text stands in double quotes, not in \`${found}\``,
    'write `"` on both sides',
    `文字要放在双引号里，不能用 \`${found}\``,
    '两边都改成 `"`',
  );
const number = (found: string, right: string) =>
  slip(
    `a number is not written \`${found}\``,
    `write \`${right}\``,
    `数字不能写成 \`${found}\``,
    `写成 \`${right}\``,
  );
const noNumber = (found: string) =>
  slip(
    `\`${found}\` is not a number`,
    "write a number such as `60000`, or take the entry out",
    `\`${found}\` 不是数字`,
    "写出数字，例如 `60000`，或删去这一项",
  );
const unwritten = (found: string) =>
  slip(
    `\`${found}\` is not how a number is written`,
    "write plain digits with at most one point, such as `1234.5`; a text stands in quotes",
    `\`${found}\` 不是数字的写法`,
    "用普通数字，至多一个小数点，例如 `1234.5`；文字要加引号",
  );
const unit = (value: string, found: string, meant?: string) =>
  slip(
    `\`${found}\` follows right after the number \`${value}\``,
    meant
      ? `write \`${meant}\` in its place`
      : "write the number alone, in plain digits such as `60000`",
    `数字 \`${value}\` 后面紧跟着 \`${found}\``,
    meant ? `改成 \`${meant}\`` : "只写数字，并写全，例如 `60000`",
  );
const otherWord = (found: string, right: string) =>
  slip(
    `\`${found}\` means nothing in JSON`,
    `write \`${right}\` in its place`,
    `JSON 里没有 \`${found}\``,
    `改成 \`${right}\``,
  );
const otherSign = (found: string, right: string) =>
  slip(
    `\`${found}\` stands where \`${right}\` belongs`,
    `write \`${right}\` in its place`,
    `这里应当是 \`${right}\`，写的却是 \`${found}\``,
    `改成 \`${right}\``,
  );
const hidden = (code: string) =>
  slip(
    `a hidden character, \`${code}\`, stands here`,
    "delete it, and type an ordinary space where one is needed",
    `这里有一个看不见的字符 \`${code}\``,
    "删去它，需要空格时输入普通空格",
  );
const ended = (sign: string, line: number, close: string) =>
  slip(
    `it ends here, and the \`${sign}\` of line ${line} is still open`,
    `write what is missing, and close it with \`${close}\``,
    `文本到此为止，而第 ${line} 行的 \`${sign}\` 还没有闭合`,
    `补上缺少的内容，再用 \`${close}\` 闭合`,
  );
const wrongClose = (found: string, sign: string, line: number, right: string) =>
  slip(
    `\`${found}\` can't stand here: what is open is the \`${sign}\` of line ${line}`,
    `write \`${right}\` in its place`,
    `这里的 \`${found}\` 对不上：还没有闭合的是第 ${line} 行的 \`${sign}\``,
    `改成 \`${right}\``,
  );
const closeTooMany = slip(
  "a `}` too many stands here",
  "take it out, or the one too many before it",
  "这里多了一个 `}`",
  "删去它，或删去前面多余的那一个",
);
const stranger = (found: string, en: string, zh: string) =>
  slip(
    `\`${found}\` means nothing here`,
    `write ${en} here`,
    `\`${found}\` 在这里没有意义`,
    `这里应当写${zh}`,
  );
const commaBefore = (close: string) =>
  slip(
    `a comma stands before the closing \`${close}\``,
    "take this comma out: nothing follows it",
    `\`${close}\` 前面多了一个逗号`,
    "删去这个逗号：后面没有内容了",
  );
const commaTooMany = slip(
  "a comma too many stands here",
  "take this comma out",
  "这里多了一个逗号",
  "删去这个逗号",
);
const commaMissing = slip(
  "a comma is missing here, before the next entry",
  "write `,` here",
  "这里缺少逗号，后面还有下一项",
  "在这里补上 `,`",
);
const colonMissing = slip(
  "a colon is missing after the key `a`",
  "write `:` here",
  "字段 `a` 后面缺少冒号",
  "在这里补上 `:`",
);
const valueMissing = slip(
  "the key `a` has no value",
  "write its value after `:`, or take the key out",
  "字段 `a` 没有值",
  "在 `:` 后面写上它的值，或删去这个字段",
);
const comment = slip(
  "a comment stands here, and JSON has none",
  "take it out: remarks have their place in `note` and `why`",
  "这里写了注释，而 JSON 没有注释",
  "删去注释：说明可以写在 `note` 或 `why` 里",
);
const unclosed = slip(
  "the text that begins here has no closing quote on its line",
  'write `"` where it ends; a line break within a text is written `\\n`',
  "从这里开始的文字在本行没有闭合的引号",
  '在文字结束处补上 `"`；文字里的换行写作 `\\n`',
);
const innerQuote = slip(
  'this `"` ends the text, and more of it follows',
  'write `\\"` for a quote within a text, or use `“ ”`',
  '文字到这个 `"` 就结束了，后面却还有内容',
  '文字里面的引号写作 `\\"`，或用 `“ ”`',
);
const tab = slip(
  "a tab stands in a text",
  "write a space in its place, or `\\t`",
  "文字里有制表符",
  "改成空格，或写作 `\\t`",
);
const escaped = (found: string) =>
  slip(
    `\`${found}\` means nothing in a text`,
    "write `\\\\` for a backslash itself",
    `文字里的 \`${found}\` 没有意义`,
    "反斜杠本身写作 `\\\\`",
  );
const more = slip(
  "it has come to its end, and more follows",
  "keep one object `{ … }` in a file, and take out the rest",
  "内容已经结束，后面却还有别的",
  "一个文件只写一个 `{ … }`，删去其余",
);
const empty = slip(
  "it is empty",
  "write a ruleset into it: one object, `{ … }`",
  "内容是空的",
  "写入规则集，即一个 `{ … }`",
);
const colonInList = slip(
  "`:` stands in a list `[ … ]`, whose entries have no keys",
  "put what has keys into `{ … }`",
  "`[ … ]` 里是列表，各项没有字段名",
  "有字段名的内容用 `{ … }`",
);

const slips: readonly (readonly [text: string, path: string, told: Slip])[] = [
  // Commas.
  ['{ "a": 1‸, }', "", commaBefore("}")],
  ['{\n  "a": [1, 2‸,\n  ]\n}', "/a", commaBefore("]")],
  ['{ "a": 1,‸, "b": 2 }', "", commaTooMany],
  ["[‸, 1]", "", commaTooMany],
  ["[1,‸,2]", "", commaTooMany],
  ['{\n  "a": 1‸\n  "b": 2\n}', "", commaMissing],
  ['{ "a": { "x": 1 }‸ "b": 2 }', "", commaMissing],
  ["[1‸ 2]", "", commaMissing],
  ['["x"‸"y"]', "", commaMissing],
  ['{ "a": 1‸; "b": 2 }', "", otherSign(";", ",")],
  // Colons and keys.
  ['{ "a"‸ 1 }', "", colonMissing],
  ['{ "a" ‸= 1 }', "", otherSign("=", ":")],
  ['{ "a"‸, "b": 1 }', "", otherSign(",", ":")],
  ['{ "a"‸ }', "", valueMissing],
  ['{ "a": ‸}', "/a", valueMissing],
  ['{ "a": ‸, "b": 1 }', "/a", valueMissing],
  ["{ ‸a: 1 }", "", bareKey("a")],
  ['{ "facts": { ‸移动用户数: 1 } }', "/facts", bareKey("移动用户数")],
  ["{ ‸5: 1 }", "", bareKey("5")],
  ['["a"‸: 1]', "", colonInList],
  // Quotes.
  ["{ ‸'a': 1 }", "", otherQuote("'")],
  ['{ "a": ‸“五星集团” }', "/a", otherQuote("“")],
  ['{ "a": ‸kept }', "/a", outOfQuotes("kept")],
  ['{ "a": ‸kept" }', "/a", outOfQuotes("kept")],
  ['{ "a": ‸truely }', "/a", outOfQuotes("truely")],
  ['{ "a": ‸2010-11-30 }', "/a", outOfQuotes("2010-11-30")],
  ['{ "version": ‸1.0.0 }', "/version", outOfQuotes("1.0.0")],
  ['{\n  "a": ‸"kept,\n  "b": 1\n}', "/a", unclosed],
  ['{ "a": ‸"kept', "/a", unclosed],
  ['{ ‸"a', "", unclosed],
  ['{ "a": "he says ‸"yes" to it" }', "", innerQuote],
  ['{ "a‸"b": 1 }', "", innerQuote],
  ['{ "a": "kept‸\tbetween" }', "/a", tab],
  ['{ "a": "kept‸\u0000" }', "/a", hidden("\\u0000")],
  ['{ "a": "C:‸\\dir" }', "/a", escaped("\\d")],
  ['{ "a": "‸\\u12x4" }', "/a", escaped("\\u12")],
  // Words of other languages.
  ['{ "a": ‸True }', "/a", otherWord("True", "true")],
  ['{ "a": ‸FALSE }', "/a", otherWord("FALSE", "false")],
  ['{ "a": ‸None }', "/a", otherWord("None", "null")],
  ['{ "a": ‸NaN }', "/a", noNumber("NaN")],
  ['{ "a": ‸Infinity }', "/a", noNumber("Infinity")],
  ['{ "a": ‸-Infinity }', "/a", noNumber("-Infinity")],
  // Numbers.
  ['{ "a": ‸007 }', "/a", number("007", "7")],
  ['{ "a": ‸00 }', "/a", number("00", "0")],
  ['{ "a": ‸-01.50 }', "/a", number("-01.50", "-1.50")],
  ['{ "a": ‸+5 }', "/a", number("+5", "5")],
  ['{ "a": ‸.5 }', "/a", number(".5", "0.5")],
  ['{ "a": ‸5. }', "/a", number("5.", "5")],
  ['{ "a": ‸60,000 }', "", number("60,000", "60000")],
  ['{ "a": ‸1,250,000.5, "b": 1 }', "", number("1,250,000.5", "1250000.5")],
  ['{ "a": ‸60_000 }', "/a", number("60_000", "60000")],
  ['{ "a": ‸1.2.3.4 }', "/a", unwritten("1.2.3.4")],
  ['{ "a": ‸- }', "/a", unwritten("-")],
  ['{ "a": ‸--5 }', "/a", unwritten("--5")],
  ['{ "a": 6‸万 }', "", unit("6", "万", "60000")],
  ['{ "a": 6.5‸万元 }', "", unit("6.5", "万元", "65000")],
  ['{ "a": 10‸% }', "", unit("10", "%", "0.1")],
  ['{ "a": 2‸‰ }', "", unit("2", "‰", "0.002")],
  ['{ "a": 6‸元 }', "", unit("6", "元")],
  ['{ "a": 50‸% }', "", unit("50", "%", "0.5")],
  ['{ "a": 1.5‸k, "b": 1 }', "", unit("1.5", "k")],
  // What an input method leaves behind.
  ['‸｛ "a": 1 }', "", fullWidth("｛", "{")],
  ['{ "a"‸：1 }', "", fullWidth("：", ":")],
  ['{ "a": 1‸，"b": 2 }', "", fullWidth("，", ",")],
  ["[1‸、2]", "", fullWidth("、", ",")],
  ['{ "a": ‸【1] }', "/a", fullWidth("【", "[")],
  ['{ "a": ‸５ }', "/a", fullWidth("５", "5")],
  ['{ "a":‸\u00a01 }', "/a", hidden("\\u00a0")],
  ['{ "a":‸\u30001 }', "/a", hidden("\\u3000")],
  ['{‸\u200b "a": 1 }', "", hidden("\\u200b")],
  ['{ "a": 1 ‸\ud842}', "", hidden("\\ud842")],
  // Comments.
  ['{ "a": 1 ‸// five stars\n}', "", comment],
  ['{ ‸/* five stars */ "a": 1 }', "", comment],
  ['‸# five stars\n{ "a": 1 }', "", comment],
  // Ends and brackets.
  ["‸", "", empty],
  [" \n\n‸", "", empty],
  ['{\n  "a": [\n    1,\n    2‸', "/a", ended("[", 2, "]")],
  ['{\n  "a": { "b": 1 }\n‸', "", ended("{", 1, "}")],
  ['{ "a": ‸', "/a", ended("{", 1, "}")],
  ['{\n  "a": [1, 2\n‸}', "/a", wrongClose("}", "[", 2, "]")],
  ['{ "a": 1 ‸]', "", wrongClose("]", "{", 1, "}")],
  ['{ "a": 1 }‸}', "", closeTooMany],
  ['{ "a": 1 }\n‸{ "b": 2 }', "", more],
  ['{ "a": 1 }‸,', "", more],
  // Anything else.
  ['{ "a": ‸@ }', "/a", stranger("@", "a value", "一个值")],
  ["{ ‸@ }", "", stranger("@", "a key in quotes", "带引号的字段名")],
  ['{ "a" ‸@ }', "", stranger("@", "`:`", " `:`")],
  ['{ "a": 1 ‸@ }', "", stranger("@", "`,` or `}`", " `,` 或 `}`")],
  ["[1 ‸😀]", "", stranger("😀", "`,` or `]`", " `,` 或 `]`")],
];

describe("a slip in a JSON text", () => {
  it.each(slips)("is told at its place: %j", (marked, path, { en, zh }) => {
    const before = marked.split("‸")[0] ?? "";
    const line = before.split("\n").length;
    const column = before.length - (before.lastIndexOf("\n") + 1) + 1;
    const message = {
      zh: `第 ${line} 行第 ${column} 列不合 JSON 的写法：${zh[0]}`,
      en: `the text is not JSON on line ${line}, column ${column}: ${en[0]}`,
    };
    const help = { zh: zh[1], en: en[1] };
    const told = { code: "json-syntax", path, message, help, severity: "error" };
    expect(scanJson(marked.replace("‸", ""))).toEqual({
      faults: [{ ...told, at: { line, column } }],
    });
  });

  it.each(slips)("has no English in its Chinese: %j", (marked) => {
    const scanned = scanJson(marked.replace("‸", ""));
    const told =
      "faults" in scanned ? scanned.faults.flatMap((d) => [d.message.zh, d.help.zh]) : [];
    expect(told.length).toBe(2);
    expect(told.flatMap(strayWords)).toEqual([]);
  });

  it("is told after the byte-order mark before it", () => {
    const scanned = scanJson('\ufeff{ "a": 1, }');
    expect("faults" in scanned && scanned.faults.map((d) => [d.code, d.at])).toEqual([
      ["byte-order-mark", { line: 1, column: 1 }],
      ["json-syntax", { line: 1, column: 10 }],
    ]);
  });
});
