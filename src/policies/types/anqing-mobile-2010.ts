// Written by `tiercut types anqing-mobile-2010` from version 1.0.0; not edited by hand.
export interface AccountFacts {
  /** 集团客户编号: account id. */
  readonly accountId?: string | null | undefined;
  /** 集团名称: account name. */
  readonly accountName?: string | null | undefined;
  /** 地市: city. */
  readonly city?: string | null | undefined;
  /** 客户状态: customer status. */
  readonly status?: "on-net" | "potential" | "off-net" | "2-off-net" | null | undefined;
  /** 是否聚类集团: is a cluster group. */
  readonly isCluster?: boolean | null | undefined;
  /** 集团成员数: members, persons. */
  readonly members?: number | null | undefined;
  /** 集团员工数: employees, persons. */
  readonly employees?: number | null | undefined;
  /** 生效的集团产品数: group products in effect, products. */
  readonly products?: number | null | undefined;
  /** 是否订购集团V网: subscribes to the group's V network. */
  readonly hasVnet?: boolean | null | undefined;
  /** 集团V网用户数: V network users, persons. */
  readonly vnetUsers?: number | null | undefined;
  /** 个人账户收入: revenue of personal accounts, yuan a month. */
  readonly personalRevenue?: number | null | undefined;
  /** 集团账户收入: revenue of the group account, yuan a month. */
  readonly groupRevenue?: number | null | undefined;
  /** 专线收入: revenue of dedicated lines, yuan a month. */
  readonly lineRevenue?: number | null | undefined;
  /** 集团中高端客户数: middle and high-end users, persons. */
  readonly midhighUsers?: number | null | undefined;
  /** TD使用用户数: TD users, persons. */
  readonly tdUsers?: number | null | undefined;
  /** 集团三个月平均离网率: the group's three-month mean churn, fraction. */
  readonly churn?: number | null | undefined;
  /** 地市平均离网率: the city's mean churn, fraction. */
  readonly cityChurn?: number | null | undefined;
  /** 行业影响力类别: class of industry. */
  readonly industryClass?: "A" | "B" | "C" | "D" | null | undefined;
  /** 组织行政级别: level of the organisation. */
  readonly orgLevel?:
    | "national"
    | "multinational"
    | "provincial"
    | "cross-province"
    | "city"
    | "cross-city"
    | "county"
    | "district"
    | "cross-county"
    | "township"
    | "other"
    | null
    | undefined;
  /** 是否机构总部: is a head office. */
  readonly isHq?: boolean | null | undefined;
  /** 在皖分支机构或下属单位数: branches and subordinate units in Anhui, units. */
  readonly branches?: number | null | undefined;
  /** 有无独立人事权: decides on its own personnel. */
  readonly hasPersonnelPower?: boolean | null | undefined;
  /** 有无独立财务权: decides on its own finances. */
  readonly hasFinancePower?: boolean | null | undefined;
  /** 工号: owner. */
  readonly owner?: string | null | undefined;
  /** 集团类别: class of the group. */
  readonly class?: "A" | "B" | "C" | "not-evaluated" | null | undefined;
  /** 集团级别: grade of the group. */
  readonly grade?: "A1" | "A2" | "B1" | "B2" | "C" | "not-evaluated" | null | undefined;
  /** 集团地址: account address. */
  readonly accountAddress?: string | null | undefined;
  /** 集团机构类型: type of organisation. */
  readonly orgType?: string | null | undefined;
  /** 行业类型: type of industry. */
  readonly industryType?: string | null | undefined;
  /** 联系人姓名: contact name. */
  readonly contactName?: string | null | undefined;
  /** 联系人手机: contact mobile. */
  readonly contactMobile?: string | null | undefined;
  /** 领导人姓名: leader name. */
  readonly leaderName?: string | null | undefined;
  /** 领导人电话: leader phone. */
  readonly leaderPhone?: string | null | undefined;
  /** 行业属性: industry attribute. */
  readonly industryAttribute?: string | null | undefined;
  /** 政策影响力: policy influence. */
  readonly policyInfluence?: string | null | undefined;
  /** 合同信息: contract information. */
  readonly contract?: string | null | undefined;
  /** 联系人是否集团成员: contact is a group member. */
  readonly contactIsMember?: boolean | null | undefined;
  /** 领导人是否集团成员: leader is a group member. */
  readonly leaderIsMember?: boolean | null | undefined;
  /** 集团重要成员数: important members recorded, persons. */
  readonly keyMembers?: number | null | undefined;
  /** 重要成员是否均为集团成员: all important members are group members. */
  readonly keyMembersAreMembers?: boolean | null | undefined;
  /** 最近更新日期: last update. */
  readonly lastUpdate?: string | null | undefined;
  /** 截止日期: as of. */
  readonly asOf?: string | null | undefined;
  /** 当月首日: first day of the month. */
  readonly monthStart?: string | null | undefined;
  /** 当季首日: first day of the quarter. */
  readonly quarterStart?: string | null | undefined;
  /** 终止原因: cause of the end. */
  readonly reason?:
    | "bankruptcy"
    | "merger"
    | "relocation"
    | "liquidation"
    | "other"
    | "none"
    | null
    | undefined;
  /** 是否终止存续: has ceased to exist. */
  readonly ceased?: boolean | null | undefined;
  /** 账户数: billing accounts, items. */
  readonly accounts?: number | null | undefined;
  /** 欠费: arrears, yuan. */
  readonly arrears?: number | null | undefined;
  /** 当月上门拜访次数: on-site visits in the month, times. */
  readonly visits?: number | null | undefined;
  /** 当月其他方式联系次数: other contacts in the month, times. */
  readonly otherContacts?: number | null | undefined;
  /** 拜访了解到的信息: topics of the visit report. */
  readonly visitTopics?:
    | readonly (
        | "competitor-use"
        | "competitor-visits"
        | "competitor-satisfaction"
        | "customer-plans"
        | "customer-personnel"
        | "customer-leaders"
        | "own-projects"
        | "own-services"
        | "own-satisfaction"
      )[]
    | null
    | undefined;
  /** 拜访到的部门: stops of the visit. */
  readonly visitStops?:
    | readonly (
        | "gate"
        | "office"
        | "it"
        | "business"
        | "finance"
        | "deputy"
        | "head"
        | "workshop"
      )[]
    | null
    | undefined;
  /** 拜访携带物品: things brought to the visit. */
  readonly visitThings?:
    | readonly ("card" | "bill" | "brochure" | "tariffs" | "leaflet")[]
    | null
    | undefined;
  /** 宣传册更新日期: date of the brochure. */
  readonly brochureDate?: string | null | undefined;
  /** 考核状态码: status code in the appraisal. */
  readonly appraisalStatus?: "D" | "Z" | "other" | null | undefined;
}
export interface MemberFacts {
  /** 集团客户编号: account id. */
  readonly accountId?: string | null | undefined;
  /** 工号: owner. */
  readonly owner?: string | null | undefined;
  /** 集团类别: class of the group. */
  readonly class?: "A" | "B" | "C" | "not-evaluated" | null | undefined;
  /** 截止日期: as of. */
  readonly asOf?: string | null | undefined;
  /** 成员编号: member id. */
  readonly memberId?: string | null | undefined;
  /** 成员角色: role of the member. */
  readonly role?:
    | "contact"
    | "leader"
    | "other-contact"
    | "other-leader"
    | "middle-manager"
    | "ordinary"
    | null
    | undefined;
  /** 是否集团一把手: is the group's top leader. */
  readonly isTopLeader?: boolean | null | undefined;
  /** 是否具有集团成员属性: has the group-member attribute in BOSS. */
  readonly isGroupMember?: boolean | null | undefined;
  /** 是否参加返还捆绑: takes part in a monthly-return scheme. */
  readonly hasPlan?: boolean | null | undefined;
  /** 参加捆绑日期: joined on. */
  readonly joinDate?: string | null | undefined;
  /** 捆绑到期日期: expires on. */
  readonly expiryDate?: string | null | undefined;
  /** 每月返还金额: returned a month, yuan a month. */
  readonly monthlyReturn?: number | null | undefined;
  /** 分月返还月数: months of return, months. */
  readonly returnMonths?: number | null | undefined;
  /** 保留预存返还月数: months a retained sum is returned over, months. */
  readonly retainMonths?: number | null | undefined;
  /** 保留预存或押金: retained prepayment or deposit, yuan. */
  readonly retainAmount?: number | null | undefined;
  /** 集团是否建立统付账户: group has a unified-payment account. */
  readonly unifiedAccount?: boolean | null | undefined;
  /** 是否设置代付关系: a pay-for relation to the member is set. */
  readonly payForRelation?: boolean | null | undefined;
  /** 是否有效划拨: money is effectively transferred. */
  readonly transferValid?: boolean | null | undefined;
  /** 付费方式: way of paying. */
  readonly collection?: "unit-collection" | "number-collection" | "other" | null | undefined;
  /** VIP授予日期: VIP granted on. */
  readonly grantDate?: string | null | undefined;
}
export interface OwnerFacts {
  /** 工号: owner. */
  readonly owner?: string | null | undefined;
}
export interface UnitFacts {
  /** 集团成员数: members, persons. */
  readonly members?: number | null | undefined;
  /** 区域计费用户数: billing users of the area, persons. */
  readonly billingUsers?: number | null | undefined;
  /** 资料完整率: completeness rate, fraction. */
  readonly unitCompleteness?: number | null | undefined;
  /** 资料准确率: accuracy rate, fraction. */
  readonly unitAccuracy?: number | null | undefined;
  /** 关键人捆绑率: binding rate of key persons, fraction. */
  readonly unitKeyPersonsBound?: number | null | undefined;
  /** 核心成员捆绑率: binding rate of core members, fraction. */
  readonly unitCoreMembersBound?: number | null | undefined;
  /** 客户满意度: satisfaction, fraction. */
  readonly unitSatisfaction?: number | null | undefined;
  /** VIP客户满意度: VIP satisfaction, fraction. */
  readonly unitVipSatisfaction?: number | null | undefined;
}
/** Anqing Mobile: service system for group customers (安庆移动集团客户服务体系), as types. */
export interface Policy {
  readonly facts: {
    readonly account: AccountFacts;
    readonly member: MemberFacts;
    readonly owner: OwnerFacts;
    readonly unit: UnitFacts;
  };
  readonly parameters: {
    /** 参评最少成员数: least members to be evaluated. */
    readonly minMembers: number;
    /** A、B类最少成员数: least members of an A or B group. */
    readonly abMinMembers: number;
    /** A类占比: share of class A. */
    readonly shareA: number;
    /** B类占比: share of class B. */
    readonly shareB: number;
    /** C类占比: share of class C. */
    readonly shareC: number;
    /** 每个地市至少几个A类: least number of A groups in a city. */
    readonly minA: number;
    /** A1与A2的贡献属性比界限: contribution–attribute ratio between A1 and A2. */
    readonly thresholdA: number;
    /** B1与B2的贡献属性比界限: contribution–attribute ratio between B1 and B2. */
    readonly thresholdB: number;
    /** 专线收入恰为8000元: line revenue of exactly 8000. */
    readonly line8000: "0" | "5" | "6";
    /** 成员数恰为2000人: exactly 2000 members. */
    readonly members2000: "0" | "9" | "10";
    /** 集团账户收入不大于零: group account revenue of zero or below. */
    readonly groupRevenueNonpositive: "0" | "error";
    /** 成员数的口径: what counts as the members. */
    readonly membersSource: "members" | "employees";
    /** V网是否算信息化产品: is the V network one of the products. */
    readonly vnetAsProduct: "by-the-table" | "without-vnet";
    /** 产品数计分: points for products. */
    readonly productRule: "full-at-5" | "capped-at-12" | "stop-at-5";
    /** 离网率差距的计分: points for the gap in churn. */
    readonly churnStep: "steps" | "pro-rata";
    /** 地市平均离网率的来源: where the city's churn comes from. */
    readonly cityChurn: "given" | "group-mean" | "weighted";
    /** 级别与分支机构数的先后: level against number of branches. */
    readonly orgOverlap: "highest" | "level-first";
    /** 非总部的上级机构分支: a body of a level that is no head office. */
    readonly otherOrg: "0" | "by-its-level";
    /** 不独立的分支机构: a branch that is not independent. */
    readonly dependentBranch: "either" | "both";
    /** 成员不足的集团占位: the place of a group too small for A and B. */
    readonly abIneligible: "backfill" | "place-stays-empty" | "out-of-the-base";
    /** 名额取整: rounding of places. */
    readonly rounding: "half-up" | "floor" | "ceil" | "half-even";
    /** 名额取整的对象: what is rounded. */
    readonly roundingScheme: "cumulative" | "separate" | "largest-remainder";
    /** 同分的处理: equal scores across a line. */
    readonly tie: "all-up" | "all-down" | "id" | "keys";
    /** 贡献属性比的方向: direction of the ratio. */
    readonly ratio: "contribution-over-attribute" | "attribute-over-contribution";
    /** 比值恰等于界限: a ratio that equals the threshold. */
    readonly eqLevel: "1" | "2";
    /** 贡献与属性都为零: contribution and attribute both zero. */
    readonly zeroZero: "level-2" | "level-1" | "undefined";
    /** 重要成员人数下限: least important members. */
    readonly leastKeyMembers: number;
    /** 集团成员占员工下限: least share of employees who are members. */
    readonly memberRatio: number;
    /** 联系人和领导人的成员身份: membership of contact and leader. */
    readonly membershipFirst: "must" | "prefer";
    /** 成员不足十人的AB类集团: class A or B with fewer than ten members. */
    readonly keyMembersCap: "ten" | "as-many-as-members";
    /** 重要成员一项的范围: whom the item of important members is asked of. */
    readonly keyMembersScope: "ab" | "all";
    /** 不适用项目: items that do not apply. */
    readonly naItems: "out" | "filled";
    /** 十三项的数法: how the thirteen items are counted. */
    readonly industryItems: "merged" | "fourteen" | "ratio-not-counted" | "contact-once";
    /** 成员占比的范围: whom the share of members is asked of. */
    readonly membersRequiredFor: "all" | "evaluated";
    /** 完整率的口径: basis of the completeness rate. */
    readonly rateBasis: "items" | "groups";
    /** 每月更新的含义: what a monthly update is. */
    readonly updateWindow: "calendar-month" | "days";
    /** 更新间隔天数: days between updates. */
    readonly updateDays: number;
    /** 类似原因: causes of the kind. */
    readonly otherReason: "open" | "closed";
    /** 是否还须终止存续: must it have ceased besides. */
    readonly requireCeased: "both" | "cause-alone";
    /** 离网状态的写法: how off-net is written. */
    readonly offNetCodes: "either" | "code" | "text";
    /** A1、A2类每月拜访次数: visits a month to A1 and A2. */
    readonly freqA: number;
    /** B1、B2类每月拜访次数: visits a month to B1 and B2. */
    readonly freqB: number;
    /** C类每月拜访次数: visits a month to C. */
    readonly freqC: number;
    /** 其他联系方式: other ways of contact. */
    readonly countOther: "on-site-only" | "all-ways";
    /** 不参评集团的拜访: visits to groups without a grade. */
    readonly unrated: "no-rule" | "as-c";
    /** 宣传册按季更新起始日: brochure renewed each quarter from. */
    readonly brochureFrom: string;
    /** 捆绑年度首日: first day of the scheme year. */
    readonly schemeYearStart: string;
    /** 捆绑年度末日: last day of the scheme year. */
    readonly schemeYearEnd: string;
    /** 最早到期日: earliest expiry. */
    readonly leastExpiry: string;
    /** 早期捆绑每月返还下限: least monthly return of an earlier scheme. */
    readonly earlierReturn: number;
    /** 分月返还月数下限: least months of return. */
    readonly leastReturnMonths: number;
    /** 每月返还下限: least monthly return. */
    readonly leastReturn: number;
    /** 保留预存返还月数下限: least months of a retained sum. */
    readonly leastRetainedMonths: number;
    /** 保留预存或押金下限: least retained sum. */
    readonly leastRetained: number;
    /** 「2010年以前」: before 2010. */
    readonly before2010: "without" | "with";
    /** 括号中的十元: the ten yuan in brackets. */
    readonly rule1ReturnRequired: "condition" | "remark";
    /** 2011年以后参加的: joined from 2011 on. */
    readonly after2010: "none" | "as-2010";
    /** 每集团VIP人数上限: most VIPs of a group. */
    readonly cap: number;
    /** 超额时的先后: who comes first over the cap. */
    readonly priority: "list" | "id";
    /** 超过上限: over the cap. */
    readonly overCap: "first" | "none";
    /** 其他VIP的卡: cards of the other VIPs. */
    readonly otherCard: "not-stated" | "silver" | "none";
    /** C类集团的VIP: VIPs of class C. */
    readonly cClass: "out" | "uncapped";
    /** VIP有效月数: months a VIP identity is valid. */
    readonly vipMonths: number;
    /** 原VIP身份取消日: old VIP identities lapse on. */
    readonly vipLapse: string;
    /** 有效期末日: last day of validity. */
    readonly validityEnd: "corresponding-day" | "day-before";
    /** AB类抽检比例: share of A and B checked. */
    readonly sampleShareAb: number;
    /** C类抽检比例: share of C checked. */
    readonly sampleShareC: number;
    /** 抽检数取整: rounding of the sample. */
    readonly sampleRounding: "up" | "down";
    /** AB类合并抽检: A and B as one pool. */
    readonly poolAb: "pooled" | "apart";
    /** 分值出处: which points. */
    readonly pointsSource: "detail" | "overview";
    /** 完整率分值: points of completeness. */
    readonly completenessPoints: number;
    /** 完整率分值（概述）: points of completeness, overview. */
    readonly completenessPointsOverview: number;
    /** 准确率分值: points of accuracy. */
    readonly accuracyPoints: number;
    /** 准确率分值（概述）: points of accuracy, overview. */
    readonly accuracyPointsOverview: number;
    /** 成员质量分值: points of member quality. */
    readonly memberQualityPoints: number;
    /** 成员质量分值（概述）: points of member quality, overview. */
    readonly memberQualityPointsOverview: number;
    /** 关键人捆绑率分值: points of key-person binding. */
    readonly keyPersonPoints: number;
    /** 核心成员捆绑率分值: points of core-member binding. */
    readonly coreMemberPoints: number;
    /** 满意度分值: points of satisfaction. */
    readonly satisfactionPoints: number;
    /** VIP满意度分值: points of VIP satisfaction. */
    readonly vipSatisfactionPoints: number;
    /** 完整率得分线: gate of completeness. */
    readonly completenessGate: number;
    /** 准确率得分线: gate of accuracy. */
    readonly accuracyGate: number;
    /** 恰在得分线: exactly at the gate. */
    readonly gateEqual: "scores" | "zero";
    /** 按比例得分: in proportion. */
    readonly proportional: "rate-times-points" | "rescaled";
    /** 细则缺失的项目: items whose detail is cut off. */
    readonly undetailedMethod: "pro-rata" | "gated" | "none";
    /** 细则缺失项目的得分线: gate of items whose detail is cut off. */
    readonly undetailedGate: number;
    /** VIP满意度的横线: the dash before VIP satisfaction. */
    readonly deduction: "deduct" | "add";
    /** 不扣分的满意度: no deduction from this satisfaction on. */
    readonly deductionGate: number;
    /** 各单位相同: all units equal. */
    readonly allEqual: "max" | "min" | "mid";
    /** 最低单位得分: points of the lowest unit. */
    readonly relativeLo: number;
    /** 总分下限: floor of the total. */
    readonly floorZero: "no" | "yes";
  };
  readonly decisions: {
    readonly eligibility: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly onNet: boolean;
        readonly hasProduct: boolean;
        readonly enoughMembers: boolean;
        readonly notCluster: boolean;
        readonly notPotentialOrLeft: boolean;
      };
    };
    readonly abEligibility: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly evaluated: boolean;
        readonly enoughForAb: boolean;
      };
    };
    readonly value: {
      readonly subject: "account";
      readonly grain: "record" | "population";
      readonly outcome: number;
      readonly parts: {
        readonly contribution: number;
        readonly personalRevenue: number;
        readonly groupRevenue: number;
        readonly lineRevenue: number;
        readonly attribute: number;
        readonly members: number;
        readonly vnetUsers: number;
        readonly midhighUsers: number;
        readonly tdUsers: number;
        readonly products: number;
        readonly churn: number;
        readonly influence: number;
        readonly policyInfluence: number;
        readonly policyInfluenceIndustry: number;
        readonly policyInfluenceOrganisation: number;
      };
    };
    readonly class: {
      readonly subject: "account";
      readonly grain: "population";
      readonly outcome: "A" | "B" | "C" | "not-evaluated";
      readonly parts: Readonly<Record<never, never>>;
    };
    readonly grade: {
      readonly subject: "account";
      readonly grain: "population";
      readonly outcome: "A1" | "A2" | "B1" | "B2" | "C" | "not-evaluated" | "undefined";
      readonly parts: {
        readonly grade: "A1" | "A2" | "B1" | "B2" | "C" | "not-evaluated" | "undefined";
      };
    };
    readonly required: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly basic: boolean;
        readonly affiliated: boolean;
        readonly important: boolean;
        readonly membership: boolean;
        readonly interview: boolean;
        readonly contractual: boolean;
        readonly accountName: boolean;
        readonly accountAddress: boolean;
        readonly orgType: boolean;
        readonly status: boolean;
        readonly contactName: boolean;
        readonly contactMobile: boolean;
        readonly leaderName: boolean;
        readonly leaderPhone: boolean;
        readonly contactIsMember: boolean;
        readonly leaderIsMember: boolean;
        readonly keyMembers: boolean;
        readonly keyMembersAreMembers: boolean;
        readonly members: boolean;
        readonly industryAttribute: boolean;
        readonly policyInfluence: boolean;
        readonly employees: boolean;
        readonly contract: boolean;
        readonly filled: number;
        readonly total: number;
        readonly unmet: readonly (
          | "accountName"
          | "accountAddress"
          | "orgType"
          | "status"
          | "contactName"
          | "contactMobile"
          | "leaderName"
          | "leaderPhone"
          | "contactIsMember"
          | "leaderIsMember"
          | "keyMembers"
          | "keyMembersAreMembers"
          | "members"
          | "industryAttribute"
          | "policyInfluence"
          | "employees"
          | "contract"
        )[];
        readonly unknown: readonly (
          | "accountName"
          | "accountAddress"
          | "orgType"
          | "status"
          | "contactName"
          | "contactMobile"
          | "leaderName"
          | "leaderPhone"
          | "contactIsMember"
          | "leaderIsMember"
          | "keyMembers"
          | "keyMembersAreMembers"
          | "members"
          | "industryAttribute"
          | "policyInfluence"
          | "employees"
          | "contract"
        )[];
      };
    };
    readonly update: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly notLater: boolean;
        readonly inWindow: boolean;
      };
    };
    readonly completeness: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly data: boolean;
        readonly accountName: boolean;
        readonly accountAddress: boolean;
        readonly orgType: boolean;
        readonly industryType: boolean;
        readonly status: boolean;
        readonly contactName: boolean;
        readonly contactMobile: boolean;
        readonly leaderName: boolean;
        readonly leaderPhone: boolean;
        readonly keyMembers: boolean;
        readonly members: boolean;
        readonly industryAttribute: boolean;
        readonly policyInfluence: boolean;
        readonly employees: boolean;
        readonly filled: number;
        readonly total: number;
        readonly unmet: readonly (
          | "accountName"
          | "accountAddress"
          | "orgType"
          | "industryType"
          | "status"
          | "contactName"
          | "contactMobile"
          | "leaderName"
          | "leaderPhone"
          | "keyMembers"
          | "members"
          | "industryAttribute"
          | "policyInfluence"
          | "employees"
        )[];
        readonly unknown: readonly (
          | "accountName"
          | "accountAddress"
          | "orgType"
          | "industryType"
          | "status"
          | "contactName"
          | "contactMobile"
          | "leaderName"
          | "leaderPhone"
          | "keyMembers"
          | "members"
          | "industryAttribute"
          | "policyInfluence"
          | "employees"
        )[];
      };
    };
    readonly completenessRate: {
      readonly subject: "owner";
      readonly grain: "population";
      readonly outcome: number | "undefined";
      readonly parts: {
        readonly rate: number | "undefined";
      };
    };
    readonly deregistration: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly substantive: boolean;
        readonly formal: boolean;
        readonly cause: boolean;
        readonly ceased: boolean;
        readonly noProducts: boolean;
        readonly noAccounts: boolean;
        readonly noArrears: boolean;
        readonly noMembers: boolean;
        readonly offNet: boolean;
        readonly filled: number;
        readonly total: number;
        readonly next: "keep" | "clear" | "report";
        readonly unmet: readonly (
          | "cause"
          | "ceased"
          | "noProducts"
          | "noAccounts"
          | "noArrears"
          | "noMembers"
          | "offNet"
        )[];
        readonly unknown: readonly (
          | "cause"
          | "ceased"
          | "noProducts"
          | "noAccounts"
          | "noArrears"
          | "noMembers"
          | "offNet"
        )[];
        readonly route: readonly ("account-manager" | "city" | "province")[];
      };
    };
    readonly visit: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly visits: number;
        readonly visitsShort: number;
        readonly visitsOver: number;
        readonly visitsCompliant: boolean;
      };
    };
    readonly visitReport: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly competitor: boolean;
        readonly customer: boolean;
        readonly own: boolean;
        readonly competitorUse: boolean;
        readonly competitorVisits: boolean;
        readonly competitorSatisfaction: boolean;
        readonly customerPlans: boolean;
        readonly customerPersonnel: boolean;
        readonly customerLeaders: boolean;
        readonly ownProjects: boolean;
        readonly ownServices: boolean;
        readonly ownSatisfaction: boolean;
        readonly filled: number;
        readonly total: number;
        readonly unmet: readonly (
          | "competitorUse"
          | "competitorVisits"
          | "competitorSatisfaction"
          | "customerPlans"
          | "customerPersonnel"
          | "customerLeaders"
          | "ownProjects"
          | "ownServices"
          | "ownSatisfaction"
        )[];
        readonly unknown: readonly (
          | "competitorUse"
          | "competitorVisits"
          | "competitorSatisfaction"
          | "customerPlans"
          | "customerPersonnel"
          | "customerLeaders"
          | "ownProjects"
          | "ownServices"
          | "ownSatisfaction"
        )[];
      };
    };
    readonly visitRoute: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: number;
      readonly parts: {
        readonly stops: number;
      };
    };
    readonly visitItems: {
      readonly subject: "account";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly things: boolean;
        readonly card: boolean;
        readonly bill: boolean;
        readonly brochure: boolean;
        readonly tariffs: boolean;
        readonly leaflet: boolean;
        readonly brochureCurrent: boolean;
        readonly filled: number;
        readonly total: number;
        readonly unmet: readonly (
          | "card"
          | "bill"
          | "brochure"
          | "tariffs"
          | "leaflet"
          | "brochureCurrent"
        )[];
        readonly unknown: readonly (
          | "card"
          | "bill"
          | "brochure"
          | "tariffs"
          | "leaflet"
          | "brochureCurrent"
        )[];
      };
    };
    readonly keyMember: {
      readonly subject: "member";
      readonly grain: "record";
      readonly outcome: "key-person" | "core-member" | "none";
      readonly parts: {
        readonly category: "key-person" | "core-member" | "none";
      };
    };
    readonly binding: {
      readonly subject: "member";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly earlierScheme: boolean;
        readonly schemeOfYear: boolean;
        readonly retained: boolean;
        readonly unifiedPayment: boolean;
        readonly bankCollection: boolean;
      };
    };
    readonly bindingRate: {
      readonly subject: "owner";
      readonly grain: "population";
      readonly outcome: {
        readonly keyPersons: number | "undefined";
        readonly coreMembers: number | "undefined";
      };
      readonly parts: {
        readonly keyPersons: number | "undefined";
        readonly coreMembers: number | "undefined";
      };
    };
    readonly vipEligibility: {
      readonly subject: "member";
      readonly grain: "record";
      readonly outcome: boolean;
      readonly parts: {
        readonly groupMember: boolean;
        readonly keyRole: boolean;
        readonly groupClass: boolean;
      };
    };
    readonly vipCap: {
      readonly subject: "member";
      readonly grain: "population";
      readonly outcome: "within" | "over" | "not-ranked";
      readonly parts: Readonly<Record<never, never>>;
    };
    readonly vip: {
      readonly subject: "member";
      readonly grain: "population";
      readonly outcome: {
        readonly eligible: boolean;
        readonly granted: boolean;
        readonly card: "gold" | "silver" | "not-stated" | "none";
        readonly validUntil: string;
        readonly valid: boolean;
      };
      readonly parts: {
        readonly eligible: boolean;
        readonly granted: boolean;
        readonly card: "gold" | "silver" | "not-stated" | "none";
        readonly validUntil: string;
        readonly valid: boolean;
      };
    };
    readonly sample: {
      readonly subject: "owner";
      readonly grain: "population";
      readonly outcome: {
        readonly ab: number;
        readonly c: number;
      };
      readonly parts: {
        readonly ab: number;
        readonly c: number;
      };
    };
    readonly memberShare: {
      readonly subject: "unit";
      readonly grain: "record";
      readonly outcome: number | "undefined";
      readonly parts: {
        readonly share: number | "undefined";
      };
    };
    readonly appraisal: {
      readonly subject: "unit";
      readonly grain: "population";
      readonly outcome: number;
      readonly parts: {
        readonly completeness: number;
        readonly accuracy: number;
        readonly memberQuality: number;
        /** Only under some readings. */
        readonly keyPersons?: number;
        /** Only under some readings. */
        readonly coreMembers?: number;
        /** Only under some readings. */
        readonly satisfaction?: number;
        /** Only under some readings. */
        readonly vipSatisfaction?: number;
        readonly outOf: number;
      };
    };
  };
}
