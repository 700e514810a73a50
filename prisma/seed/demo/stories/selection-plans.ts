import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { FundSource, SelectionMode } from '#domain/selection/selection.ts'
import type { DemoAccountKey } from '../accounts.ts'

/** What one selection of the demonstration comes to, by its days; what is left out does not happen (yet). */
export interface SelectionPlan {
  /** Distinguishes it from the others, for good. */
  readonly key: string
  readonly owner: DemoAccountKey
  readonly mode: Exclude<SelectionMode, 'DIRECT'>
  readonly fundSource: FundSource
  readonly project: string
  readonly requirements: string
  readonly draftedOn: CalendarDay
  readonly announcedOn?: CalendarDay
  /** The line is at 17:00, the opening of quotes at 10:00 of the next day that is named. */
  readonly closesOn?: CalendarDay
  readonly opensOn?: CalendarDay
  /** In the order in which they sign up; each with its quote where quotes are asked. */
  readonly bidders?: readonly DemoAccountKey[]
  readonly feesFen?: readonly number[]
  readonly question?: { readonly on: CalendarDay; readonly text: string; readonly answer?: string }
  readonly hasShare?: boolean
  /** Day on which two people enter the lottery's numbers. */
  readonly lotteryOn?: CalendarDay
  readonly objectionOn?: CalendarDay
  readonly contractOn?: CalendarDay
  readonly cancelledOn?: CalendarDay
  readonly reAnnounced?: { readonly on: CalendarDay; readonly closesOn: CalendarDay }
}

const three: readonly DemoAccountKey[] = ['intermediary', 'firm-243', 'firm-265']
const fees = [1_520_000, 1_480_000, 1_560_000] as const
const report = '编制环境影响报告书并配合专家评审；含现场踏勘和环境现状监测，成果一式八份及电子文件。'
const base = { fundSource: 'STATE', requirements: report } as const

/** One selection for each state and each mode, as of the demonstration's day. */
export const selectionPlans: readonly SelectionPlan[] = [
  { ...base, key: 'draft', owner: 'applicant', mode: 'RANDOM_DRAW', project: '停车场改扩建环境影响评价', draftedOn: '2026-11-20' },
  {
    ...{ ...base, key: 'sign-up', owner: 'applicant', mode: 'LOWEST_QUOTE', project: '综合客运枢纽环境影响评价' },
    ...{ draftedOn: '2026-11-17', announcedOn: '2026-11-18', closesOn: '2026-11-25', opensOn: '2026-11-26' },
    ...{ bidders: ['firm-243'], feesFen: [1_480_000] },
    question: { on: '2026-11-19', text: '报告书是否需要包含施工期环境监理方案？', answer: '需要，作为单独一章。' },
  },
  {
    ...{ ...base, key: 'key-due', owner: 'applicant', mode: 'AVERAGE_PRICE', project: '道路提升工程环境影响评价' },
    ...{ draftedOn: '2026-11-11', announcedOn: '2026-11-12', closesOn: '2026-11-19', opensOn: '2026-11-20' },
    ...{ bidders: three, feesFen: fees },
  },
  {
    ...{ ...base, key: 'to-score', owner: 'applicant', mode: 'COMPARATIVE', project: '仓储中心环境影响评价', fundSource: 'PRIVATE' },
    ...{ draftedOn: '2026-11-06', announcedOn: '2026-11-09', closesOn: '2026-11-16', opensOn: '2026-11-17' },
    ...{ bidders: three, feesFen: fees, hasShare: true },
  },
  {
    ...{ ...base, key: 'publicity', owner: 'client-3', mode: 'LOWEST_QUOTE', project: '污水提升泵站环境影响评价' },
    ...{ draftedOn: '2026-11-09', announcedOn: '2026-11-10', closesOn: '2026-11-17', opensOn: '2026-11-18' },
    ...{ bidders: three, feesFen: fees, hasShare: true },
  },
  {
    ...{ ...base, key: 'disputed', owner: 'client-2', mode: 'LOWEST_QUOTE', project: '公交首末站环境影响评价' },
    ...{ draftedOn: '2026-11-09', announcedOn: '2026-11-10', closesOn: '2026-11-17', opensOn: '2026-11-18' },
    ...{ bidders: three, feesFen: fees, hasShare: true, objectionOn: '2026-11-19' },
  },
  {
    ...{ ...base, key: 'awarded', owner: 'client-18', mode: 'LOWEST_QUOTE', project: '养护工区环境影响评价' },
    ...{ draftedOn: '2026-11-03', announcedOn: '2026-11-04', closesOn: '2026-11-11', opensOn: '2026-11-12' },
    ...{ bidders: three, feesFen: fees, hasShare: true },
  },
  {
    ...{ ...base, key: 'contracted', owner: 'applicant', mode: 'LOWEST_QUOTE', project: '检测线改造环境影响评价' },
    ...{ draftedOn: '2026-10-23', announcedOn: '2026-10-26', closesOn: '2026-11-02', opensOn: '2026-11-03' },
    ...{ bidders: three, feesFen: fees, hasShare: true, contractOn: '2026-11-11' },
  },
  {
    ...{ ...base, key: 'drawn', owner: 'client-3', mode: 'RANDOM_DRAW', project: '货运站场环境影响评价' },
    ...{ draftedOn: '2026-10-19', announcedOn: '2026-10-20', closesOn: '2026-10-27' },
    ...{ bidders: three, lotteryOn: '2026-10-30' },
  },
  {
    ...{ ...base, key: 'to-pick', owner: 'applicant', mode: 'CREDIT_SHORTLIST', project: '充电站环境影响评价', fundSource: 'PRIVATE' },
    ...{ draftedOn: '2026-11-02', announcedOn: '2026-11-03', closesOn: '2026-11-10' },
    ...{ bidders: three, lotteryOn: '2026-11-13' },
  },
  {
    ...{ ...base, key: 'second-round', owner: 'applicant', mode: 'RANDOM_DRAW', project: '物流园三期环境影响评价' },
    ...{ draftedOn: '2026-11-04', announcedOn: '2026-11-05', closesOn: '2026-11-12', bidders: ['firm-243', 'firm-265'] },
    reAnnounced: { on: '2026-11-16', closesOn: '2026-11-23' },
  },
  {
    ...{ ...base, key: 'failed', owner: 'client-2', mode: 'RANDOM_DRAW', project: '便民服务点环境影响评价' },
    ...{ draftedOn: '2026-10-30', announcedOn: '2026-11-02', closesOn: '2026-11-09', bidders: ['firm-243'] },
  },
  {
    ...{ ...base, key: 'cancelled', owner: 'client-18', mode: 'RANDOM_DRAW', project: '临时料场环境影响评价' },
    ...{ draftedOn: '2026-11-10', announcedOn: '2026-11-11', closesOn: '2026-11-18', cancelledOn: '2026-11-13' },
  },
]
