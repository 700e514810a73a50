import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** Who is told, and the facts for the sentence; the page has the words, by kind. */
interface Notice {
  readonly subjectId: string
  readonly facts: Readonly<Record<string, unknown>>
}

type NoticeOf = (tx: Tx, entityId: string) => Promise<Notice>

const ofViolationCase: NoticeOf = async (tx, id) => {
  const { subjectId, number, defenceDueOn } = await tx.violationCase.findUniqueOrThrow({ where: { id } })
  return { subjectId, facts: { number, defenceDueOn: defenceDueOn && fromDbDay(defenceDueOn) } }
}

const ofApprovalCase: NoticeOf = async (tx, id) => {
  const { applicantId, number, mode } = await tx.approvalCase.findUniqueOrThrow({ where: { id } })
  return { subjectId: applicantId, facts: { number, mode } }
}

const ofBreach: NoticeOf = async (tx, id) => {
  const { subjectId, commitment, kind } = await tx.commitmentBreach.findUniqueOrThrow({ where: { id }, include: { commitment: true } })
  return { subjectId, facts: { kind, number: commitment.number, dueOn: fromDbDay(commitment.supplementDueOn) } }
}

const ofOffering: NoticeOf = async (tx, id) => {
  const { intermediary, serviceItem } = await tx.serviceOffering.findUniqueOrThrow({
    where: { id },
    include: { intermediary: true, serviceItem: true },
  })
  const { code, nameZh, nameEn, cancelledBy } = serviceItem
  return { subjectId: intermediary.subjectId, facts: { number: code, nameZh, nameEn, cancelledBy } }
}

const ofRegisterChange: NoticeOf = async (tx, id) => {
  const { number, kind, state, intermediary } = await tx.registerChange.findUniqueOrThrow({
    where: { id },
    include: { intermediary: true },
  })
  return { subjectId: intermediary.subjectId, facts: { number, kind, state } }
}

/** Null for a certificate that was removed before anyone was told. */
const ofQualification = async (tx: Tx, id: string): Promise<Notice | null> => {
  const one = await tx.qualification.findUnique({ where: { id }, include: { intermediary: true } })
  if (!one?.validUntilOn) return null
  const { name, certificateNo, validUntilOn, intermediary } = one
  return { subjectId: intermediary.subjectId, facts: { number: certificateNo, name, untilOn: fromDbDay(validUntilOn) } }
}

/** What the party concerned is told, by outbox topic. A topic that isn't here concerns nobody's inbox. */
const notices: Readonly<Record<string, (tx: Tx, entityId: string) => Promise<Notice | null>>> = {
  'engagements.chosen': async (tx, id) => {
    const { intermediary, number } = await tx.engagement.findUniqueOrThrow({ where: { id }, include: { intermediary: true } })
    return { subjectId: intermediary.subjectId, facts: { number } }
  },
  'engagements.delivered': async (tx, id) => {
    const { applicantId, number } = await tx.engagement.findUniqueOrThrow({ where: { id } })
    return { subjectId: applicantId, facts: { number } }
  },
  'catalogue.itemChanged': ofOffering,
  'catalogue.itemCancelled': ofOffering,
  'intermediaries.changeDecided': ofRegisterChange,
  'intermediaries.exited': async (tx, id) => {
    const { subjectId } = await tx.intermediary.findUniqueOrThrow({ where: { id } })
    return { subjectId, facts: {} }
  },
  'intermediaries.qualificationExpiring': ofQualification,
  // Before the listing there is no subject to tell: the application's own page shows where it stands.
  'entries.listed': async (tx, id) => {
    const { intermediaryId, number } = await tx.entryApplication.findUniqueOrThrow({ where: { id } })
    const { subjectId } = await tx.intermediary.findUniqueOrThrow({ where: { id: intermediaryId ?? '' } })
    return { subjectId, facts: { number } }
  },
  'listings.noticeServed': ofViolationCase,
  'listings.suspended': ofViolationCase,
  'listings.decided': ofViolationCase,
  'acceptance.decided': ofApprovalCase,
  'commitments.breachRecorded': ofBreach,
  'commitments.objectionDecided': async (tx, id) => {
    const { breachId, state } = await tx.breachObjection.findUniqueOrThrow({ where: { id } })
    const notice = await ofBreach(tx, breachId)
    return { ...notice, facts: { ...notice.facts, state } }
  },
}

/** Leaves one notification per event; the outbox id makes a replay harmless. */
export async function notifyOfEvent(
  unit: UnitOfWork,
  event: { readonly id: bigint; readonly topic: string; readonly entityId: string },
): Promise<void> {
  const notice = await notices[event.topic]?.(unit.tx, event.entityId)
  if (!notice) return
  const { subjectId, facts } = notice
  const told = { kind: event.topic, facts: asJson(facts) ?? {}, createdAt: unit.now, outboxId: event.id }
  await unit.tx.notification.createMany({ data: [{ subjectId, recipient: `subject:${subjectId}`, ...told }], skipDuplicates: true })
}
