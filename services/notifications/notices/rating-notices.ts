import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

async function ofHonour(tx: Tx, id: string) {
  const { subjectId, description, points, countsUntilOn, annulReason } = await tx.creditEvent.findUniqueOrThrow({ where: { id } })
  return { subjectId, facts: { title: description, points, untilOn: fromDbDayOrNull(countsUntilOn), reasons: annulReason } }
}

async function ofAssessment(tx: Tx, id: string) {
  const row = await tx.industryAssessment.findUniqueOrThrow({
    where: { id },
    include: { ruleSet: { select: { version: true, organisation: { select: { nameZh: true, nameEn: true } } } } },
  })
  const { organisation, version } = row.ruleSet
  const facts = {
    // The name of the authority, in the language of the reader.
    nameZh: organisation?.nameZh,
    nameEn: organisation?.nameEn ?? organisation?.nameZh,
    version,
    period: row.period,
    score: row.score,
  }
  return { subjectId: row.subjectId, facts: { ...facts, reasons: row.annulReason } }
}

/** What an institution is told of its rating beyond what others tell it: honours, and assessments by competent authorities. */
export const ratingNotices: Readonly<Record<string, NoticeRule>> = {
  'credit.honourRecorded': telling(['credit.honourRecorded'], async (tx, id) => {
    const { subjectId, facts } = await ofHonour(tx, id)
    return [{ kind: 'credit.honourRecorded', recipients: [{ subjectId }], facts }]
  }),
  'credit.honourAnnulled': telling(['credit.honourAnnulled'], async (tx, id) => {
    const { subjectId, facts } = await ofHonour(tx, id)
    return [{ kind: 'credit.honourAnnulled', recipients: [{ subjectId }], facts }]
  }),
  'credit.assessed': telling(['credit.assessed'], async (tx, id) => {
    const { subjectId, facts } = await ofAssessment(tx, id)
    return [{ kind: 'credit.assessed', recipients: [{ subjectId }], facts }]
  }),
  'credit.assessmentAnnulled': telling(['credit.assessmentAnnulled'], async (tx, id) => {
    const { subjectId, facts } = await ofAssessment(tx, id)
    return [{ kind: 'credit.assessmentAnnulled', recipients: [{ subjectId }], facts }]
  }),
}
