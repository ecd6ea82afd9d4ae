import { describe, expect, it } from "vitest";
import { tellRebase } from "../../../src/analyze/rebase/tell.ts";
import { rebase } from "../../../src/analyze/rebase.ts";
import { ruleset } from "../../../src/policies/hainan-unicom-2003.ts";
import { compared, decision, type Json, number } from "../../kinds/tiny.ts";
import { base, variant } from "../../load/variant/small.ts";
import { strayWords } from "../../load/words.ts";
import { rulesetOf } from "./moved.ts";

/* What a policy owner reads, whole and in both languages. */

const { parameters, facts, decisions } = ruleset.document;
const withDefault = (name: "starFive" | "starFour" | "starThree", value: number) => ({
  [name]: { ...parameters[name], default: value },
});

/** The next version: five and four stars from more, three as Sanya has them, and a fact called otherwise. */
const to = rulesetOf({
  ...ruleset.document,
  version: "1.1.0",
  parameters: {
    ...parameters,
    ...withDefault("starFive", 55000),
    ...withDefault("starFour", 31000),
    ...withDefault("starThree", 12000),
  },
  facts: {
    ...facts,
    mobileUsers: { ...facts.mobileUsers, label: { zh: "移动用户", en: "users of mobile" } },
  },
});

const sanya = `{
  "language": "1",
  "id": "sanya-2004",
  "version": "1.0.0",
  "label": { "zh": "三亚", "en": "Sanya" },
  "extends": { "id": "hainan-unicom-2003", "version": "^1.0.0" },
  "effective": { "from": "2004-01-01" },
  "parameters": {
    "starFive": 60000,
    "starThree": 12000
  }
}
`;

describe("a rebase in words", () => {
  const found = rebase(sanya, { from: ruleset, to });

  it("is told in English", () => {
    expect(tellRebase(found, "en").join("\n")).toBe(`\
sanya-2004 1.0.0: from hainan-unicom-2003 1.0.1 to 1.1.0
to be decided, 1 conflict; until then the new document says what the variant said:
  line 9, five-star from [HN-25 第八条]: both the base and the variant have changed it, and not alike
    the base had: 50000 yuan a month
    the base has: 55000 yuan a month
    the variant says: 60000 yuan a month
    to decide: the new document keeps what the variant says: leave it so, or take \`/parameters/starFive\` out of it to have the base's

changed by the base, and inherited now: 1 place
  four-star from: 30000 yuan a month → 31000 yuan a month [HN-25 第八条]

inherited without effect on any account: 1 place
  users of mobile › name: mobile users → users of mobile

changed by the variant, and carried over: 1 place
  in force › begins at: 2003-01-01 → 2004-01-01

said by the base now too: 1 place; the lines stay, and hold against later versions
  three-star from: 10000 yuan a month → 12000 yuan a month [HN-25 第八条]

raise \`version\` of the new document before you publish it`);
  });

  it("is told in Chinese", () => {
    expect(tellRebase(found, "zh").join("\n")).toBe(`\
sanya-2004 1.0.0：所依据的 hainan-unicom-2003 由 1.0.1 换成 1.1.0
有 1 处冲突要决定；决定之前，新文件保留地方规则集原来的写法：
  第 9 行，五星起点 [HN-25 第八条]：所依据的规则集和地方规则集都改了这里，改得不一样
    所依据的规则集原为：50000 元/月
    所依据的规则集现为：55000 元/月
    地方规则集写的是：60000 元/月
    怎样决定：新文件保留了地方规则集的写法：要保留就不必改；要用所依据规则集的，就删去 \`/parameters/starFive\`

所依据的规则集改动、地方规则集随之改变：1 处
  四星起点：30000 元/月 → 31000 元/月 [HN-25 第八条]

随之改变，但对任何客户都没有影响：1 处
  移动用户 › 名称：使用移动业务的人数 → 移动用户

地方规则集的改动，原样保留：1 处
  有效期 › 起点：2003-01-01 → 2004-01-01

所依据的规则集现在也这样写：1 处；这些行仍然保留，对以后的版本继续有效
  三星起点：10000 元/月 → 12000 元/月 [HN-25 第八条]

发布前请调高新文件的 \`version\``);
  });

  it("says so where there is nothing to decide and nothing to inherit", () => {
    const same = rebase(sanya, { from: ruleset, to: ruleset });
    expect(tellRebase(same, "en").slice(0, 4)).toEqual([
      "sanya-2004 1.0.0: from hainan-unicom-2003 1.0.1 to 1.0.1",
      "no conflicts",
      "",
      "the base has changed nothing that the variant leaves to it",
    ]);
    expect(tellRebase(same, "zh").slice(1, 4)).toEqual([
      "没有冲突",
      "",
      "凡地方规则集没有改的地方，所依据的规则集都没有改动",
    ]);
  });

  it("is told by the faults, where it can't be moved", () => {
    const faulty = rebase(sanya.replace("60000", "60001"), { from: ruleset, to });
    expect(tellRebase(faulty, "en")).toEqual([
      "sanya-2004 1.0.0 /parameters/starFive: `60001` can't stand here: the parameter `starFive` has to be a whole multiple of 100 (write 60000 or 60100)",
      "  hainan-unicom-2003 1.0.1 /parameters/starFive/default: the base has `50000` here",
      "  hainan-unicom-2003 1.0.1 /parameters/starFive/change: what may be changed is stated here",
    ]);
  });
});

