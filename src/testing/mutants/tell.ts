import type { Language } from "../../ruleset/text.ts";
import type { Mutation, Unnoticed } from "./run.ts";

/** Tells how many mutants the cases notice, and what they do not tell apart. */
export function tellMutation(found: Mutation, lang: Language): readonly string[] {
  const { mutants, killed, equivalent, survived } = found;
  const frame = frames[lang];
  return [
    frame.head(mutants, killed, equivalent.length, survived.length),
    ...survived.flatMap((u) => tellOne(u, lang).map((line) => `  ${line}`)),
  ];
}

function tellOne({ mutant, likeness }: Unnoticed, lang: Language): readonly string[] {
  const frame = frames[lang];
  const { origin, from, to } = mutant;
  const clause = origin.citation?.clause;
  const where = `${origin.label[lang]} \`${origin.id}\``;
  const line = frame.apart(from[lang], to[lang], where, clause ?? "");
  if (likeness.is === "open") return [`${line}${frame.open}`];
  const account = likeness.is === "different" ? likeness.account : undefined;
  return account ? [line, `  ${frame.account}${JSON.stringify(account)}`] : [line];
}

interface Frame {
  head(mutants: number, killed: number, equivalent: number, survived: number): string;
  apart(from: string, to: string, where: string, clause: string): string;
  readonly open: string;
  readonly account: string;
}

const frames: Readonly<Record<Language, Frame>> = {
  en: {
    head: (all, killed, equivalent, survived) =>
      `mutants: ${all}; noticed by the cases: ${killed}; no account could notice, proven: ${equivalent}; not noticed: ${survived}`,
    apart: (from, to, where, clause) =>
      `no case tells ${from} from ${to} for ${where}${clause ? ` (${clause})` : ""}`,
    open: "; whether any account would was not settled",
    account: "an account that would: ",
  },
  zh: {
    head: (all, killed, equivalent, survived) =>
      `变异：${all} 个；用例能发现 ${killed} 个；已证明没有客户能区分 ${equivalent} 个；没有发现 ${survived} 个`,
    apart: (from, to, where, clause) =>
      `没有用例能分清 ${where} 的“${from}”与“${to}”${clause ? `（${clause}）` : ""}`,
    open: "；是否有客户能区分，未能断定",
    account: "能区分的客户，例如：",
  },
};
