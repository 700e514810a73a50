import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { answerNominationObjection } from '#services/listings/answer-nomination-objection.ts'
import { decideRedListNomination } from '#services/listings/decide-red-list-nomination.ts'
import { turnDownNomination, withdrawNomination } from '#services/listings/end-nomination.ts'
import { nominateForRedList } from '#services/listings/nominate-for-red-list.ts'
import { objectToNomination } from '#services/listings/object-to-nomination.ts'
import { openYearlyReviews } from '#services/listings/open-yearly-reviews.ts'
import { startRedListPublicity } from '#services/listings/start-red-list-publicity.ts'
import { retainedItems } from '../../invented/catalogue.ts'
import { inventIntermediary } from '../../invented/intermediary.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { demoToday, instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** One nomination, told up to the step at which it stands. */
interface Story {
  /** The n-th invented institution. */
  readonly intermediary: number
  readonly by: DemoAccountKey
  readonly reasons: string
  readonly nominatedOn: CalendarDay
  readonly turnedDownOn?: CalendarDay
  readonly publicisedOn?: CalendarDay
  readonly withdrawnOn?: CalendarDay
  readonly objected?: {
    readonly on: CalendarDay
    readonly text: string
    readonly answered?: { readonly on: CalendarDay; readonly outcome: 'UPHELD' | 'REJECTED' }
  }
  readonly decided?: { readonly on: CalendarDay; readonly isListed: boolean }
}

const stories: readonly Story[] = [
  {
    ...{ intermediary: 33, by: 'manager', nominatedOn: '2026-01-04', publicisedOn: '2026-01-05' },
    reasons: '近三年承担42项交通建设中介服务，全部按期交付，专家评审一次通过率100%。',
    decided: { on: '2026-01-15', isListed: true },
  },
  {
    ...{ intermediary: 41, by: 'manager2', nominatedOn: '2026-06-01', publicisedOn: '2026-06-03' },
    reasons: '在老旧小区改造中免费复核结构安全资料116份，主动公开收费明细，业主评价均为满分。',
    objected: {
      on: '2026-06-09',
      text: '该机构五月份的一份报告迟交了两天。',
      answered: { on: '2026-06-11', outcome: 'REJECTED' },
    },
    decided: { on: '2026-06-23', isListed: true },
  },
  {
    ...{ intermediary: 52, by: 'manager', nominatedOn: '2026-08-03', publicisedOn: '2026-08-04' },
    reasons: '承担防汛应急检测任务，昼夜连续作业。',
    objected: {
      on: '2026-08-07',
      text: '该机构在应急检测中另收加急费，有收据为证。',
      answered: { on: '2026-08-12', outcome: 'UPHELD' },
    },
    decided: { on: '2026-08-14', isListed: false },
  },
  {
    ...{ intermediary: 60, by: 'manager2', nominatedOn: '2026-11-11', publicisedOn: '2026-11-13' },
    reasons: '全年承担31项消防技术服务，零投诉，时限平均提前四个工作日。',
    objected: { on: '2026-11-18', text: '其中两个项目的验收日期与竣工备案日期不一致，请核实。' },
  },
  {
    ...{ intermediary: 65, by: 'manager', nominatedOn: '2026-10-20', publicisedOn: '2026-10-22' },
    reasons: '连续两年在质量抽查中零缺陷。',
  },
  {
    ...{ intermediary: 70, by: 'manager', nominatedOn: '2026-11-19' },
    reasons: '牵头编制桥梁检测数据共享规范，免费向同业开放。',
  },
  {
    ...{ intermediary: 74, by: 'manager2', nominatedOn: '2026-09-07', turnedDownOn: '2026-09-09' },
    reasons: '服务态度好。',
  },
  {
    ...{ intermediary: 78, by: 'manager', nominatedOn: '2026-09-14', publicisedOn: '2026-09-15', withdrawnOn: '2026-09-18' },
    reasons: '承担重点工程监理，进度领先。',
  },
]

/** Red list nominations in every state, two entries, and the yearly review of the older one. */
export async function playRedList(stage: Stage): Promise<void> {
  const items = await retainedItems(stage.platform)
  for (const [index, story] of stories.entries()) {
    const firm = inventIntermediary(story.intermediary, { block: 'INTERMEDIARY', items, mostPractitioners: 6, today: demoToday })
    await play(stage, `demo red list ${index}`, { ...story, uscc: firm.uscc })
  }
  await openYearlyReviews(stage.system(instant(demoToday, 8)))
}

async function play(stage: Stage, name: string, story: Story & { readonly uscc: string }): Promise<void> {
  const { uscc, by, reasons, nominatedOn, turnedDownOn, publicisedOn, withdrawnOn, objected, decided } = story
  const id = await nominateForRedList(await stage.as(by, instant(nominatedOn, 10)), {
    clientMutationId: `${name} nominate`,
    ...{ uscc, reasons: `${reasons}（演示）`, basis: '《河南省社会信用条例》第二十八条' },
  })
  const { number } = await stage.platform.prisma.redListNomination.findUniqueOrThrow({ where: { id }, select: { number: true } })
  let version = 0
  const step = () => ({ clientMutationId: `${name} step ${(version += 1)}`, number, version })
  const office = (on: CalendarDay) => stage.as('reform3', instant(on, 11))
  if (turnedDownOn) await turnDownNomination(await office(turnedDownOn), { ...step(), reasons: '没有具体事实，请补充后重新推荐。（演示）' })
  if (publicisedOn) await startRedListPublicity(await office(publicisedOn), step())
  if (withdrawnOn) {
    const authority = await stage.as(by, instant(withdrawnOn, 15))
    await withdrawNomination(authority, { ...step(), reasons: '工程尚未竣工，待竣工后再推荐。（演示）' })
  }
  if (objected) {
    const { on, text, answered } = objected
    const objectionNumber = await objectToNomination(stage.anyone(instant(on, 16)), {
      ...{ clientMutationId: `${name} object`, number, text: `${text}（演示）` },
      ...{ objectorName: '演示异议人', contact: '13800000000' },
    })
    if (answered) {
      const reasoned = answered.outcome === 'UPHELD' ? '经核查属实。（演示）' : '迟交经业主书面同意，不影响工程。（演示）'
      const answer = { ...step(), objectionNumber, outcome: answered.outcome, reasons: reasoned }
      await answerNominationObjection(await office(answered.on), answer)
    }
  }
  if (!decided) return
  const grounds = decided.isListed ? '公示期满，条件符合，未发现不宜列入的情形。（演示）' : '公示期内的异议经核查成立。（演示）'
  const decider = await stage.as('decider', instant(decided.on, 10))
  await decideRedListNomination(decider, { ...step(), isListed: decided.isListed, reasons: grounds })
}
