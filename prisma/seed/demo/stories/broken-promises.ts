import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { decideBreachObjection } from '#services/commitments/decide-breach-objection.ts'
import { objectToBreach } from '#services/commitments/object-to-breach.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { inventFirm } from '../../invented/applicant.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { file } from './counter.ts'
import type { CounterCase, Visitor } from './counter.ts'

/** One applicant with two misses and an objection waiting, one with three, a hold and a notice to answer, one whose miss was annulled. */
export async function playBrokenPromises(stage: Stage): Promise<void> {
  await miss(stage, 'held 1', { firm: 1 }, '2026-08-03', '2026-08-14')
  await miss(stage, 'held 2', { firm: 1 }, '2026-09-07', '2026-09-18')
  const annulled = await miss(stage, 'annulled', { firm: 2 }, '2026-09-08', '2026-09-21')
  await objectAndWin(stage, annulled)
  await miss(stage, 'two 1', { person: 0 }, '2026-09-14', '2026-09-28')
  await miss(stage, 'held 3', { firm: 1 }, '2026-10-19', '2026-10-30')
  await noticeOfListing(stage, 1, { investigatedOn: '2026-11-03', noticedOn: '2026-11-09' })
  const second = await miss(stage, 'two 2', { person: 0 }, '2026-10-26', '2026-11-16')
  await objectToBreach(await stage.as('person', instant('2026-11-18', 14)), {
    clientMutationId: 'demo objection waiting',
    number: await second.commitmentNumber(),
    kind: 'MISSED',
    ground: 'AGENCY_FAULT',
    text: '承诺期限最后一日窗口系统停机，未能受理补交材料。（演示）',
  })
}

/** A promise that nobody kept: the sweep of the night after the due day records it. */
export async function miss(stage: Stage, name: string, visitor: Visitor, filedOn: CalendarDay, dueOn: CalendarDay): Promise<CounterCase> {
  const broken = await file(stage, { name: `broken ${name}`, visitor, item: 'AP-TRA-003', on: filedOn, missing: [2] })
  await broken.accept(filedOn, { mode: 'TOLERANT_ACCEPTANCE', signerName: '申请人', supplementDueOn: dueOn })
  await sweepDueCommitments(stage.system(instant(addDays(dueOn, 1), 0, 5)))
  return broken
}

/**
 * The listing case that the third miss opened goes its way: the firm is heard before anything is decided. Answers with the number of the case,
 * which is at its third version then.
 */
export async function noticeOfListing(
  stage: Stage,
  firm: number,
  { investigatedOn, noticedOn }: { readonly investigatedOn: CalendarDay; readonly noticedOn: CalendarDay },
): Promise<string> {
  const { number } = await stage.platform.prisma.violationCase.findFirstOrThrow({
    where: { kind: 'BROKEN_COMMITMENTS', subject: { uscc: inventFirm(firm).uscc } },
    select: { number: true },
  })
  const step = (version: number) => ({ clientMutationId: `demo listing ${firm} step ${version}`, number, version })
  await startInvestigation(await stage.as('investigator2', instant(investigatedOn, 10)), step(1))
  await serveAdvanceNotice(await stage.as('investigator2', instant(noticedOn, 10)), {
    ...step(2),
    facts: '三次承诺均未在期限内履行。（演示）',
    basis: '容缺受理规定三（六）（演示）',
    intendedMeasure: '拟列入失信名单，一年内不适用容缺受理，终生不适用容缺办理。（演示）',
    rightToDefend: '收到本告知书之日起十个工作日内，有权陈述、申辩；逾期视为没有意见。',
  })
  return number
}

async function objectAndWin(stage: Stage, broken: CounterCase): Promise<void> {
  const objectionId = await objectToBreach(await stage.as('client-2', instant('2026-09-22', 10)), {
    clientMutationId: 'demo objection upheld',
    number: await broken.commitmentNumber(),
    kind: 'MISSED',
    ground: 'FORCE_MAJEURE',
    text: '期限内突发暴雨，道路中断，附气象证明。（演示）',
  })
  await decideBreachObjection(await stage.as('reviewer', instant('2026-09-24', 10)), {
    clientMutationId: 'demo objection decision',
    objectionId,
    version: 1,
    outcome: 'UPHELD',
    reasons: '经核实属不可抗力，未履行记录予以撤销。（演示）',
  })
  // The promise is open again with a new day; unkept, the next sweep would record it once more.
  await receiveSupplement(await stage.as('officer', instant('2026-09-28', 10)), {
    clientMutationId: 'demo supplement after objection',
    number: await broken.commitmentNumber(),
    version: 3,
    materials: [2],
  })
}
