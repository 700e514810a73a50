import type { Role } from '#domain/access/role.ts'
import { inventPersonName } from '../invented/names.ts'
import { createRandom } from '../random.ts'
import type { DemoBodyKey } from './bodies.ts'

/** One account of the demonstration, for the table at start-up, the sign-in page and the tutorial. */
export interface DemoAccount {
  /** NEWCOMER: an account that acts for nobody yet. */
  readonly role: Role | 'NEWCOMER'
  readonly name: string
  readonly email: string
  /** The same for all, published on purpose: these accounts only exist where DEMO is on. */
  readonly password: string
  readonly organisation: string
  /** What to try with it. */
  readonly tryZh: string
  readonly tryEn: string
}

/** For whom an account acts: a public body, the n-th invented applicant firm, person or intermediary; or, self-opened, for nobody yet. */
export type ActsFor =
  | { readonly body: DemoBodyKey }
  | { readonly firm: number }
  | { readonly person: number }
  | { readonly intermediary: number }
  | { readonly nobody: true }

interface DemoAccountPlan {
  readonly key: string
  readonly role: DemoAccount['role']
  readonly name: string
  readonly actsFor: ActsFor
  readonly tryZh: string
  readonly tryEn: string
}

const plans = [
  {
    key: 'applicant',
    role: 'APPLICANT',
    name: '陈立文',
    actsFor: { firm: 0 },
    tryZh: '查找并直接选取中介服务机构',
    tryEn: 'Find an intermediary and choose it',
  },
  {
    key: 'person',
    role: 'APPLICANT',
    name: '',
    actsFor: { person: 0 },
    tryZh: '查看本人的承诺和异议',
    tryEn: 'See your own promises and object',
  },
  {
    key: 'held',
    role: 'APPLICANT',
    name: '高建军',
    actsFor: { firm: 1 },
    tryZh: '查看三次未履行承诺后的暂停措施',
    tryEn: 'See the hold after three missed promises',
  },
  {
    key: 'intermediary',
    role: 'INTERMEDIARY',
    name: '周海宁',
    actsFor: { intermediary: 0 },
    tryZh: '交付成果、查看信用、陈述申辩',
    tryEn: 'Deliver, see your credit, defend yourself',
  },
  {
    key: 'officer',
    role: 'WINDOW_OFFICER',
    name: '李静',
    actsFor: { body: 'transport' },
    tryZh: '信用核查、收件、容缺受理',
    tryEn: 'Check credit, open a case, accept with deficiencies',
  },
  {
    key: 'officer2',
    role: 'WINDOW_OFFICER',
    name: '赵志强',
    actsFor: { body: 'construction' },
    tryZh: '在另一部门收件、举报违规',
    tryEn: 'Open cases at another agency, report a violation',
  },
  {
    key: 'manager',
    role: 'AGENCY_MANAGER',
    name: '孙建华',
    actsFor: { body: 'transport' },
    tryZh: '认定承诺不实、管理接口密钥',
    tryEn: 'Mark a promise untrue, manage API keys',
  },
  {
    key: 'investigator',
    role: 'INVESTIGATOR',
    name: '吴敏',
    actsFor: { body: 'regulator' },
    tryZh: '举报或调查违规',
    tryEn: 'Report or investigate a violation',
  },
  {
    key: 'investigator2',
    role: 'INVESTIGATOR',
    name: '郑凯',
    actsFor: { body: 'regulator' },
    tryZh: '调查他人举报的案件并送达告知书',
    tryEn: "Investigate another's report and serve the notice",
  },
  {
    key: 'decider',
    role: 'DECIDER',
    name: '黄国平',
    actsFor: { body: 'regulator' },
    tryZh: '作出决定、列入黑名单',
    tryEn: 'Decide a case and list',
  },
  {
    key: 'decider2',
    role: 'DECIDER',
    name: '徐春霞',
    actsFor: { body: 'regulator' },
    tryZh: '作出临时暂停措施',
    tryEn: 'Order an interim suspension',
  },
  {
    key: 'reviewer',
    role: 'APPEAL_REVIEWER',
    name: '何文博',
    actsFor: { body: 'appeals' },
    tryZh: '裁定对未履行记录的异议',
    tryEn: 'Decide objections to recorded breaches',
  },
  {
    key: 'reform',
    role: 'REFORM_OFFICE',
    name: '林晓彤',
    actsFor: { body: 'reform' },
    tryZh: '登记机构、导入节假日',
    tryEn: 'Register intermediaries, load the calendar',
  },
  {
    key: 'manager2',
    role: 'AGENCY_MANAGER',
    name: '郭秀梅',
    actsFor: { body: 'districtConstruction' },
    tryZh: '申请调整服务清单、补正退回的申请',
    tryEn: 'Apply for an adjustment of the catalogue, correct a returned one',
  },
  {
    key: 'reform2',
    role: 'REFORM_OFFICE',
    name: '宋明远',
    actsFor: { body: 'districtReform' },
    tryZh: '办理清单调整、处置预警',
    tryEn: 'Handle adjustments of the catalogue and alerts',
  },
  {
    key: 'reform3',
    role: 'REFORM_OFFICE',
    name: '邓丽娟',
    actsFor: { body: 'districtReform' },
    tryZh: '公布清单调整（审核人不得公布）',
    tryEn: 'Publish an adjustment (the examiner may not)',
  },
  {
    key: 'reform4',
    role: 'REFORM_OFFICE',
    name: '贺子涵',
    actsFor: { body: 'reform' },
    tryZh: '发布评价规则（起草人不得发布）',
    tryEn: 'Publish rating rules (the drafter may not)',
  },
  {
    key: 'manager3',
    role: 'AGENCY_MANAGER',
    name: '丁志远',
    actsFor: { body: 'transport' },
    tryZh: '发布本单位的行业考评标准',
    tryEn: 'Publish the own industry standard',
  },
  { key: 'auditor', role: 'AUDITOR', name: '马永峰', actsFor: { body: 'reform' }, tryZh: '查看审计记录', tryEn: 'Read the audit trail' },
  {
    key: 'admin',
    role: 'ADMINISTRATOR',
    name: '罗伟',
    actsFor: { body: 'platform' },
    tryZh: '管理账号和接口密钥',
    tryEn: 'Manage accounts and API keys',
  },
  {
    key: 'newcomer',
    role: 'NEWCOMER',
    name: '田一禾',
    actsFor: { nobody: true },
    tryZh: '申请中介服务机构入驻',
    tryEn: "Apply for an institution's entry",
  },
] as const satisfies readonly DemoAccountPlan[]

