import { defineRuleset } from "../../../src/load/define.ts";

/*
 * A ruleset with a decision for each thing a kind can come to, written as a literal: what is inferred
 * of it is stated in `../define.test-d.ts`.
 */

const text = { zh: "例", en: "example" } as const;
const named = { label: text, citation: { rule: "T-01", clause: "一" } } as const;
const about = { subject: "account", ...named } as const;
const word = (name: string) => ({ zh: name, en: name });
const shared = (name: string) => ({ subjects: ["account"], label: word(name) }) as const;
const number = { type: "number", unit: text, scale: 0, min: 0, max: 1000 } as const;
const share = {
  type: "number",
  ...named,
  unit: text,
  scale: 2,
  min: 0,
  max: 1,
  default: 1,
} as const;
const reading = { type: "reading", ...named, question: text } as const;
const high = { fact: "users", operator: "greaterThan", value: 10 } as const;
const users = { fact: "users" } as const;
const mean = {
  aggregate: "mean",
  over: "account",
  by: [],
  unknown: "left-out",
  of: users,
  scale: 2,
  rounding: "half-up",
} as const;
const rate = { quotient: [users, { fact: "lines" }], scale: 2, rounding: "floor" } as const;
const is = { kind: "formula", ...about } as const;
const column = { inputs: { users: { label: text, value: users } } } as const;

