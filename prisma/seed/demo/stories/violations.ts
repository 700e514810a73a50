import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addInvestigationRecord } from '#services/listings/add-investigation-record.ts'
import { closeWithoutFinding } from '#services/listings/close-without-finding.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { fileDefence } from '#services/listings/file-defence.ts'
import { orderSuspension } from '#services/listings/order-suspension.ts'
import { reportViolation } from '#services/listings/report-violation.ts'
import { requestHearing } from '#services/listings/request-hearing.ts'
import { scheduleHearing } from '#services/listings/schedule-hearing.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { retainedItems } from '../../invented/catalogue.ts'
import { inventIntermediary } from '../../invented/intermediary.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { demoToday, instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** One case, told up to the step at which it stands. Days of steps that were not reached are left out. */
export interface ViolationStory {
  readonly intermediary: number
  readonly violation: string
  readonly facts: string
  readonly reporter: DemoAccountKey
  readonly reportedOn: CalendarDay
  readonly investigatedOn?: CalendarDay
  readonly closedOn?: CalendarDay
  readonly interviewedOn?: CalendarDay
  readonly suspended?: { readonly on: CalendarDay; readonly untilOn: CalendarDay }
  readonly noticedOn?: CalendarDay
  /** Asked for, and called by the second decider for ten in the morning. */
  readonly hearing?: {
    readonly by: DemoAccountKey
    readonly askedOn: CalendarDay
    readonly calledOn: CalendarDay
    readonly heldOn: CalendarDay
  }
  readonly defended?: { readonly by: DemoAccountKey; readonly on: CalendarDay; readonly statement: string }
  readonly decided?: {
    readonly on: CalendarDay
    readonly outcome: 'LISTED' | 'FOUND_NOT_LISTED' | 'NOT_FOUND'
    readonly publicUntilOn?: CalendarDay
  }
}

const stories: readonly ViolationStory[] = [
  {
    ...{ intermediary: 2, violation: 'V-FEE-02', reporter: 'officer2', reportedOn: '2026-11-18' },
    facts: '委托人反映在标价之外另收“加急费”1,500元。',
  },
  {
    ...{ intermediary: 12, violation: 'V-FEE-04', reporter: 'investigator', reportedOn: '2026-11-09', investigatedOn: '2026-11-11' },
    facts: '同一项目拆分为两份合同重复收费，合同和发票待核实。',
    interviewedOn: '2026-11-13',
  },
  {
    ...{ intermediary: 10, violation: 'V-RPT-01', reporter: 'officer2', reportedOn: '2026-11-10', investigatedOn: '2026-11-12' },
    facts: '检测报告所附原始记录与现场取样时间不符，涉嫌未检测即出具报告。',
    suspended: { on: '2026-11-16', untilOn: '2026-12-10' },
  },
  {
    ...{ intermediary: 0, violation: 'V-FEE-03', reporter: 'investigator', reportedOn: '2026-11-04', investigatedOn: '2026-11-06' },
    facts: '营业场所未公示收费标准。',
    noticedOn: '2026-11-16',
  },
  {
    ...{ intermediary: 20, violation: 'V-FEE-02', reporter: 'reform', reportedOn: '2026-10-19', investigatedOn: '2026-10-21' },
    facts: '合同外收取“资料整理费”2,000元。',
    noticedOn: '2026-11-09',
    hearing: { by: 'firm-20', askedOn: '2026-11-12', calledOn: '2026-11-13', heldOn: '2026-11-25' },
    defended: { by: 'firm-20', on: '2026-11-16', statement: '该费用经委托人书面同意，附补充协议，请求不予认定。' },
  },
  {
    ...{ intermediary: 7, violation: 'V-RPT-01', reporter: 'officer2', reportedOn: '2026-07-06', investigatedOn: '2026-07-08' },
    facts: '对未提交的结构计算书出具审查合格意见，经核查三个项目属实。',
    noticedOn: '2026-07-20',
    decided: { on: '2026-08-12', outcome: 'LISTED', publicUntilOn: '2028-08-12' },
  },
  {
    ...{ intermediary: 16, violation: 'V-RPT-06', reporter: 'investigator', reportedOn: '2026-08-24', investigatedOn: '2026-08-26' },
    facts: '出具的审计报告虚增货币资金，银行函证系伪造。',
    noticedOn: '2026-09-07',
    decided: { on: '2026-10-12', outcome: 'LISTED', publicUntilOn: '2028-04-12' },
  },
  {
    ...{ intermediary: 5, violation: 'V-FEE-02', reporter: 'officer2', reportedOn: '2026-06-01', investigatedOn: '2026-06-03' },
    facts: '收取未标明的现场踏勘费800元，已退还。',
    noticedOn: '2026-06-10',
    decided: { on: '2026-07-01', outcome: 'FOUND_NOT_LISTED' },
  },
  {
    ...{ intermediary: 17, violation: 'V-FEE-04', reporter: 'officer2', reportedOn: '2026-06-08', investigatedOn: '2026-06-10' },
    facts: '举报称重复收费。',
    noticedOn: '2026-06-22',
    decided: { on: '2026-07-13', outcome: 'NOT_FOUND' },
  },
  {
    ...{ intermediary: 18, violation: 'V-FEE-03', reporter: 'reform', reportedOn: '2026-09-14', investigatedOn: '2026-09-16' },
    facts: '举报称未公示收费标准。',
    closedOn: '2026-09-23',
  },
]

