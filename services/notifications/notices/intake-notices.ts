import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Role } from '#domain/access/role.ts'
import { telling } from '../notice.ts'
import type { NoticeRule } from '../notice.ts'

const toApplicant = (kind: string): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { applicantId, number, decisionDueOn } = await tx.approvalCase.findUniqueOrThrow({ where: { id } })
    return [{ kind, recipients: [{ subjectId: applicantId }], facts: { number, dueOn: fromDbDayOrNull(decisionDueOn) } }]
  })

/** To the officer who answers for the case; while nobody does, to all at the windows of the agency. */
const toOfficer = (kind: string, role: Role = 'WINDOW_OFFICER'): NoticeRule =>
  telling([kind], async (tx, id) => {
    const { agencyId, officerId, number, correctionDueOn } = await tx.approvalCase.findUniqueOrThrow({ where: { id } })
    const recipients = officerId ? [{ userId: officerId }] : [{ organisationId: agencyId, role }]
    return [{ kind, recipients, facts: { number, dueOn: fromDbDayOrNull(correctionDueOn) } }]
  })

/** Intake: what reaches a window without anybody standing there, and what the applicant must learn of the days. */
export const intakeNotices: Readonly<Record<string, NoticeRule>> = {
  'acceptance.filedOnline': toOfficer('acceptance.filedOnline'),
  'acceptance.materialHandedIn': toOfficer('acceptance.materialHandedIn'),
  'acceptance.withdrawn': toOfficer('acceptance.withdrawn'),
  'acceptance.deemed': telling(['acceptance.deemed', 'acceptance.deemedAtAgency'], async (tx, id) => {
    const { agencyId, applicantId, number, decisionDueOn } = await tx.approvalCase.findUniqueOrThrow({ where: { id } })
    const facts = { number, dueOn: fromDbDayOrNull(decisionDueOn) }
    return [
      { kind: 'acceptance.deemed', recipients: [{ subjectId: applicantId }], facts },
      // A missed notice is the manager's to know, too.
      { kind: 'acceptance.deemedAtAgency', recipients: [{ organisationId: agencyId, role: 'AGENCY_MANAGER' }], facts },
    ]
  }),
  'acceptance.paused': toApplicant('acceptance.paused'),
  'acceptance.resumed': toApplicant('acceptance.resumed'),
}
