import type { Text } from "./text.ts";

/**
 * Fills a Chinese sentence: a space parts Chinese from Latin letters, digits and quoted words, but
 * not where the sentence itself quotes a word.
 */
export function han(parts: TemplateStringsArray, ...words: readonly (string | undefined)[]) {
  const open = (i: number) => parts.slice(0, i).join("").split("`").length % 2 === 0;
  return parts.reduce((before, after, i) => {
    const word = String(words[i - 1]);
    return open(i) ? before + word + after : apart(apart(before, word), after);
  });
}

function apart(a: string, b: string): string {
  const leaves = /\p{Script=Han}$/u.test(a) && /^[`\w]/.test(b);
  const enters = /[`\w]$/.test(a) && /^\p{Script=Han}/u.test(b);
  return leaves || enters ? `${a} ${b}` : a + b;
}

/** Joins alternatives. */
export function either(phrases: readonly Text[]): Text {
  return phrases.reduce((a, b) => ({ zh: han`${a.zh}或${b.zh}`, en: `${a.en} or ${b.en}` }));
}

/** Lists names, the first twelve of them. */
export function listed(names: readonly string[]): Text {
  const shown = names.slice(0, mostListed).map((n) => `\`${n}\``);
  const more = names.length - shown.length;
  if (shown.length === 0) return { zh: "无", en: "none" };
  return {
    zh: shown.join("、") + (more > 0 ? `，另有 ${more} 个` : ""),
    en: shown.join(", ") + (more > 0 ? ` and ${more} more` : ""),
  };
}

const mostListed = 12;

/** Puts a phrase into the one message that a schema can carry. */
export const inMessage = ({ zh, en }: Text) => `${en}\n${zh}`;

/** Takes a phrase out of a schema's message. */
export function ofMessage(message: string): Text {
  const [en = "", zh = en] = message.split("\n");
  return { zh, en };
}
