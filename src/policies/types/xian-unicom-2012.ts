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
  readonly decisions: {
    readonly scope: {
      readonly subject: "hall";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: { readonly own: boolean; readonly area: boolean; readonly started: boolean };
    };
    readonly cost: {
      readonly subject: "hall";
      readonly grain: "record";
      readonly outcome: number;
      readonly parts: { readonly total: number };
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
      readonly parts: { readonly sum: number | "undefined" };
    };
  };
}
