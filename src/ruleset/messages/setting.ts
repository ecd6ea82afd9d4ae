import { han } from "../phrase.ts";
import { type Entry, near } from "./entry.ts";

/** Faults that settings can make in a ruleset that was found free of faults. */
export const setting = {
  "unknown-parameter": {
    en: (w) => ({ message: `no parameter is called \`${w.name}\``, help: near.en(w) }),
    zh: (w) => ({ message: `没有叫 \`${w.name}\` 的参数`, help: near.zh(w) }),
  },
  "unknown-reading": {
    en: (w) => ({
      message: `\`${w.name}\` is not a reading of the parameter \`${w.parameter}\``,
      help: near.en(w),
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 不是参数 \`${w.parameter}\` 的读法`,
      help: near.zh(w),
    }),
  },
  "wrong-type": {
    en: (w) => ({
      message: `\`${w.value}\` stands where ${w.expected} is expected`,
      help: `write ${w.expected}`,
    }),
    zh: (w) => ({
      message: han`这里应当是${w.expected}，写的却是 \`${w.value}\``,
      help: han`改成${w.expected}`,
    }),
  },
  "out-of-bounds": {
    en: (w) => ({
      message: `${w.value} is outside the bounds ${w.bounds}`,
      help: "set a value within the bounds, or change the bounds where they are declared",
    }),
    zh: (w) => ({
      message: han`${w.value} 超出范围：${w.bounds}`,
      help: "改成范围之内的值，或在声明处调整范围",
    }),
  },
  "duplicate-band": {
    en: (w) => ({
      message: `the bands \`${w.first}\` and \`${w.second}\` both begin at ${w.from}`,
      help: "give each band its own beginning",
    }),
    zh: (w) => ({
      message: `\`${w.first}\` 档和 \`${w.second}\` 档都从 ${w.from} 开始`,
      help: "让每个档有自己的起点",
    }),
  },
  "share-sum": {
    en: (w) => ({
      message: `the shares add up to ${w.sum}, not to 1`,
      help: "make the shares of all classes add up to 1",
    }),
    zh: (w) => ({ message: `占比合计为 ${w.sum}，不是 1`, help: "使各类占比合计为 1" }),
  },
  "over-maximum": {
    en: (w) => ({
      message: `${w.value} points are over the maximum of ${w.maximum}`,
      help: "lower the points, or raise the maximum",
    }),
    zh: (w) => ({
      message: `最高可得 ${w.value} 分，超过满分 ${w.maximum} 分`,
      help: "降低得分，或提高满分",
    }),
  },
  "maximum-sum": {
    en: (w) => ({
      message: `the maxima inside add up to ${w.sum}, and the maximum stated is ${w.maximum}`,
      help: "make the two agree",
    }),
    zh: (w) => ({
      message: `其中各项满分合计为 ${w.sum} 分，而写明的满分是 ${w.maximum} 分`,
      help: "使两者一致",
    }),
  },
  inexact: {
    en: (w) => ({
      message: `a value here can have ${w.digits} digits, more than the ${w.limit} that are kept exactly`,
      help: "lower a scale, or give the facts in it a narrower range",
    }),
    zh: (w) => ({
      message: han`这里的值可能有${w.digits} 位数字，多于能精确保存的 ${w.limit} 位`,
      help: "减少小数位数，或把所用事实的取值范围定窄一些",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
