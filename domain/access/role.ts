/**
 * What a person or an agency's system may be at work: applicant 申请人, intermediary 中介服务机构, window officer 窗口人员,
 * agency manager 审批部门负责人, investigator 调查人员, decider 决定人员, appeal reviewer 申诉复核人员, reform office
 * 政务服务改革管理办公室, auditor 审计人员, administrator 系统管理员.
 */
export const roles = [
  'APPLICANT',
  'INTERMEDIARY',
  'WINDOW_OFFICER',
  'AGENCY_MANAGER',
  'INVESTIGATOR',
  'DECIDER',
  'APPEAL_REVIEWER',
  'REFORM_OFFICE',
  'AUDITOR',
  'ADMINISTRATOR',
] as const

export type Role = (typeof roles)[number]
