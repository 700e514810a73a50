import type { Role } from '#domain/access/role.ts'

export interface DemoAccount {
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly password: string
}

const password = 'xinxuan-demo-2026'

/** One account for each role, all invented; `npm start` shows them. */
export const demoAccounts: readonly DemoAccount[] = [
  { role: 'APPLICANT', name: '申请人 周明', email: 'applicant@demo.example', password },
  { role: 'INTERMEDIARY', name: '中介机构 林芳', email: 'intermediary@demo.example', password },
  { role: 'WINDOW_OFFICER', name: '窗口人员 王静', email: 'window@demo.example', password },
  { role: 'AGENCY_MANAGER', name: '审批部门负责人 陈立', email: 'manager@demo.example', password },
  { role: 'INVESTIGATOR', name: '调查人员 赵刚', email: 'investigator@demo.example', password },
  { role: 'DECIDER', name: '决定人员 孙敏', email: 'decider@demo.example', password },
  { role: 'APPEAL_REVIEWER', name: '复核人员 吴岚', email: 'appeal@demo.example', password },
  { role: 'REFORM_OFFICE', name: '改革办 郑宏', email: 'reform@demo.example', password },
  { role: 'AUDITOR', name: '审计人员 冯洁', email: 'auditor@demo.example', password },
  { role: 'ADMINISTRATOR', name: '系统管理员 何宇', email: 'administrator@demo.example', password },
]
