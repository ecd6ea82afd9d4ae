// Written by `tiercut types hainan-unicom-2003` from version 1.0.1; not edited by hand.
export interface AccountFacts {
  /** 是否单位: is a unit. */
  readonly isUnit?: boolean | null | undefined;
  /** 是否在海南省: is in Hainan. */
  readonly inHainan?: boolean | null | undefined;
  /** 使用移动业务的人数: mobile users, persons. */
  readonly mobileUsers?: number | null | undefined;
  /** 数据专线数: data lines, lines. */
  readonly dataLines?: number | null | undefined;
  /** 语音专线数: voice lines, lines. */
  readonly voiceLines?: number | null | undefined;
  /** 其他在用业务: other services used. */
  readonly services?:
    | readonly (
        | "long-distance"
        | "ip-telephony"
        | "internet"
        | "paging"
        | "messaging"
        | "video-conference"
        | "hosting"
      )[]
    | null
    | undefined;
  /** 移动通信月收入: monthly mobile revenue, yuan a month. */
  readonly monthlyMobileRevenue?: number | null | undefined;
}
export interface ChannelFacts {
  /** 发展渠道: sales channel. */
  readonly channel?:
    | "own-manager"
    | "regional-manager"
    | "part-time-manager"
    | "employee"
    | "province"
    | "network-provider"
    | "franchise-hall"
    | "special-provider"
    | "none"
    | null
    | undefined;
  /** 发展的集团数: groups developed, groups. */
  readonly groups?: number | null | undefined;
  /** 集团内客户总数: customers in its groups, persons. */
  readonly customers?: number | null | undefined;
  /** 直销客户经理数: direct-sales account managers, persons. */
  readonly managers?: number | null | undefined;
  /** 专职服务助理数: full-time service assistants, persons. */
  readonly assistants?: number | null | undefined;
}
export interface TaskFacts {
  /** 发展渠道: sales channel. */
  readonly channel?:
    | "own-manager"
    | "regional-manager"
    | "part-time-manager"
    | "employee"
    | "province"
    | "network-provider"
    | "franchise-hall"
    | "special-provider"
    | "none"
    | null
    | undefined;
  /** 营销发展工作: marketing task. */
  readonly action?:
    | "negotiate"
    | "supervise"
    | "make-policy"
    | "develop"
    | "implement"
    | "propose-strategy"
    | "carry-out-strategy"
    | null
    | undefined;
  /** 项目范围: scope of the project. */
  readonly scope?: "national" | "province-wide" | "regional" | null | undefined;
  /** 大区: region. */
  readonly region?: "haikou" | "sanya" | "danzhou" | null | undefined;
  /** 策略是否经批准: strategy approved. */
  readonly approved?: boolean | null | undefined;
  /** 服务合作项目: service project. */
  readonly project?: "club" | "strategic-alliance" | "similar" | "other" | null | undefined;
  /** 工作性质: kind of work. */
  readonly workKind?: "development" | "retention" | "other" | null | undefined;
  /** 是否针对单位客户: aimed at a unit. */
  readonly forUnit?: boolean | null | undefined;
}
export interface MemberFacts {
  /** 发展渠道: sales channel. */
  readonly channel?:
    | "own-manager"
    | "regional-manager"
    | "part-time-manager"
    | "employee"
    | "province"
    | "network-provider"
    | "franchise-hall"
    | "special-provider"
    | "none"
    | null
    | undefined;
  /** 大区: region. */
  readonly region?: "haikou" | "sanya" | "danzhou" | null | undefined;
  /** 客户月话费: charges of the customer, yuan a month. */
  readonly memberFee?: number | null | undefined;
  /** 合作渠道服务未达标准: partner's service below standard. */
  readonly partnerBelowStandard?: boolean | null | undefined;
}
export interface PartyFacts {
  /** 单位或人员类别: kind of party. */
  readonly partyKind?:
    | "branch-key-account-department"
    | "account-manager"
    | "service-assistant"
    | "network-provider"
    | "franchise-hall"
    | "special-provider"
    | "business-manager"
    | "regional-manager"
    | "part-time-manager"
    | "partner-sales"
    | "other"
    | null
    | undefined;
}
/** Hainan Unicom: development and service of group business (海南联通集团业务发展与服务管理办法), as types. */
export interface Policy {
  readonly facts: {
    readonly account: AccountFacts;
    readonly channel: ChannelFacts;
    readonly task: TaskFacts;
    readonly member: MemberFacts;
    readonly party: PartyFacts;
  };
  readonly parameters: {
    /** 集团业务移动人数下限: least mobile users of a group. */
    readonly groupMobileUsers: number;
    /** 单项标准是否限于单项业务: does the single-service route need a single service. */
    readonly aRequiresSingle: "any" | "single-only";
    /** 综合业务项数下限: least services of comprehensive business. */
    readonly comprehensiveServices: number;
    /** 一项业务的计法: what one service is. */
    readonly comprehensiveUnit: "kinds" | "instances";
    /** 移动业务计入综合业务的人数: when mobile counts as a service. */
    readonly comprehensiveMobileMin: "any-use" | "10-and-more";
    /** 二星起点: two-star from. */
    readonly starTwo: number;
    /** 三星起点: three-star from. */
    readonly starThree: number;
    /** 四星起点: four-star from. */
    readonly starFour: number;
    /** 五星起点: five-star from. */
    readonly starFive: number;
    /** 星级边界: which end of a tier is closed. */
    readonly boundary: "lower-closed" | "upper-closed";
    /** 零收入集团: a group without mobile revenue. */
    readonly zeroRevenue: "one-star" | "unrated";
    /** 负收入集团: a group with a month of refunds. */
    readonly negativeRevenue: "one-star" | "unrated";
    /** 每名客户经理的集团数: groups to a manager. */
    readonly groupsPerManager: number;
    /** 每名服务助理的客户数: customers to an assistant. */
    readonly customersPerAssistant: number;
    /** 配备人数的取整: how a required figure is rounded. */
    readonly rounding: "up" | "down" | "half";
    /** 比例的方向: which way the ratio binds. */
    readonly ratioReading: "floor-of-staff" | "ceiling-of-staff";
    /** 配备的计算范围: over what the staff is counted. */
    readonly scope: "per-channel" | "pooled";
    /** 一对一服务话费: charges for one-to-one service. */
    readonly oneToOneFee: number;
    /** 200元是否在内: is the figure itself in. */
    readonly feeBoundary: "closed" | "open";
    /** 集团内大客户由谁服务: who serves a large customer inside a group. */
    readonly feePrecedence: "province" | "owner";
  };
  readonly decisions: {
    readonly scope: {
      readonly subject: "party";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly article2: boolean;
        readonly article5: boolean;
      };
    };
    readonly group: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly unit: boolean;
        readonly mobile: boolean;
        readonly dataLine: boolean;
        readonly voiceLine: boolean;
        readonly comprehensive: boolean;
      };
    };
    readonly servicesUsed: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: {
        readonly used: number;
        readonly atLeast: number;
        readonly atMost: number;
      };
      readonly parts: {
        readonly used: number;
        readonly atLeast: number;
        readonly atMost: number;
      };
    };
    readonly comprehensive: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly several: boolean;
      };
    };
    readonly groupWork: {
      readonly subject: "task";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly purpose: boolean;
        readonly target: boolean;
      };
    };
    readonly channelClass: {
      readonly subject: "channel";
      readonly grain: "record";
      readonly outcome: "own" | "network-provider" | "franchise-hall" | "special-provider" | "none";
      readonly parts: {
        readonly class: "own" | "network-provider" | "franchise-hall" | "special-provider" | "none";
      };
    };
    readonly staffing: {
      readonly subject: "channel";
      readonly grain: "record" | "population";
      readonly outcome: boolean;
      readonly parts: {
        readonly managers: number;
        readonly managersShort: number;
        readonly managersOver: number;
        readonly managersCompliant: boolean;
        readonly assistants: number;
        readonly assistantsShort: number;
        readonly assistantsOver: number;
        readonly assistantsCompliant: boolean;
      };
    };
    readonly marketing: {
      readonly subject: "task";
      readonly grain: "record";
      readonly outcome: {
        readonly lead:
          | "province-key-accounts"
          | "sanya-branch"
          | "danzhou-branch"
          | "partner"
          | "nobody";
        readonly support: "partner" | "none";
        readonly role:
          | "province"
          | "haikou-region"
          | "sanya-region"
          | "danzhou-region"
          | "partner"
          | "none";
        readonly basis:
          | "P1"
          | "P2"
          | "P3"
          | "C1"
          | "C2"
          | "C3"
          | "T1"
          | "T3"
          | "C2-T2"
          | "P1-T2"
          | "none";
        readonly inferred: "no" | "yes";
      };
      readonly parts: {
        readonly lead:
          | "province-key-accounts"
          | "sanya-branch"
          | "danzhou-branch"
          | "partner"
          | "nobody";
        readonly support: "partner" | "none";
        readonly role:
          | "province"
          | "haikou-region"
          | "sanya-region"
          | "danzhou-region"
          | "partner"
          | "none";
        readonly basis:
          | "P1"
          | "P2"
          | "P3"
          | "C1"
          | "C2"
          | "C3"
          | "T1"
          | "T3"
          | "C2-T2"
          | "P1-T2"
          | "none";
        readonly inferred: "no" | "yes";
      };
    };
    readonly service: {
      readonly subject: "member";
      readonly grain: "record";
      readonly outcome: {
        readonly lead:
          | "province-key-accounts"
          | "sanya-branch"
          | "danzhou-branch"
          | "partner"
          | "nobody";
        readonly role:
          | "province"
          | "haikou-region"
          | "sanya-region"
          | "danzhou-region"
          | "partner"
          | "none";
        readonly basis: "P1" | "C1" | "C2" | "C3" | "T1" | "none";
        readonly inferred: "no" | "yes";
      };
      readonly parts: {
        readonly lead:
          | "province-key-accounts"
          | "sanya-branch"
          | "danzhou-branch"
          | "partner"
          | "nobody";
        readonly role:
          | "province"
          | "haikou-region"
          | "sanya-region"
          | "danzhou-region"
          | "partner"
          | "none";
        readonly basis: "P1" | "C1" | "C2" | "C3" | "T1" | "none";
        readonly inferred: "no" | "yes";
      };
    };
    readonly serviceProject: {
      readonly subject: "task";
      readonly grain: "record";
      readonly outcome: "province-key-accounts" | "nobody";
      readonly parts: {
        readonly lead: "province-key-accounts" | "nobody";
      };
    };
    readonly star: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: "1" | "2" | "3" | "4" | "5" | "unrated";
      readonly parts: Readonly<Record<never, never>>;
    };
  };
}
