import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { reviewEngagement } from '#services/engagements/review-engagement.ts'
import { retainedItems } from '../../invented/catalogue.ts'
import { inventIntermediary } from '../../invented/intermediary.ts'
import type { InventedIntermediary } from '../../invented/intermediary.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { demoToday, instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { concludeDemoContract, engagementVersion, proposeDemoContract } from './contracts.ts'

/** One intermediary's year: what it was chosen for, by how much of the promised time it needed, and how it was marked (1 to 5). */
interface Year {
  readonly intermediary: number
  readonly account: DemoAccountKey
  readonly item: string
  readonly pace: number
  readonly marks: readonly number[]
  readonly comment: string
}

/** So marked that the grades A to D all occur, leaning towards the platform's mean or not; all others stay at what an unreviewed entry gives. */
const years: readonly Year[] = [
  { intermediary: 0, account: 'intermediary', item: 'ZJ-EIA-001', pace: 0.7, marks: [5, 5, 5, 5], comment: '报告扎实，沟通及时。' },
  { intermediary: 4, account: 'firm-4', item: 'ZJ-SUR-001', pace: 0.8, marks: [5, 4, 5, 5], comment: '放线准确，当天到场。' },
  { intermediary: 19, account: 'firm-19', item: 'ZJ-NOT-002', pace: 0.8, marks: [5, 5, 5, 5], comment: '译文规范。' },
  { intermediary: 11, account: 'firm-11', item: 'ZJ-EIA-001', pace: 0.9, marks: [4, 4, 3, 4], comment: '质量尚可，补充资料两次。' },
  { intermediary: 14, account: 'firm-14', item: 'ZJ-ENV-001', pace: 0.9, marks: [4, 3, 4, 4], comment: '按期出具检测报告。' },
  { intermediary: 8, account: 'firm-8', item: 'ZJ-FOR-001', pace: 1.2, marks: [3, 3, 2, 3], comment: '成果退改一次。' },
  { intermediary: 5, account: 'firm-5', item: 'ZJ-TRA-001', pace: 1.2, marks: [3, 2, 3, 3], comment: '响应较慢。' },
  { intermediary: 20, account: 'firm-20', item: 'ZJ-FEA-002', pace: 2.2, marks: [2, 1, 1, 2], comment: '多次延误，内容照搬。' },
]
const clients: readonly DemoAccountKey[] = ['client-2', 'client-3', 'applicant', 'client-18']
const projects = ['高新区厂房扩建', '物流园二期', '冷链仓库新建', '办公楼改造', '生产线搬迁', '停车场建设'] as const

/** Engagements completed with reviews through the year, and some that are under way, delivered or overdue today. */
export async function playEngagements(stage: Stage): Promise<void> {
  const items = await retainedItems(stage.platform)
  const invent = (index: number) => inventIntermediary(index, { block: 'INTERMEDIARY', items, mostPractitioners: 6, today: demoToday })
  for (const year of years) {
    for (const [turn, mark] of year.marks.entries()) {
      await playCompleted(stage, invent(year.intermediary), year, turn, mark)
    }
  }
  const underWay = await choose(stage, 'applicant', invent(0), 'ZJ-EIA-001', '2026-11-16', 'active 1')
  await concludeDemoContract(stage, { number: underWay, client: 'applicant', provider: 'intermediary', on: '2026-11-16', hasFile: true })
  const proposed = await choose(stage, 'applicant', invent(20), 'ZJ-FEA-001', '2026-11-18', 'active 2')
  await proposeDemoContract(stage, { number: proposed, client: 'applicant', provider: 'firm-20', on: '2026-11-19' })
  const overdue = await choose(stage, 'client-3', invent(8), 'ZJ-FOR-001', '2026-10-09', 'overdue')
  await concludeDemoContract(stage, { number: overdue, client: 'client-3', provider: 'firm-8', on: '2026-10-09' })
  const delivered = await choose(stage, 'applicant', invent(14), 'ZJ-ENV-001', '2026-10-20', 'delivered')
  await concludeDemoContract(stage, { number: delivered, client: 'applicant', provider: 'firm-14', on: '2026-10-20' })
  await deliver(stage, 'firm-14', delivered, '2026-11-12')
}

async function playCompleted(stage: Stage, firm: InventedIntermediary, year: Year, turn: number, mark: number): Promise<void> {
  const client = clients[turn % clients.length] ?? 'applicant'
  const days = firm.offerings.find((one) => one.serviceItemCode === year.item)?.promisedWorkingDays ?? 1
  const chosenOn = addDays('2026-02-02', turn * 47 + year.intermediary)
  // Promised days are working days: seven calendar days for five of them.
  const deliveredOn = addDays(chosenOn, Math.max(1, Math.floor(days * year.pace * 1.4)))
  const number = await choose(stage, client, firm, year.item, chosenOn, `year ${turn}`)
  await concludeDemoContract(stage, { number, client, provider: year.account, on: chosenOn })
  await deliver(stage, year.account, number, deliveredOn)
  await reviewEngagement(await stage.as(client, instant(addDays(deliveredOn, 3), 15)), {
    clientMutationId: `demo review ${firm.uscc} ${turn}`,
    number,
    version: await engagementVersion(stage, number),
    quality: mark,
    timeliness: year.pace > 1 ? Math.max(1, mark - 1) : mark,
    attitude: Math.min(5, mark + (turn % 2)),
    fees: mark,
    conduct: Math.min(5, mark + 1),
    comment: `${year.comment}（演示）`,
  })
}

/** @returns the engagement's number */
async function choose(
  stage: Stage,
  client: DemoAccountKey,
  { uscc, offerings }: InventedIntermediary,
  serviceItemCode: string,
  on: CalendarDay,
  name: string,
): Promise<string> {
  const offering = offerings.find((one) => one.serviceItemCode === serviceItemCode)
  if (!offering) throw new RangeError(`${uscc} does not offer ${serviceItemCode}`)
  const { feeFen, size, promisedWorkingDays, divisionCodes } = offering
  const [divisionCode = ''] = divisionCodes
  const id = await chooseIntermediary(await stage.as(client, instant(on, 10)), {
    clientMutationId: `demo choice ${uscc} ${name}`,
    ...{ uscc, serviceItemCode, size, feeFen, promisedWorkingDays, offeringVersion: 1 },
    // A choice for the whole city is for one of its districts.
    divisionCode: divisionCode === '410100' ? '410105' : divisionCode,
    projectName: `${projects[(name.length + feeFen / 100) % projects.length] ?? projects[0]}（演示）`,
  })
  return (await stage.platform.prisma.engagement.findUniqueOrThrow({ where: { id }, select: { number: true } })).number
}

async function deliver(stage: Stage, account: DemoAccountKey, number: string, on: CalendarDay): Promise<void> {
  const context = await stage.as(account, instant(on, 16))
  await deliverResult(context, {
    clientMutationId: `demo delivery ${number}`,
    number,
    version: await engagementVersion(stage, number),
    note: '纸质成果当面交付（演示）',
  })
}