export const kinds = defineRuleset({
  language: "1",
  id: "kinds",
  version: "1.0.0",
  label: text,
  source: { title: "例", issuer: text },
  effective: {},
  subjects: { account: { label: text }, unit: { label: text } },
  facts: {
    users: { ...number, ...shared("users") },
    lines: { ...number, subjects: ["account", "unit"], label: word("lines") },
    isUnit: { type: "boolean", ...shared("unit") },
    since: { type: "date", ...shared("since") },
    city: { type: "text", ...shared("city") },
    status: {
      type: "label",
      ...shared("status"),
      values: { on: { label: word("on") }, "2-off": { label: word("off") } },
    },
    uses: {
      type: "list",
      ...shared("uses"),
      values: { sms: { label: word("sms") }, data: { label: word("data") } },
    },
  },
  parameters: {
    gate: share,
    start: { type: "date", ...named, default: "2010-01-01" },
    way: { ...reading, readings: { one: text, other: text }, default: "one" },
    lost: { ...reading, readings: { yes: text, no: text } },
  },
  decisions: {
    rule: {
      kind: "rule",
      ...about,
      conditions: {
        big: { ...named, when: high },
        unit: { ...named, when: { fact: "isUnit", operator: "equal", value: true } },
      },
      when: { any: [{ condition: "big" }, { condition: "unit" }] },
    },
    bandsTermed: {
      kind: "bands",
      ...about,
      input: users,
      closed: "lower",
      outcomes: { "1": text, two: text, never: text },
      bands: { low: { outcome: "1" }, high: { from: 10, outcome: "two" } },
    },
    bandsPlain: {
      kind: "bands",
      ...about,
      input: users,
      closed: "lower",
      bands: {
        low: { outcome: "a" },
        high: { from: 10, outcome: { reading: "way", cases: { one: "b", other: "c" } } },
      },
      exactly: { ten: { value: 10, outcome: "d" } },
    },
    bandsPoints: {
      kind: "bands",
      ...about,
      input: users,
      closed: "upper",
      bands: { low: { outcome: 0 }, high: { from: 10, outcome: { parameter: "gate" } } },
    },
    bandsReading: {
      kind: "bands",
      ...about,
      input: users,
      closed: "upper",
      bands: { low: { outcome: "low" }, high: { from: 10, outcome: { parameter: "way" } } },
    },
    tableOne: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "unique",
      outputs: { who: { label: text, outcomes: { city: text, province: text } } },
      rows: { few: { when: { users: { below: 10 } }, then: { who: "city" } } },
      otherwise: { who: "province" },
    },
    tableSeveral: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "first",
      order: ["few", "some"],
      outputs: { who: { label: text }, points: { label: text } },
      rows: {
        few: { when: { users: { below: 10 } }, then: { who: "city", points: 1 } },
        some: { when: { users: { below: 20 } }, then: { who: "county", points: 2 } },
      },
      otherwise: { who: "nobody", points: 0 },
    },
    tableAny: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "any",
      outputs: { who: { label: text } },
      rows: { all: { when: {}, then: { who: "city" } } },
    },
    tablePriority: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "priority",
      order: ["city", "county"],
      outputs: { who: { label: text } },
      rows: {
        few: { when: { users: { below: 10 } }, then: { who: "city" } },
        some: { when: {}, then: { who: "county" } },
      },
    },
    tableList: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "collect",
      order: ["few", "some"],
      outputs: { who: { label: text } },
      rows: {
        few: { when: { users: { below: 10 } }, then: { who: "city" } },
        some: { when: {}, then: { who: 4 } },
      },
    },
    tableTermed: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "collect",
      collect: "list",
      order: ["few"],
      outputs: { who: { label: text, outcomes: { city: text, county: text } } },
      rows: { few: { when: { users: { below: 10 } }, then: { who: "city" } } },
    },
    tableSum: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "collect",
      collect: "sum",
      order: ["few"],
      outputs: { points: { label: text } },
      rows: { few: { when: { users: { below: 10 } }, then: { points: 1 } } },
      otherwise: { points: 0 },
    },
    tableCount: {
      kind: "table",
      ...about,
      ...column,
      hitPolicy: "collect",
      collect: "count",
      order: ["few"],
      outputs: { who: { label: text } },
      rows: { few: { when: { users: { below: 10 } }, then: { who: "city" } } },
    },
    card: {
      kind: "scorecard",
      ...about,
      maximum: 8,
      dimensions: {
        size: {
          ...named,
          maximum: 3,
          indicators: {
            bands: {
              ...named,
              maximum: 1,
              score: {
                kind: "bands",
                input: users,
                closed: "lower",
                bands: { a: { outcome: 0 }, b: { from: 1, outcome: 1 } },
              },
            },
            table: {
              ...named,
              maximum: 1,
              score: {
                kind: "table",
                ...column,
                hitPolicy: "unique",
                rows: { all: { when: {}, then: { points: 0 } } },
                otherwise: { points: 1 },
              },
            },
            formula: {
              ...named,
              maximum: 1,
              score: { kind: "formula", value: { minimum: [users, 1] } },
            },
          },
        },
        worth: {
          ...named,
          maximum: 5,
          indicators: {
            both: {
              ...named,
              maximum: 2,
              score: {
                kind: "sum",
                parts: {
                  first: { ...named, maximum: 1, score: { kind: "formula", value: 1 } },
                  second: { ...named, maximum: 1, score: { kind: "formula", value: 1 } },
                },
              },
            },
            varied: {
              ...named,
              maximum: 3,
              score: {
                reading: "way",
                cases: {
                  one: {
                    kind: "sum",
                    parts: {
                      kept: { ...named, maximum: 1, score: { kind: "formula", value: 1 } },
                      lost: {
                        ...named,
                        maximum: 2,
                        score: { kind: "formula", value: { minimum: [mean, 2] } },
                      },
                    },
                  },
                  other: {
                    kind: "sum",
                    parts: { kept: { ...named, maximum: 3, score: { kind: "formula", value: 1 } } },
                  },
                },
              },
            },
          },
        },
      },
    },
    rank: {
      kind: "cut",
      method: "rank",
      ...about,
      partition: [],
      unknown: "left-out",
      otherwise: "none",
      by: [{ value: users, order: "descending" }],
      classes: { A: { share: 0.5 }, B: {} },
      order: ["A", "B"],
      outcomes: { A: text, B: text, none: text },
      rounding: "ceil",
      scheme: "cumulative",
      tie: "all-up",
      tieBreak: { id: "city" },
    },
    quantile: {
      kind: "cut",
      method: "quantile",
      ...about,
      input: users,
      definition: 7,
      closed: "lower",
      partition: [],
      unknown: "left-out",
      otherwise: "none",
      classes: { low: { share: 0.5 }, high: { share: 0.5 } },
      order: ["low", "high"],
      outcomes: { low: text, high: text, none: text },
    },
    list: {
      kind: "checklist",
      ...about,
      order: ["formal", "real"],
      sections: {
        real: {
          ...named,
          items: { users: { ...named, when: high, applies: high } },
          step: { outcome: "clear", ...named },
        },
        formal: {
          ...named,
          items: { given: { ...named, when: { fact: "city", operator: "given", value: true } } },
        },
      },
      done: {
        outcome: "report",
        ...named,
        route: [
          { unit: "city", ...named },
          { unit: "province", ...named },
        ],
      },
    },
    listAlone: {
      kind: "checklist",
      ...about,
      order: ["real"],
      sections: { real: { ...named, items: { users: { ...named, when: high } } } },
    },
    appraisal: {
      kind: "appraisal",
      ...about,
      floor: "none",
      items: {
        rate: {
          ...named,
          points: 10,
          scoring: { method: "proportional", rate: { parameter: "gate" } },
        },
        unscored: { ...named, points: 10, scoring: { method: "none" } },
        perhaps: {
          ...named,
          points: 10,
          scoring: {
            reading: "way",
            cases: { one: { method: "none" }, other: { method: "deduction", rate: 1, free: 0.9 } },
          },
        },
      },
    },
    relative: {
      kind: "appraisal",
      ...about,
      floor: "zero",
      items: {
        users: {
          ...named,
          points: 10,
          scoring: {
            method: "relative-linear",
            measure: users,
            over: "account",
            by: [],
            unknown: "left-out",
            lowest: 0,
            allEqual: "max",
            scale: 2,
            rounding: "half-up",
          },
        },
      },
    },
    quota: {
      kind: "quota",
      ...about,
      items: {
        managers: {
          ...named,
          unit: text,
          need: { method: "per", of: users, per: 10, rounding: "ceil" },
        },
      },
    },
    quotaKept: {
      kind: "quota",
      ...about,
      items: {
        managers: {
          ...named,
          unit: text,
          need: { method: "figure", of: users },
          have: { fact: "lines" },
        },
        assistants: { ...named, unit: text, need: { method: "figure", of: users } },
      },
    },
    sum: { ...is, outputs: { value: { ...named, value: { sum: [users, 1] } } } },
    yes: { ...is, outputs: { value: { ...named, value: { when: high } } } },
    day: {
      ...is,
      outputs: { value: { ...named, value: { move: { fact: "since" }, by: 1, unit: "months" } } },
    },
    words: { ...is, outputs: { value: { ...named, value: { fact: "city" } } } },
    entries: { ...is, outputs: { value: { ...named, value: { fact: "uses" } } } },
    state: {
      ...is,
      outputs: {
        value: { ...named, value: { fact: "status" }, outcomes: { on: text, "2-off": text } },
      },
    },
    chosen: {
      ...is,
      outputs: {
        value: {
          ...named,
          value: { choose: [{ when: high, then: "a" }], otherwise: { parameter: "lost" } },
          outcomes: { a: text, yes: text, no: text },
        },
      },
    },
    byReading: {
      ...is,
      outputs: {
        value: {
          ...named,
          value: { reading: "way", cases: { one: users, other: { when: high } } },
        },
      },
    },
    rate: { ...is, outputs: { value: { ...named, value: rate } } },
    restingOnRate: {
      ...is,
      outputs: { value: { ...named, value: { sum: [1, { decision: "rate" }] } } },
    },
    ruleOnRate: {
      kind: "rule",
      ...about,
      when: { expression: rate, operator: "lessThan", value: 1 },
    },
    namedRate: {
      ...is,
      conditions: {
        low: { ...named, when: { decision: "rate", operator: "lessThan", value: 1 } },
        unused: { ...named, when: { expression: mean, operator: "lessThan", value: 1 } },
      },
      outputs: {
        low: { ...named, value: { when: { condition: "low" } } },
        users: { ...named, value: users },
      },
    },
    rateInside: {
      ...is,
      outputs: {
        mean: { ...named, value: { ...mean, of: rate } },
        users: { ...named, value: users },
      },
    },
    onRecordPart: {
      ...is,
      outputs: { value: { ...named, value: { decision: "rateInside.users" } } },
    },
    onPopulationPart: {
      ...is,
      outputs: { value: { ...named, value: { decision: "rateInside.mean" } } },
    },
    onComponent: { ...is, outputs: { value: { ...named, value: { decision: "card.bothFirst" } } } },
    sometimes: {
      ...is,
      outputs: {
        value: {
          ...named,
          value: { sum: [1, { reading: "way", cases: { one: mean, other: users } }] },
        },
      },
    },
    onSometimes: { ...is, outputs: { value: { ...named, value: { decision: "sometimes" } } } },
    always: {
      ...is,
      outputs: { value: { ...named, value: { sum: [mean, { decision: "sometimes" }] } } },
    },
    alwaysByReading: {
      ...is,
      outputs: {
        value: {
          ...named,
          value: { reading: "way", cases: { one: mean, other: { sum: [mean, 1] } } },
        },
      },
    },
  },
});
