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
      readonly parts: { readonly evaluated: boolean; readonly enoughForAb: boolean };
    };
    readonly value: {
      readonly subject: "account";
      readonly grain: "record";
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
      readonly parts: object;
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
      readonly parts: { readonly notLater: boolean; readonly inWindow: boolean };
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
      readonly parts: { readonly rate: number | "undefined" };
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
        readonly next: "report" | "keep" | "clear";
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
      readonly parts: { readonly stops: number };
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
      readonly parts: { readonly category: "key-person" | "core-member" | "none" };
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
      readonly parts: object;
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
      readonly outcome: { readonly ab: number; readonly c: number };
      readonly parts: { readonly ab: number; readonly c: number };
    };
    readonly memberShare: {
      readonly subject: "unit";
      readonly grain: "record";
      readonly outcome: number | "undefined";
      readonly parts: { readonly share: number | "undefined" };
    };
    readonly appraisal: {
      readonly subject: "unit";
      readonly grain: "population";
      readonly outcome: number;
      readonly parts: {
        readonly completeness: number;
        readonly accuracy: number;
        readonly memberQuality: number;
        readonly keyPersons: number;
        readonly coreMembers: number;
        readonly satisfaction: number;
        readonly vipSatisfaction: number;
        readonly outOf: number;
      };
    };
  };
}
