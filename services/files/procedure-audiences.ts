import type { Audience, Procedure } from '#prisma/generated/enums.ts'
import { approvalCaseAudiences } from '../acceptance/case-audiences.ts'
import { commitmentAudiences } from '../commitments/commitment-audiences.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { complaintAudiences } from '../complaints/visible-complaints.ts'
import { violationCaseAudiences } from '../listings/case-audiences.ts'
import { appealAudiences, dataObjectionAudiences, repairAudiences } from '../remedies/visible-remedies.ts'
import { untrueFindingAudiences, verificationAudiences } from '../verification/visible-verification.ts'

/** Who looks, and into which database. */
export type Onlooker = Pick<UseCaseContext, 'prisma' | 'viewer'>
/** As what the viewer sees one procedure: none for whoever may not know of it. */
export type AudiencesOf = (onlooker: Onlooker, entityId: string) => Promise<readonly Audience[]>

const nobody: AudiencesOf = () => Promise.resolve([])

/** One line a procedure: steps and files of all of them are shown by it. */
const audiencesOfEach: Readonly<Record<Procedure, AudiencesOf>> = {
  VIOLATION_CASE: violationCaseAudiences,
  APPEAL: appealAudiences,
  CREDIT_REPAIR: repairAudiences,
  RED_LIST: nobody,
  DATA_OBJECTION: dataObjectionAudiences,
  COMPLAINT: complaintAudiences,
  APPROVAL_CASE: approvalCaseAudiences,
  COMMITMENT: commitmentAudiences,
  VERIFICATION: verificationAudiences,
  UNTRUE_FINDING: untrueFindingAudiences,
}

/** As what the viewer sees this procedure. */
export const audiencesOf = (onlooker: Onlooker, procedure: Procedure, entityId: string): Promise<readonly Audience[]> =>
  audiencesOfEach[procedure](onlooker, entityId)
