import { han } from "../phrase.ts";
import type { Entry } from "./entry.ts";

/** Faults of what a ruleset means: what does not fit together, or does not add up. */
export const meaning = {
  "order-mismatch": {
    en: (w) => ({
      message: `\`order\` and the entries differ: ${w.difference}`,
      help: "name in `order` every entry, each once: a JSON object alone has no order",
    }),
    zh: (w) => ({
      message: han`\`order\` 与各项对不上：${w.difference}`,
      help: "在 `order` 里把每一项各写一次：JSON 的 `{ }` 本身没有先后次序",
    }),
  },
  cycle: {
    en: (w) => ({
      message: `\`${w.name}\` depends on itself: ${w.loop}`,
      help: "take one of these references out",
    }),
    zh: (w) => ({ message: `\`${w.name}\` 依赖自身：${w.loop}`, help: "去掉其中一处引用" }),
  },
  "type-mismatch": {
    en: (w) => ({
      message: `${w.what} takes ${w.expected}, and this is ${w.found}`,
      help: `give ${w.expected} here`,
    }),
    zh: (w) => ({
      message: han`${w.what}要用${w.expected}，这里却是${w.found}`,
      help: han`这里改用${w.expected}`,
    }),
  },
  "other-subject": {
    en: (w) => ({
      message: `\`${w.name}\` is about ${w.belongs}, and this decision is about \`${w.subject}\``,
      help: "use what belongs to the same subject, or an aggregate over the other one",
    }),
    zh: (w) => ({
      message: han`\`${w.name}\` 说的是${w.belongs}，而这个判定说的是 \`${w.subject}\``,
      help: "改用同一对象的内容，或对另一对象用 `aggregate` 汇总",
    }),
  },
  "mixed-populations": {
    en: (w) => ({
      message: `the decision needs to be fitted to both \`${w.first}\` and \`${w.second}\``,
      help: "split it: a decision can be fitted to one population",
    }),
    zh: (w) => ({
      message: `这个判定既要对全体 \`${w.first}\` 拟合，又要对全体 \`${w.second}\` 拟合`,
      help: "把它拆开：一个判定只能对一种对象的全体拟合",
    }),
  },
  "lowest-band": {
    en: (w) => ({
      message: `${w.count} bands have no \`from\`; exactly one must have none`,
      help: "leave `from` out of the lowest band alone: it takes everything below the others",
    }),
    zh: (w) => ({
      message: `有 ${w.count} 个档没有写 \`from\`，应当恰好有一个档不写`,
      help: "只让最低一档不写 `from`：其余各档以下都归它",
    }),
  },
  "rest-class": {
    en: (w) => ({
      message: `the class \`${w.name}\` has neither share nor count, and is not the last`,
      help: "give it a share or a count: only the last class takes all that are left",
    }),
    zh: (w) => ({
      message: `\`${w.name}\` 类既没有占比（\`share\`）也没有名额（\`count\`），又不是最后一类`,
      help: "给它写上占比或名额：只有最后一类可以包揽其余",
    }),
  },
} satisfies Readonly<Record<string, Entry>>;
