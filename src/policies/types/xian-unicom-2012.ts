// Written by `tiercut types xian-unicom-2012` from version 1.0.0; not edited by hand.
export interface HallFacts {
  /** 考评月份: month. */
  readonly month?: string | null | undefined;
  /** 是否自有营业厅: is an own hall. */
  readonly isOwn?: boolean | null | undefined;
  /** 所在区域: area. */
  readonly area?: "urban" | "suburban-county" | "elsewhere" | null | undefined;
  /** 实际收入: revenue, yuan a month. */
  readonly revenue?: number | null | undefined;
  /** 收入目标: revenue target, yuan a month. */
  readonly revenueTarget?: number | null | undefined;
  /** 发展用户数: users signed up, users. */
  readonly users?: number | null | undefined;
  /** 用户目标: user target, users. */
  readonly userTarget?: number | null | undefined;
  /** 流失用户数: users lost, users. */
  readonly lostUsers?: number | null | undefined;
  /** 月初用户数: users at the opening of the month, users. */
  readonly openingUsers?: number | null | undefined;
  /** 月末用户数: users at the close of the month, users. */
  readonly closingUsers?: number | null | undefined;
  /** 欠费金额: arrears, yuan a month. */
  readonly arrears?: number | null | undefined;
  /** 营业厅出账收入: billed revenue of the hall, yuan a month. */
  readonly billedRevenue?: number | null | undefined;
  /** 2G出账收入: billed revenue of 2G, yuan a month. */
  readonly revenue2g?: number | null | undefined;
  /** 3G出账收入: billed revenue of 3G, yuan a month. */
  readonly revenue3g?: number | null | undefined;
  /** 固定成本: fixed cost, yuan a month. */
  readonly fixedCost?: number | null | undefined;
  /** 运营成本: operating cost, yuan a month. */
  readonly operatingCost?: number | null | undefined;
  /** 人工成本: labour cost, yuan a month. */
  readonly labourCost?: number | null | undefined;
}
/** Xi'an Unicom: the five rates of own halls (西安联通自有营业厅“五率”考核), as types. */
export interface Policy {
  readonly facts: {
    readonly hall: HallFacts;
  };
  readonly parameters: {
    /** 起始月份: first month. */
    readonly start: string;
    /** 流失率的基数: what churn is measured on. */
    readonly churnBase: "opening" | "mean";
    /** 投入产出率有无括号: how the formula of input and output is bracketed. */
    readonly ioParens: "bracketed" | "literal";
    /** 投入产出率的方向: which way up the rate is. */
    readonly ioDirection: "formula" | "inverse";
    /** 投入产出率的收入口径: which revenue the rate is on. */
    readonly ioRevenue: "2g-3g" | "all";
    /** 收入完成率权重: weight of revenue completion. */
    readonly weightRevenue: number;
    /** 用户完成率权重: weight of user completion. */
    readonly weightUsers: number;
    /** 用户流失率权重: weight of churn. */
    readonly weightChurn: number;
    /** 欠费率权重: weight of arrears. */
    readonly weightArrears: number;
    /** 投入产出率权重: weight of input and output. */
    readonly weightInputOutput: number;
  };
  readonly decisions: {
    readonly scope: {
      readonly subject: "hall";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly own: boolean;
        readonly area: boolean;
        readonly started: boolean;
      };
    };
    readonly cost: {
      readonly subject: "hall";
      readonly grain: "record";
      readonly outcome: number;
      readonly parts: {
        readonly total: number;
      };
    };
    readonly rates: {
      readonly subject: "hall";
      readonly grain: "record";
      readonly outcome: {
        readonly inScope: boolean;
        readonly revenueCompletion: number | "undefined";
        readonly userCompletion: number | "undefined";
        readonly userChurn: number | "undefined";
        readonly arrearsRate: number | "undefined";
        readonly cost: number;
        readonly inputOutput: number | "undefined";
      };
      readonly parts: {
        readonly inScope: boolean;
        readonly revenueCompletion: number | "undefined";
        readonly userCompletion: number | "undefined";
        readonly userChurn: number | "undefined";
        readonly arrearsRate: number | "undefined";
        readonly cost: number;
        readonly inputOutput: number | "undefined";
      };
    };
    readonly weighted: {
      readonly subject: "hall";
      readonly grain: "record";
      readonly outcome: number | "undefined";
      readonly parts: {
        readonly sum: number | "undefined";
      };
    };
  };
}
