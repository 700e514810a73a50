import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import { bodiesHolding } from '../bodies-holding.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

const toParty = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { subjectId, number, defenceDueOn } = await tx.violationCase.findUniqueOrThrow({ where: { id } })
    return [{ kind, recipients: [{ subjectId }], facts: { number, defenceDueOn: fromDbDayOrNull(defenceDueOn) } }]
  })

const ofApproval = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { applicantId, number, mode } = await tx.approvalCase.findUniqueOrThrow({ where: { id } })
    return [{ kind, recipients: [{ subjectId: applicantId }], facts: { number, mode } }]
  })

const ofCommitment = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { subjectId, number, supplementDueOn } = await tx.commitment.findUniqueOrThrow({ where: { id } })
    return [{ kind, recipients: [{ subjectId }], facts: { number, dueOn: fromDbDay(supplementDueOn) } }]
  })

const breachOf = async (tx: Tx, id: string) => {
  const { subjectId, commitment, kind } = await tx.commitmentBreach.findUniqueOrThrow({ where: { id }, include: { commitment: true } })
  return { subjectId, facts: { kind, number: commitment.number, dueOn: fromDbDay(commitment.supplementDueOn) } }
}

/** Findings and lists, acceptance, commitments: what the party concerned must learn, and what waits for the officers in charge. */
export const listingNotices: Readonly<Record<string, NoticeRule>> = {
  'listings.reported': telling(['listings.toInvestigate'], async (tx, id) => {
    const { number } = await tx.violationCase.findUniqueOrThrow({ where: { id } })
    return [{ kind: 'listings.toInvestigate', recipients: await bodiesHolding(tx, 'INVESTIGATOR', null), facts: { number } }]
  }),
  'listings.noticeServed': toParty('listings.noticeServed'),
  'listings.defenceFiled': telling(['listings.defenceFiled'], async (tx, id) => {
    const { number } = await tx.violationCase.findUniqueOrThrow({ where: { id } })
    return [{ kind: 'listings.defenceFiled', recipients: await bodiesHolding(tx, 'DECIDER', null), facts: { number } }]
  }),
  'listings.suspended': toParty('listings.suspended'),
  'listings.suspensionLifted': toParty('listings.suspensionLifted'),
  'listings.decided': toParty('listings.decided'),

  'acceptance.decided': ofApproval('acceptance.decided'),
  'commitments.fulfilled': ofCommitment('commitments.fulfilled'),
  'commitments.supplementRejected': ofCommitment('commitments.supplementRejected'),
  'commitments.breachRecorded': telling(['commitments.breachRecorded'], async (tx, id) => {
    const { subjectId, facts } = await breachOf(tx, id)
    // Untruth is told with its decision.
    return facts.kind === 'UNTRUE' ? [] : [{ kind: 'commitments.breachRecorded', recipients: [{ subjectId }], facts }]
  }),
  'commitments.objectionFiled': telling(['commitments.objectionFiled'], async (tx, id) => {
    const { breachId } = await tx.breachObjection.findUniqueOrThrow({ where: { id } })
    const { facts } = await breachOf(tx, breachId)
    return [{ kind: 'commitments.objectionFiled', recipients: await bodiesHolding(tx, 'APPEAL_REVIEWER', null), facts }]
  }),
  'commitments.objectionDecided': telling(['commitments.objectionDecided'], async (tx, id) => {
    const { breachId, state } = await tx.breachObjection.findUniqueOrThrow({ where: { id } })
    const { subjectId, facts } = await breachOf(tx, breachId)
    return [{ kind: 'commitments.objectionDecided', recipients: [{ subjectId }], facts: { ...facts, state } }]
  }),
}
