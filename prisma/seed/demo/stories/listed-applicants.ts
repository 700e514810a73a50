import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { applyForRepair } from '#services/remedies/apply-for-repair.ts'
import { decideAppeal } from '#services/remedies/decide-appeal.ts'
import { fileAppeal } from '#services/remedies/file-appeal.ts'
import { objectToData } from '#services/remedies/object-to-data.ts'
import { startAppealReview } from '#services/remedies/start-appeal-review.ts'
import { inventFirm } from '../../invented/applicant.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { miss, noticeOfListing } from './broken-promises.ts'

interface ListedApplicant {
  readonly firm: number
  /** Filed on, due on. */
  readonly misses: readonly (readonly [CalendarDay, CalendarDay])[]
  readonly investigatedOn: CalendarDay
  readonly noticedOn: CalendarDay
  readonly decidedOn: CalendarDay
  readonly publicUntilOn: CalendarDay
}

/** Appealed, and the decision was upheld; asks for repair now that the least publicity is over. */
const lastSummer: ListedApplicant = {
  firm: 21,
  misses: [
    ['2026-03-02', '2026-03-13'],
    ['2026-04-13', '2026-04-24'],
    ['2026-05-11', '2026-05-22'],
  ],
  ...{ investigatedOn: '2026-05-26', noticedOn: '2026-05-28', decidedOn: '2026-06-15', publicUntilOn: '2027-06-15' },
}

/** Listed a week ago: an appeal is possible, a repair not yet. */
const lastWeek: ListedApplicant = {
  firm: 22,
  misses: [
    ['2026-07-06', '2026-07-17'],
    ['2026-08-10', '2026-08-21'],
    ['2026-09-07', '2026-09-18'],
  ],
  ...{ investigatedOn: '2026-09-22', noticedOn: '2026-09-24', decidedOn: '2026-11-13', publicUntilOn: '2027-11-13' },
}

/** Two applicants on the dishonesty list after three broken promises, and what they do about it. */
export async function playListedApplicants(stage: Stage): Promise<void> {
  await appealInVain(stage, await listApplicant(stage, lastSummer))
  await askForRepair(stage)
  await listApplicant(stage, lastWeek)
}

/** Answers with the number of the case. */
async function listApplicant(stage: Stage, { firm, misses, decidedOn, publicUntilOn, ...heard }: ListedApplicant): Promise<string> {
  for (const [index, [filedOn, dueOn]] of misses.entries()) await miss(stage, `listed ${firm} ${index + 1}`, { firm }, filedOn, dueOn)
  const number = await noticeOfListing(stage, firm, heard)
  await decideViolation(await stage.as('decider', instant(decidedOn, 11)), {
    ...{ clientMutationId: `demo listed ${firm} decision`, number, version: 3, outcome: 'LISTED', publicUntilOn },
    basis: '容缺受理规定三（六）（演示）',
    reasons: '三次承诺均未在期限内履行，当事人未提出申辩。（演示）',
  })
  return number
}

async function appealInVain(stage: Stage, caseNumber: string): Promise<void> {
  const id = await fileAppeal(await stage.as('client-21', instant('2026-06-22', 15)), {
    ...{ clientMutationId: 'demo listed appeal', caseNumber, request: '请求撤销列入失信名单的决定。' },
    grounds: '三件材料均在期限届满后一周内补交，未造成影响。（演示）',
  })
  const { number } = await stage.platform.prisma.appeal.findUniqueOrThrow({ where: { id }, select: { number: true } })
  await startAppealReview(await stage.as('reviewer', instant('2026-06-23', 10)), {
    ...{ clientMutationId: 'demo listed appeal review', number, version: 1 },
  })
  await decideAppeal(await stage.as('reviewer', instant('2026-06-26', 10)), {
    ...{ clientMutationId: 'demo listed appeal decision', number, version: 2, outcome: 'UPHELD' },
    basis: '容缺受理规定三（六）（演示）',
    reasons: '承诺期限以收到之日为准，三次均已逾期，申诉人没有提出不可抗力。原决定予以维持。（演示）',
  })
}

async function askForRepair(stage: Stage): Promise<void> {
  const { prisma } = stage.platform
  const subject = await prisma.subject.findUniqueOrThrow({
    where: { uscc: inventFirm(lastSummer.firm).uscc },
    select: { id: true, name: true, listEntries: { select: { number: true } } },
  })
  await applyForRepair(await stage.as('client-21', instant('2026-11-10', 10)), {
    ...{ clientMutationId: 'demo listed repair', entryNumber: subject.listEntries[0]?.number ?? '' },
    correction: '所欠材料已全部补齐，并指定专人登记承诺期限。（演示）',
    performance: '没有未履行的承诺。（演示）',
    commitment: '本单位承诺今后按期补齐材料，如再违反，自愿接受从重处理。（演示）',
  })
  await objectToData(await stage.as('client-21', instant('2026-11-18', 10)), {
    ...{ clientMutationId: 'demo listed data objection', target: 'SUBJECT_FIELD', targetId: subject.id, field: 'name' },
    proposed: `${subject.name}（集团）`,
    statement: '名称已于十月变更登记。（演示）',
  })
}
