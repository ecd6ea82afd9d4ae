import { z } from "zod";
import { decision } from "../kinds/schema.ts";
import { inMessage } from "../ruleset/phrase.ts";
import { described, valuesOf } from "../ruleset/schema/described.ts";
import { fact } from "../ruleset/schema/fact.ts";
import { parameter } from "../ruleset/schema/parameter.ts";
import { citation, day, name, rulesetId, text } from "../ruleset/schema/parts.ts";
import { warnings } from "../ruleset/warnings.ts";

const version = z.string().regex(
  /^\d+\.\d+\.\d+$/,
  inMessage({
    zh: "版本号，例如 `1.0.0`",
    en: "a version such as `1.0.0`",
  }),
);

/** A warning that is known and accepted, by its code and place, with the ground for it. */
const silenced = z.strictObject({
  code: described(valuesOf(warnings), "警告的代码", "the code of the warning"),
  at: described(
    z.string(),
    "警告的位置，如 `/decisions/star`",
    "the place of the warning, such as `/decisions/star`",
  ),
  why: described(text, "为什么可以接受", "why it is accepted"),
});

const remark = z.strictObject({
  note: described(text, "说明", "the note"),
  citation: described(citation, "出处：原文件的哪一条", "the clause it comes from"),
});

/** What a document says of itself, and no variant takes from its base. */
const own = {
  $schema: described(
    z.string(),
    "编辑器据以提示和检查的文件；不影响规则集本身",
    "what editors complete and check by; it changes nothing of the ruleset",
  ).optional(),
  language: described(z.literal("1"), "规则集语言的版本", "the version of the ruleset language"),
  id: described(rulesetId, "规则集的编号", "the id of the ruleset"),
  version: described(version, "规则集的版本号", "the version of the ruleset"),
  label: described(
    text,
    "规则集的名称，中文和英文",
    "the name of the ruleset in Chinese and English",
  ),
};

/** The one schema of a ruleset document, as written. */
export const document = z.strictObject({
  ...own,
  source: described(
    z.strictObject({
      title: described(z.string().min(1), "文件标题", "its title"),
      issuer: described(text, "发文单位", "who issued it"),
      issued: described(z.string(), "何时发布", "when it was issued").optional(),
    }),
    "所依据的成文办法",
    "the written policy this ruleset restates",
  ),
  effective: described(
    z.strictObject({
      from: described(day, "从哪天起，含当日", "from which day on").optional(),
      to: described(day, "到哪天止，含当日", "to which day, that day included").optional(),
    }),
    "何时有效",
    "when it is in force",
  ),
  notes: described(
    z.record(name, remark),
    "原文没有写或没有写清的，以及怎样处理",
    "what the source leaves out or leaves open, and what was made of it",
  ).optional(),
  subjects: described(
    z.record(name, z.strictObject({ label: described(text, "名称", "its name") })),
    "判定的对象：客户、成员、客户经理、单位、营业厅",
    "what decisions are about: accounts, members, owners, units, halls",
  ),
  facts: described(
    z.record(name, fact),
    "事实：由外部给出的数据，没有给出的就是未知",
    "the facts: what may be handed in; what is not given is unknown",
  ),
  parameters: described(
    z.record(name, parameter),
    "参数：地方可以设定的数、日期和解读",
    "the parameters: numbers, days and readings that a province may set",
  ),
  decisions: described(
    z.record(name, decision),
    "判定：规则集回答的问题",
    "the decisions: the questions that the ruleset answers",
  ),
  silenced: described(
    z.record(name, silenced),
    "已知并接受的警告，各写明理由",
    "warnings that are known and accepted, each with the ground for it",
  ).optional(),
});

/** A section of a variant: what differs from the base's, by RFC 7396; `null` takes it out. */
const patch = z.record(z.string(), z.unknown()).nullable().optional();

/** The versions of a base: `1.0.0`, `^1.0.0`, `~1.0.0` or `>=1.0.0 <2.0.0`. */
const versionRange = z
  .string()
  .max(200)
  .regex(
    /^(?:[\^~]|[<>]=?|=)?\d+\.\d+\.\d+(?: +(?:[<>]=?|=)\d+\.\d+\.\d+)*$/,
    inMessage({
      zh: "版本范围，例如 `^1.0.0`",
      en: "a version range such as `^1.0.0`",
    }),
  );

/** A ruleset that says only in what it differs from another: a merge patch (RFC 7396) of its base. */
export const variant = z.strictObject({
  ...own,
  extends: described(
    z.strictObject({
      id: described(rulesetId, "所依据规则集的编号", "the id of the base"),
      version: described(
        versionRange,
        "可以依据哪些版本，如 `^1.0.0`",
        "which of its versions, such as `^1.0.0`",
      ),
    }),
    "所依据的规则集；下面只写与它不同的地方，`null` 表示去掉",
    "the base: what follows says only what differs from it, `null` takes something out",
  ),
  source: patch,
  effective: patch,
  notes: patch,
  subjects: patch,
  facts: patch,
  /** A number, a day or a reading in place of a declaration sets the parameter for all dates. */
  parameters: patch,
  decisions: patch,
  silenced: patch,
});
