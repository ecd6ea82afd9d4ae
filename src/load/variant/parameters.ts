import { type Diagnostic, pointer } from "../../ruleset/diagnostics.ts";
import type { Parameter } from "../../ruleset/schema/parameter.ts";
import type { Text } from "../../ruleset/text.ts";
import { breachOf, directionBreaches, isLooser } from "./bounds.ts";
import { checkRange } from "./range.ts";
import { type Compared, changesIn, refuse, type Step } from "./step.ts";

/** Refuses what a variant may not change of the parameters of its base. */
export function checkParameters(step: Step): readonly Diagnostic[] {
  return Object.entries(step.before.parameters).flatMap(([name, before]) => {
    const path = pointer("parameters", name);
    if (changesIn(step, path).length === 0) return [];
    const after = step.after.parameters[name];
    return after
      ? checkOne({ name, path, before, after, step })
      : takenOut(name, path, before, step);
  });
}

const isMarked = ({ change }: Parameter) => change !== undefined && change !== "open";

function takenOut(name: string, path: string, before: Parameter, step: Step) {
  if (!isMarked(before)) return [];
  const cause = {
    zh: `参数 \`${name}\` 不能删去`,
    en: `the parameter \`${name}\` can't be taken out`,
  };
  return [refuse(step, { code: "not-open", at: path, words: { cause }, mark: `${path}/change` })];
}

function checkOne(compared: Compared): readonly Diagnostic[] {
  const { before, after } = compared;
  if (before.type !== after.type) return [];
  const declared = checkDeclaration(compared);
  if (before.change === "fixed") return [...declared, ...checkFixed(compared)];
  return [
    ...declared,
    ...checkMark(compared),
    ...checkRange(compared),
    ...checkValues(compared),
    ...directionBreaches(compared),
  ];
}

/** The type stays too: told before anything else, for it makes all else of the parameter wrong. */
export function checkTypes(step: Step): readonly Diagnostic[] {
  return Object.keys(step.before.parameters ?? {}).flatMap((name) => {
    const path = pointer("parameters", name, "type");
    const [change] = changesIn(step, path);
    if (!change || change.path !== path || change.value === null) return [];
    const words = { cause: keeps(name, "type") };
    return [refuse(step, { code: "not-open", at: path, words, against: path })];
  });
}

/** What a parameter is stays as the base declared it, whatever it is set to. */
function checkDeclaration({ name, path, before, after, step }: Compared): readonly Diagnostic[] {
  const fixed = (key: string, cause: Text) =>
    refuse(step, {
      code: "not-open",
      at: `${path}/${key}`,
      words: { cause },
      against: `${path}/${key}`,
    });
  if (before.type !== "number" || after.type !== "number") return [];
  const unit = before.unit.zh !== after.unit.zh || before.unit.en !== after.unit.en;
  return [
    ...(unit ? [fixed("unit", keeps(name, "unit"))] : []),
    ...(before.scale === after.scale ? [] : [fixed("scale", keeps(name, "scale"))]),
    ...(after.min < before.min ? [fixed("min", narrower(name, "min"))] : []),
    ...(after.max > before.max ? [fixed("max", narrower(name, "max"))] : []),
  ];
}

const keeps = (name: string, key: string): Text => ({
  zh: `参数 \`${name}\` 的 \`${key}\` 不能改`,
  en: `the \`${key}\` of the parameter \`${name}\` stays as it is`,
});

const narrower = (name: string, key: string): Text => ({
  zh: `参数 \`${name}\` 的取值范围只能收窄，这里的 \`${key}\` 把它放宽了`,
  en: `the range of the parameter \`${name}\` can only be made narrower, and this \`${key}\` makes it wider`,
});

/** Of a fixed parameter only its words may be changed. */
function checkFixed({ name, path, step }: Compared): readonly Diagnostic[] {
  const words = ["label", "citation", "note", "why", "question"];
  const free = words.map((key) => `${path}/${key}`);
  const [first] = changesIn(step, path).filter((c) => !free.some((f) => c.path.startsWith(f)));
  if (!first) return [];
  const cause = { zh: `参数 \`${name}\` 不能改`, en: `the parameter \`${name}\` is fixed` };
  const against = first.before === undefined ? undefined : first.path;
  const mark = `${path}/change`;
  return [refuse(step, { code: "not-open", at: first.path, words: { cause }, against, mark })];
}

function checkMark({ name, path, before, after, step }: Compared): readonly Diagnostic[] {
  const mark = `${path}/change`;
  if (!isLooser(before, after)) return [];
  const cause = {
    zh: `参数 \`${name}\` 的 \`change\` 只能收紧，这里却放松了`,
    en: `the \`change\` of the parameter \`${name}\` can only be made tighter, and this makes it looser`,
  };
  return [refuse(step, { code: "not-open", at: mark, words: { cause }, against: mark })];
}

/** Every value that the variant sets lies within the stated bounds; none may be taken out. */
function checkValues({ name, path, before, after, step }: Compared): readonly Diagnostic[] {
  if (!isMarked(before)) return [];
  const mark = `${path}/change`;
  if (before.default !== undefined && after.default === undefined) {
    const cause = {
      zh: `参数 \`${name}\` 的值不能删去`,
      en: `the value of the parameter \`${name}\` can't be taken out`,
    };
    const at = `${path}/default`;
    return [refuse(step, { code: "not-open", at, words: { cause }, against: at, mark })];
  }
  const set = [
    ["default", before.default, after.default] as const,
    ...Object.entries(after.dated ?? {}).map(
      ([day, value]) => [`dated/${day}`, before.dated?.[day], value] as const,
    ),
  ];
  return set.flatMap(([key, old, value]) => {
    if (value === undefined || value === old) return [];
    const breach = breachOf(name, before, value);
    if (!breach) return [];
    const at = `${path}/${key}`;
    const words = { value: String(value), ...breach };
    const against = old === undefined ? undefined : at;
    return [refuse(step, { code: "bound-broken", at, words, against, mark })];
  });
}
