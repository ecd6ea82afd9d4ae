import type { Language } from "../../ruleset/text.ts";
import { tellCases } from "../../testing/cases/tell.ts";
import { countsOf } from "../../testing/coverage/counts.ts";
import { kindWords, tellTarget } from "../../testing/coverage/tell.ts";
import { tellMutation } from "../../testing/mutants/tell.ts";
import { visible } from "../io.ts";
import { type Section, type SectionOf, tellHeld } from "./section.ts";

/** All sections as one page that needs nothing beside itself. */
export function asHtml(sections: readonly Section[], lang: Language): string {
  const words = frames[lang];
  const body = sections.map((s) => pages[s.is](s as never, lang)).join("\n");
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words.title}</title>
<style>${style}</style>
<h1>${words.title}</h1>
${body}
</html>
`;
}

const style =
  "body{font:1rem/1.6 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}" +
  "table{border-collapse:collapse}td,th{padding:.2rem 1rem .2rem 0;text-align:left;border-bottom:1px solid #ccc}" +
  "pre{white-space:pre-wrap;background:#f6f6f6;padding:1rem}meter{width:10rem}";

const pages: { [I in Section["is"]]: (section: SectionOf<I>, lang: Language) => string } = {
  cases(section, lang) {
    const { file, ruleset, runs } = section;
    const head = `${frames[lang].cases}${escaped(file)} (${escaped(ruleset)})`;
    return `<h2>${head}</h2>\n<p>${tellHeld(section, lang)}</p>${block(tellCases(runs, lang))}`;
  },
  coverage({ coverage }, lang) {
    const words = frames[lang];
    const rows = countsOf(coverage).map(
      ({ kind, reached, total }) =>
        `<tr><th scope="row">${kindWords[kind][lang]}</th><td>${reached} / ${total}</td>` +
        `<td><meter max="${total}" value="${reached}"></meter></td></tr>`,
    );
    const missed = coverage.missed.map((t) => `<li>${escaped(tellTarget(t, lang))}</li>`);
    const open =
      missed.length === 0 ? "" : `\n<h3>${words.missed}</h3>\n<ul>${missed.join("")}</ul>`;
    return `<h2>${words.coverage}</h2>\n<table>${rows.join("")}</table>${open}`;
  },
  mutation({ mutation }, lang) {
    const [head = "", ...lines] = tellMutation(mutation, lang);
    return `<h2>${frames[lang].mutation}</h2>\n<p>${escaped(head)}</p>${block(lines)}`;
  },
};

const block = (lines: readonly string[]) =>
  lines.length === 0 ? "" : `\n<pre>${escaped(lines.join("\n"))}</pre>`;

/** A text as it is to be read: what a page would obey is only shown. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return visible(text).replace(/[&<>]/g, (c) => entities[c] as string);
}

const frames = {
  en: {
    title: "Cases, and what they show of the rules",
    cases: "Cases of ",
    coverage: "Coverage of the rules",
    missed: "Not reached",
    mutation: "Mutants of the rules",
  },
  zh: {
    title: "案例及其对规则的验证",
    cases: "案例文件：",
    coverage: "规则覆盖",
    missed: "没有用例触及",
    mutation: "规则变异",
  },
} as const;