describe("a conflict inside a whole", () => {
  const star = decisions.star as unknown as Json;
  const { five, ...bands } = star.bands as Json;
  const after = { ...star, bands: { ...bands, five: { ...(five as Json), from: 70000 } } };
  const next = rulesetOf({
    ...ruleset.document,
    version: "1.1.0",
    decisions: { ...decisions, star: after },
  });
  const own = {
    ...JSON.parse(sanya),
    parameters: {},
    decisions: { star: { bands: { five: null } } },
  };
  const found = rebase(own, { from: ruleset, to: next });

  it("is told by its values, where they are a few words", () => {
    expect(tellRebase(found, "en").slice(2, 7)).toEqual([
      "  line 20, star › five-star group [HN-25 第八条]: the variant takes it out, and the base has changed it",
      "    the base had: begins at: five-star from, gives: five-star group",
      "    the base has: begins at: 70000 yuan a month, gives: five-star group",
      "    the variant takes it out",
      "    to decide: the new document still takes it out: leave it so, or delete what it says at `/decisions/star/bands/five` to have the base's",
    ]);
  });

  it("is told by what each side changed in it, where it is more", () => {
    const tested = (value: number) =>
      decision("spare", "rule", { when: compared("n", "lessThan", value) });
    const [before, after] = [5, 6].map((n) => ({
      ...(base().decisions as Json),
      spare: tested(n),
    }));
    const taken = rebase(variant("v", { decisions: { spare: null } }), {
      from: rulesetOf(base({ decisions: before })),
      to: rulesetOf(base({ decisions: after, version: "1.1.0" })),
    });
    expect(tellRebase(taken, "en").slice(2, 6)).toEqual([
      "  line 14, spare [T-01 spare]: the variant takes it out, and the base has changed it",
      "    the base changed: spare › condition: n < 5 each → n < 6 each [T-01 spare]",
      "    the variant changed: spare: taken out [T-01 spare]",
      "    to decide: the new document still takes it out: leave it so, or delete what it says at `/decisions/spare` to have the base's",
    ]);
  });

  it("is told by its new name, where it only has another one", () => {
    const renamed = { ...star, bands: { ...bands, best: five } };
    const to = rulesetOf({
      ...ruleset.document,
      version: "1.1.0",
      decisions: { ...decisions, star: renamed },
    });
    const raised = { star: { bands: { five: { from: 65000 } } } };
    const told = tellRebase(rebase({ ...own, decisions: raised }, { from: ruleset, to }), "en");
    expect(told.slice(2, 6)).toEqual([
      "  line 20, star › five-star group [HN-25 第八条]: the variant changes it, and the base has moved it to `/decisions/star/bands/best`",
      "    the base had: begins at: five-star from, gives: five-star group",
      "    the variant says: begins at: 65000 yuan a month, gives: five-star group",
      "    to decide: write the change at `/decisions/star/bands/best`, and take `/decisions/star/bands/five` out of the new document",
    ]);
  });

  it("has no English in Chinese but names and places", () => {
    const told = tellRebase(found, "zh").map((l) => l.replaceAll(/`[^`]*`|\[[^\]]*\]/g, ""));
    expect(told.slice(1).flatMap(strayWords)).toEqual([]);
  });
});

describe("what both added", () => {
  it("is told by what the two differ in", () => {
    const added = (max: number) => ({ facts: { extra: number("extra", { max }) } });
    const own = rebase(variant("v", added(900)), {
      from: rulesetOf(base()),
      to: rulesetOf(base({ facts: { n: number("n"), ...added(800).facts }, version: "1.1.0" })),
    });
    expect(tellRebase(own, "en").slice(2, 5)).toEqual([
      "  line 14, extra: both the base and the variant have added it, and not alike",
      "    the base → the variant: extra › most it can be: 800 → 900",
      "    to decide: the new document keeps what the variant says: leave it so, or take `/facts/extra` out of it to have the base's",
    ]);
  });
});

describe("the new document", () => {
  it("that can't be run is told so, with each fault and its mend", () => {
    const { starFive } = parameters;
    const marked = { ...starFive, change: "fixed" };
    const next = rulesetOf({
      ...ruleset.document,
      version: "1.1.0",
      parameters: { ...parameters, starFive: marked },
    });
    const told = tellRebase(rebase(sanya, { from: ruleset, to: next }), "en");
    const at = told.findIndex((l) => l.startsWith("the new document can't be run"));
    expect(told.slice(at, at + 2)).toEqual([
      "the new document can't be run as it stands: 1 fault",
      "  sanya-2004 1.0.0 /parameters/starFive: `hainan-unicom-2003 1.1.0` does not leave this open: the parameter `starFive` is fixed (leave it as it is there, or ask whoever issues that ruleset to open it)",
    ]);
  });
});
