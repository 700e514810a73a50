import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { BodyTold } from '../../verification/bodies-concerned.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

const findingOf = async (tx: Tx, id: string) => {
  const { commitment, ...finding } = await tx.untrueFinding.findUniqueOrThrow({
    where: { id },
    include: { commitment: { include: { case: true, subject: { select: { name: true } } } } },
  })
  const facts = {
    number: finding.number,
    commitment: commitment.number,
    defenceDueOn: fromDbDay(finding.defenceDueOn),
    state: finding.state,
  }
  return { finding, commitment, facts }
}

/** The bodies that the record of the decision names: who is told is what is on record. */
async function bodiesOnRecord(tx: Tx, entityId: string): Promise<readonly BodyTold[]> {
  const step = await tx.procedureEvent.findFirst({ where: { procedure: 'UNTRUE_FINDING', entityId, kind: 'UNTRUE_BODIES_TOLD' } })
  return step ? (step.facts as unknown as { readonly told: readonly BodyTold[] }).told : []
}

/** The finding that a promise was untrue: its party, its decider, the bodies concerned; and verifications that wait. */
export const verificationNotices: Readonly<Record<string, NoticeRule>> = {
  'verification.planned': telling(['verification.planned'], async (tx, id) => {
    const { organisationId, number, name, dueOn } = await tx.verificationPlan.findUniqueOrThrow({ where: { id } })
    const facts = { number, name, dueOn: fromDbDay(dueOn) }
    return [{ kind: 'verification.planned', recipients: [{ organisationId, role: 'WINDOW_OFFICER' }], facts }]
  }),
  'verification.untrueNoticed': telling(['verification.untrueNoticed'], async (tx, id) => {
    const { commitment, facts } = await findingOf(tx, id)
    return [{ kind: 'verification.untrueNoticed', recipients: [{ subjectId: commitment.subjectId }], facts }]
  }),
  'verification.untrueDefended': telling(['verification.untrueDefended'], async (tx, id) => {
    const { commitment, facts } = await findingOf(tx, id)
    const recipients = [{ organisationId: commitment.case.agencyId, role: 'AGENCY_MANAGER' }] as const
    return [{ kind: 'verification.untrueDefended', recipients, facts }]
  }),
  'verification.untrueDecided': telling(['verification.untrueDecided', 'verification.bodyTold'], async (tx, id) => {
    const { commitment, facts } = await findingOf(tx, id)
    const bodies = await bodiesOnRecord(tx, id)
    const revoked = { number: facts.number, case: commitment.case.number, applicant: commitment.subject.name }
    return [
      { kind: 'verification.untrueDecided', recipients: [{ subjectId: commitment.subjectId }], facts },
      ...(bodies.length > 0
        ? [
            {
              kind: 'verification.bodyTold' as const,
              recipients: bodies.map(({ organisationId, role }) => ({ organisationId, role })),
              facts: revoked,
            },
          ]
        : []),
    ]
  }),
}
