import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { applyForRepair } from '#services/remedies/apply-for-repair.ts'
import { decideAppeal } from '#services/remedies/decide-appeal.ts'
import { decideDataObjection } from '#services/remedies/decide-data-objection.ts'
import { decideRepair } from '#services/remedies/decide-repair.ts'
import { fileAppeal } from '#services/remedies/file-appeal.ts'
import { objectToData } from '#services/remedies/object-to-data.ts'
import { startAppealReview } from '#services/remedies/start-appeal-review.ts'
import { retainedItems } from '../../invented/catalogue.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { playViolation } from './violations.ts'
import type { ViolationStory } from './violations.ts'

/** Reported, investigated, noticed and listed on these days. */
const listing = (
  intermediary: number,
  violation: string,
  [reportedOn, investigatedOn, noticedOn, on, publicUntilOn]: readonly [CalendarDay, CalendarDay, CalendarDay, CalendarDay, CalendarDay],
  facts: string,
): ViolationStory => ({
  ...{ intermediary, violation, facts, reporter: 'officer2', reportedOn, investigatedOn, noticedOn },
  decided: { on, outcome: 'LISTED', publicUntilOn },
})

const stories = {
  annulled: listing(
    30,
    'V-RPT-01',
    ['2026-08-03', '2026-08-05', '2026-08-17', '2026-09-14', '2028-09-14'],
    '举报称检测报告与原始记录不符。',
  ),
  underReview: listing(
    31,
    'V-RPT-01',
    ['2026-10-12', '2026-10-13', '2026-10-21', '2026-11-10', '2028-11-10'],
    '三份检测报告未见取样记录。',
  ),
  repaired: listing(
    32,
    'V-RPT-02',
    ['2026-05-06', '2026-05-07', '2026-05-18', '2026-06-10', '2027-06-10'],
    '评估报告中的面积与权属证书不一致。',
  ),
  repairAsked: listing(
    33,
    'V-RPT-02',
    ['2026-06-15', '2026-06-16', '2026-06-24', '2026-07-20', '2027-07-20'],
    '勘察报告引用了未做的钻孔数据。',
  ),
  toReview: listing(34, 'V-FEE-02', ['2026-10-14', '2026-10-15', '2026-10-23', '2026-11-12', '2027-11-12'], '合同外收取“加急费”3,000元。'),
  appealable: listing(
    35,
    'V-RPT-01',
    ['2026-10-19', '2026-10-20', '2026-10-28', '2026-11-13', '2028-11-13'],
    '未按规范布点即出具监测报告。',
  ),
  repairable: listing(36, 'V-RPT-02', ['2026-06-22', '2026-06-23', '2026-07-01', '2026-07-27', '2027-07-27'], '报告引用的标准已经废止。'),
} as const

const basis = '《河南省社会信用条例》（演示）'

/**
 * Firms that were listed and did something about it, or can now: one appeal annulled, one under review, one waiting for a reviewer; one entry repaired, one
 * repair waiting for its decision; one objection to data answered, one waiting.
 */
export async function playRemedies(stage: Stage): Promise<void> {
  const items = await retainedItems(stage.platform)
  const numbers = new Map<string, string>()
  for (const [name, story] of Object.entries(stories)) numbers.set(name, await playViolation(stage, `demo remedy ${name}`, items, story))
  const caseOf = (name: keyof typeof stories) => numbers.get(name) ?? ''

  await appealAndWin(stage, caseOf('annulled'))
  await reviewOf(stage, await appeal(stage, 'underReview', 'firm-31', caseOf('underReview'), '2026-11-13'), 'underReview', '2026-11-16')
  await appeal(stage, 'toReview', 'firm-34', caseOf('toReview'), '2026-11-18')
  await repairAndWin(stage, caseOf('repaired'))
  await applyRepair(stage, 'repairAsked', 'firm-33', caseOf('repairAsked'), '2026-11-12')
  await objections(stage, caseOf('repairAsked'))
}

/** Files an appeal; answers with its number. */
async function appeal(stage: Stage, name: string, by: DemoAccountKey, caseNumber: string, on: CalendarDay): Promise<string> {
  const id = await fileAppeal(await stage.as(by, instant(on, 15)), {
    ...{ clientMutationId: `demo appeal ${name}`, caseNumber },
    request: '请求撤销决定，移出黑名单。',
    grounds: '原始记录保存完整，取样、检测均有影像留存；决定所依据的抽查样本与本项目无关。（演示）',
  })
  return (await stage.platform.prisma.appeal.findUniqueOrThrow({ where: { id }, select: { number: true } })).number
}

