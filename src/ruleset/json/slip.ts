import {
  brackets,
  charAt,
  codeOf,
  endBefore,
  fullWidth,
  lineOf,
  type Slip,
  type Stop,
  wordAt,
} from "./look.ts";
import { numberSlip, thousands, unitSlip } from "./number.ts";
import { type Cause, causes, due } from "./words.ts";

/** Finds the slip that most likely stopped the reading. */
export function slipAt(stop: Stop): Slip {
  const found = common(stop) ?? comma(stop) ?? close(stop) ?? slips[stop.due](stop);
  return "at" in found ? found : { ...found, at: stop.at };
}

type Found = Cause | Slip;

/** What is wrong wherever it stands. */
function common(stop: Stop): Found | undefined {
  const { text, at } = stop;
  const char = charAt(stop);
  if (char === "") return ended(stop);
  if (/^(#|\/\/|\/\*)/.test(text.slice(at, at + 2))) return causes.comment;
  const quote = /["'`“”‘’＂＇「『]/.test(char) && char !== '"';
  if (quote) return causes.otherQuote(char);
  const right = fullWidth(char);
  if (right !== undefined) return causes.fullWidth(char, right);
  return /[\p{Cc}\p{Cf}\p{Z}\p{Cs}]/u.test(char) ? causes.hidden(codeOf(char)) : undefined;
}

function ended(stop: Stop): Found {
  const { text, open } = stop;
  if (open === undefined) return causes.empty;
  const [sign = "", right] = brackets(stop);
  return causes.ended(sign, lineOf(text, open), right);
}

/** A comma that nothing follows, or that nothing comes before. */
function comma(stop: Stop): Found | undefined {
  const char = charAt(stop);
  const before = endBefore(stop) - 1;
  const afterComma = stop.text[before] === ",";
  if (afterComma && char === brackets(stop)[1]) return { ...causes.commaBefore(char), at: before };
  const isDue = stop.due === "next" || stop.due === "end" || stop.key !== undefined;
  return char === "," && !isDue ? causes.commaTooMany : undefined;
}

/** A bracket that does not close what is open. */
function close(stop: Stop): Found | undefined {
  const char = charAt(stop);
  if (char !== "}" && char !== "]") return undefined;
  if (stop.open === undefined) return causes.closeTooMany(char);
  const [sign, right] = brackets(stop);
  if (char !== right) return causes.wrongClose(char, sign, lineOf(stop.text, stop.open), right);
  if (stop.key === undefined) return undefined;
  const at = stop.due === "colon" ? endBefore(stop) : stop.at;
  return { ...causes.valueMissing(stop.key), at };
}

const slips: { readonly [D in Stop["due"]]: (stop: Stop) => Found } = {
  value(stop) {
    const char = charAt(stop);
    if (char === "," && stop.key !== undefined) return causes.valueMissing(stop.key);
    if (/[-+.\d]/.test(char)) return numberSlip(stop.text, stop.at);
    const word = wordAt(stop);
    return word === "" ? causes.stranger(char, due.value) : wordSlip(word);
  },
  key(stop) {
    const mark = thousands(stop);
    if (mark) return mark;
    const word = wordAt(stop);
    return word === "" ? causes.stranger(charAt(stop), due.key) : causes.bareKey(word);
  },
  colon(stop) {
    const inner = innerQuote(stop);
    if (inner) return inner;
    const char = charAt(stop);
    if (/[=;,]/.test(char)) return causes.otherSign(char, ":");
    if (!startsEntry(stop)) return causes.stranger(char, due.colon);
    return { ...causes.colonMissing(stop.key ?? ""), at: endBefore(stop) };
  },
  next(stop) {
    const inner = innerQuote(stop) ?? unitSlip(stop);
    if (inner) return inner;
    const char = charAt(stop);
    const [sign, right] = brackets(stop);
    if (char === ";") return causes.otherSign(char, ",");
    if (char === ":" && sign === "[") return causes.colonInList;
    if (startsEntry(stop)) return { ...causes.commaMissing, at: endBefore(stop) };
    return causes.stranger(char, due.next(right));
  },
  end: (stop) => innerQuote(stop) ?? unitSlip(stop) ?? causes.more,
};

const wordsOfOthers: Readonly<Record<string, string>> = {
  true: "true",
  false: "false",
  null: "null",
  none: "null",
  nil: "null",
  undefined: "null",
};

function wordSlip(word: string): Cause {
  if (/^(nan|inf|infinity)$/i.test(word)) return causes.noNumber(word);
  const lower = word.toLowerCase();
  const right = Object.hasOwn(wordsOfOthers, lower) ? wordsOfOthers[lower] : undefined;
  return right === undefined ? causes.bareText(word) : causes.otherWord(word, right);
}

/** A quote within a text ends it, and the rest of the text follows at once. */
function innerQuote({ text, at }: Stop): Slip | undefined {
  const ends = text[at - 1] === '"' && /[^\s"'{}[\],:;=]/.test(text[at] ?? "");
  return ends ? { ...causes.innerQuote, at: at - 1 } : undefined;
}

const startsEntry = (stop: Stop) => /["{[\w\p{L}+.-]/u.test(charAt(stop));
