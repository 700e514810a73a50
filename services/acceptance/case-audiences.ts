import type { AudiencesOf } from '../files/procedure-audiences.ts'
import { visibleApprovalCases } from './visible-cases.ts'

/** The agency and the auditors read everything of an approval case; its applicant what is for the parties. */
export const approvalCaseAudiences: AudiencesOf = async ({ prisma, viewer }, id) => {
  const seen = await prisma.approvalCase.findFirst({
    where: { AND: [{ id }, visibleApprovalCases(viewer)] },
    select: { applicantId: true },
  })
  if (!seen) return []
  return viewer.subjectId === seen.applicantId ? ['PARTIES', 'PUBLIC'] : ['OFFICIALS', 'PARTIES', 'PUBLIC']
}