export const demoAccountPlans: readonly DemoAccountPlan[] = plans

/** Firms that the stories need beside: clients, and intermediaries with a history. Same password, not in the printed table. */
const clients = [2, 3, 11, 12, 18, 21, 22] as const
export const storiedIntermediaries = [4, 5, 8, 11, 14, 19, 20] as const
/** Firms that offer what the demonstration's own institution offers, to compete with it in selections. */
export const competingIntermediaries = [243, 265] as const

/** Firms that were listed, and appealed, repaired or objected. */
export const remedyIntermediaries = [30, 31, 32, 33, 34, 35, 36] as const

/** Who applied for the entries that stand at the form check, came back, or are in publicity. */
const entrants = ['submitted', 'returned', 'publicity'] as const

export const supportingAccountPlans: readonly DemoAccountPlan[] = [
  ...entrants.map((state) => supporting(`entrant-${state}`, 'NEWCOMER', { nobody: true })),
  ...clients.map((firm) => supporting(`client-${firm}`, 'APPLICANT', { firm })),
  ...[...storiedIntermediaries, ...competingIntermediaries, ...remedyIntermediaries].map((intermediary) =>
    supporting(`firm-${intermediary}`, 'INTERMEDIARY', { intermediary }),
  ),
]

export type DemoAccountKey =
  | (typeof plans)[number]['key']
  | `entrant-${(typeof entrants)[number]}`
  | `client-${(typeof clients)[number]}`
  | `firm-${(typeof storiedIntermediaries)[number] | (typeof competingIntermediaries)[number] | (typeof remedyIntermediaries)[number]}`

function supporting(key: string, role: DemoAccount['role'], actsFor: ActsFor): DemoAccountPlan {
  return { key, role, name: inventPersonName(createRandom(`account ${key}`)), actsFor, tryZh: '', tryEn: '' }
}

export const demoPassword = 'xinxuan-demo-2026'
export const demoEmailOf = (key: string): string => `${key}@demo.xinxuan.example`
