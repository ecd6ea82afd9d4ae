/** A small ruleset of the province, laid out as a policy owner would. */
export const province = `{
  "language": "1",
  "id": "province",
  "version": "1.0.0",
  "label": { "zh": "省办法", "en": "the province" },
  "source": { "title": "省办法", "issuer": { "zh": "省公司", "en": "the province" } },
  "effective": { "from": "2003-01-01" },
  "subjects": { "account": { "label": { "zh": "客户", "en": "account" } } },
  "facts": {
    "revenue": {
      "type": "number", "subjects": ["account"], "scale": 0, "min": 0,
      "unit": { "zh": "元", "en": "yuan" }, "label": { "zh": "月收入", "en": "monthly revenue" }
    }
  },
  "parameters": {
    "starFive": {
      "type": "number", "scale": 0, "min": 1000, "max": 90000, "default": 50000,
      "unit": { "zh": "元", "en": "yuan" }, "label": { "zh": "五星起点", "en": "five-star from" },
      "citation": { "rule": "P-01", "clause": "第一条" }
    },
    "edge": {
      "type": "reading", "label": { "zh": "边界", "en": "edge" },
      "citation": { "rule": "P-02", "clause": "第二条" },
      "question": { "zh": "边界归谁", "en": "whose is the edge" },
      "readings": { "lower": { "zh": "归上档", "en": "the upper band's" }, "upper": { "zh": "归下档", "en": "the lower band's" } },
      "default": "lower"
    }
  },
  "decisions": {
    "star": {
      "kind": "bands", "subject": "account", "label": { "zh": "星级", "en": "star" },
      "citation": { "rule": "P-01", "clause": "第一条" },
      "input": { "fact": "revenue" },
      "closed": { "reading": "edge", "cases": { "lower": "lower", "upper": "upper" } },
      "bands": {
        "four": { "outcome": "4" },
        "five": { "from": { "parameter": "starFive" }, "outcome": "5" }
      },
      "outcomes": { "4": { "zh": "四星", "en": "four-star" }, "5": { "zh": "五星", "en": "five-star" } }
    }
  }
}
`;

/** A variant of it; `parameters` is what stands in that section. */
export const city = (parameters: string, version = "1.1.0") => `{
  "language": "1",
  "id": "city",
  "version": "${version}",
  "label": { "zh": "市", "en": "the city" },
  "extends": { "id": "province", "version": "^1.0.0" },
  "parameters": { ${parameters} }
}
`;