async function reviewOf(stage: Stage, number: string, name: string, on: CalendarDay): Promise<void> {
  const step = { clientMutationId: `demo appeal ${name} review`, number, version: 1 }
  await startAppealReview(await stage.as('reviewer', instant(on, 10)), step)
}

async function appealAndWin(stage: Stage, caseNumber: string): Promise<void> {
  const number = await appeal(stage, 'annulled', 'firm-30', caseNumber, '2026-09-18')
  await reviewOf(stage, number, 'annulled', '2026-09-21')
  await decideAppeal(await stage.as('reviewer', instant('2026-09-28', 11)), {
    ...{ clientMutationId: 'demo appeal annulled decision', number, version: 2, outcome: 'ANNULLED', basis },
    reasons: '经调取原始记录和影像，报告与记录一致；作为依据的样本属于另一项目。原决定认定事实错误，予以撤销。（演示）',
  })
}

/** Applies for the repair of the entry of a case; answers with its number. */
async function applyRepair(stage: Stage, name: string, by: DemoAccountKey, caseNumber: string, on: CalendarDay): Promise<string> {
  const { prisma } = stage.platform
  const entry = await prisma.listEntry.findFirstOrThrow({ where: { case: { number: caseNumber } }, select: { number: true } })
  const id = await applyForRepair(await stage.as(by, instant(on, 10)), {
    ...{ clientMutationId: `demo repair ${name}`, entryNumber: entry.number },
    correction: '已召回并重新出具报告，建立三级复核制度。（演示）',
    performance: '罚款已缴纳，委托人损失已赔偿。（演示）',
    commitment: '本机构承诺今后依法诚信执业，如再有违反，自愿接受从重处理。（演示）',
  })
  return (await prisma.creditRepair.findUniqueOrThrow({ where: { id }, select: { number: true } })).number
}

async function repairAndWin(stage: Stage, caseNumber: string): Promise<void> {
  const number = await applyRepair(stage, 'repaired', 'firm-32', caseNumber, '2026-09-14')
  await decideRepair(await stage.as('decider2', instant('2026-09-22', 10)), {
    ...{ clientMutationId: 'demo repair decision', number, version: 1, outcome: 'GRANTED', isCorrected: true, isPerformed: true },
    basis: '《信用修复管理办法》',
    reasons: '最短公示期已满，报告已更正，义务已履行，承诺已公示。（演示）',
  })
}

/** A slip in the words of an entry that was put right, and an address that is objected to now. */
async function objections(stage: Stage, caseNumber: string): Promise<void> {
  const { prisma } = stage.platform
  const entry = await prisma.listEntry.findFirstOrThrow({ where: { case: { number: caseNumber } }, include: { subject: true } })
  const slip = await objectToData(await stage.as('firm-33', instant('2026-10-26', 10)), {
    ...{ clientMutationId: 'demo data objection answered', target: 'LIST_ENTRY', targetId: entry.id, field: 'basis' },
    proposed: `${entry.basis}；《安全生产法》第九十二条`,
    statement: '条目漏写决定书所引的《安全生产法》条款。（演示）',
  })
  const { number } = await prisma.dataObjection.findUniqueOrThrow({ where: { id: slip }, select: { number: true } })
  await decideDataObjection(await stage.as('reviewer', instant('2026-10-28', 10)), {
    ...{ clientMutationId: 'demo data objection answer', number, version: 1, outcome: 'UPHELD' },
    corrected: `${entry.basis}；《安全生产法》第九十二条`,
    reasons: '核对决定书，条目确有漏写。（演示）',
  })
  const firm = await prisma.intermediary.findUniqueOrThrow({ where: { subjectId: entry.subjectId }, select: { id: true } })
  await objectToData(await stage.as('firm-33', instant('2026-11-19', 10)), {
    ...{ clientMutationId: 'demo data objection waiting', target: 'REGISTER_FIELD', targetId: firm.id, field: 'address' },
    proposed: '郑州市金水区演示路8号',
    statement: '登记的地址少写了门牌号。（演示）',
  })
}