const basis = '《河南省优化营商环境条例》第二十四条；违规行为清单（演示）'

/** Violation cases in every state, two of them on the blacklist, one firm suspended meanwhile. */
export async function playViolations(stage: Stage): Promise<void> {
  const items = await retainedItems(stage.platform)
  for (const [index, story] of stories.entries()) await playViolation(stage, `demo violation ${index}`, items, story)
}

/** Plays one case to where its story ends. Answers with its number. */
export async function playViolation(
  stage: Stage,
  name: string,
  items: Awaited<ReturnType<typeof retainedItems>>,
  story: ViolationStory,
): Promise<string> {
  const { uscc } = inventIntermediary(story.intermediary, { block: 'INTERMEDIARY', items, mostPractitioners: 6, today: demoToday })
  const id = await reportViolation(await stage.as(story.reporter, instant(story.reportedOn, 10)), {
    clientMutationId: `${name} report`,
    ...{ uscc, violationCode: story.violation, facts: `${story.facts}（演示）` },
    occurredOn: addDays(story.reportedOn, -9),
    evidence: [{ fileName: '现场照片（演示）.png', content: new Uint8Array(evidencePicture) }],
  })
  const { number } = await stage.platform.prisma.violationCase.findUniqueOrThrow({ where: { id }, select: { number: true } })
  let version = 0
  /** Every step adds one to the version it has seen; told from the start, a load that goes on asks exactly the same. */
  const step = () => ({ clientMutationId: `${name} step ${(version += 1)}`, number, version })
  const by = (account: DemoAccountKey, on: CalendarDay) => stage.as(account, instant(on, 11))

  if (story.investigatedOn) await startInvestigation(await by('investigator2', story.investigatedOn), step())
  if (story.closedOn) {
    await closeWithoutFinding(await by('investigator2', story.closedOn), {
      ...step(),
      reasons: '经现场核查，收费标准已公示，举报不实。（演示）',
    })
  }
  if (story.interviewedOn) {
    await addInvestigationRecord(await by('investigator2', story.interviewedOn), {
      ...step(),
      ...{ kind: 'INTERVIEW', takenAt: instant(story.interviewedOn, 10), place: '被调查单位会议室（演示）' },
      ...{ counterpart: '项目负责人（演示）', secondOfficer: '另一名办案人员（演示）' },
      text: '问：两份合同的服务内容是否相同？答：基本相同，第二份是补签的。（演示）',
    })
  }
  if (story.suspended) {
    const { on, untilOn } = story.suspended
    const reasons = '涉嫌出具虚假报告，继续执业可能造成难以弥补的后果。（演示）'
    await orderSuspension(await by('decider2', on), { ...step(), untilOn, basis, reasons })
  }
  if (story.noticedOn) {
    await serveAdvanceNotice(await by('investigator2', story.noticedOn), {
      ...step(),
      ...{ facts: `${story.facts}（演示）`, basis },
      intendedMeasure: '拟认定违规并依照违规行为清单处理。（演示）',
      rightToDefend: '收到本告知书之日起十个工作日内，有权陈述、申辩；逾期视为放弃。',
    })
  }
  if (story.hearing) {
    const { by: party, askedOn, calledOn, heldOn } = story.hearing
    await requestHearing(await by(party, askedOn), { ...step(), reasons: '对补充协议的效力有不同意见，请求当面陈述。（演示）' })
    const place = '市政务服务中心三楼听证室（演示）'
    await scheduleHearing(await by('decider2', calledOn), { ...step(), scheduledFor: instant(heldOn, 10), place, isPublic: true })
  }
  if (story.defended) {
    const { by: party, on, statement } = story.defended
    await fileDefence(await by(party, on), { ...step(), statement: `${statement}（演示）`, isWaiver: false })
  }
  if (story.decided) {
    const { on, outcome, publicUntilOn } = story.decided
    const reasons = outcome === 'NOT_FOUND' ? '现有证据不足以认定违规。（演示）' : '事实清楚，证据确凿，当事人未提出申辩。（演示）'
    await decideViolation(await by('decider', on), { ...step(), outcome, basis, reasons, publicUntilOn })
  }
  return number
}

/** A picture of one grey dot: evidence must be a real file. */
const evidencePicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)
