import { parseInput } from '../kernel/parse-input.ts'
import type { z } from 'zod'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { annulHonourInput } from './annul-honour.ts'

export const annulAssessmentInput = annulHonourInput

/**
 * Annuls an assessment, with reasons, by another of the authority than who recorded it: from today the city's score stands alone again.
 * @returns the assessment's id
 * @throws RefusedError ALREADY_ANNULLED · ForbiddenError · NotFoundError
 */
export async function annulAssessment(context: UseCaseContext, input: z.input<typeof annulAssessmentInput>): Promise<string> {
  const { clientMutationId, key, reason } = parseInput(annulAssessmentInput, input)
  return runUseCase(context, { operation: 'annulAssessment', clientMutationId, input: { key, reason } }, async (unit) => {
    const { tx, now } = unit
    await tx.$queryRaw`SELECT 1 FROM "IndustryAssessment" WHERE "id" = ${key}::uuid FOR UPDATE`
    const row = await tx.industryAssessment.findUnique({ where: { id: key }, include: { ruleSet: { select: { organisationId: true } } } })
    if (!row) throw new NotFoundError('IndustryAssessment')
    demand(context, 'assessment.annul', {
      agencyOrganisationId: row.ruleSet.organisationId,
      concernedSubjectId: row.subjectId,
      reporterUserId: row.assessedById,
    })
    if (row.annulledAt) throw new RefusedError({ code: 'ALREADY_ANNULLED' })
    await tx.industryAssessment.update({ where: { id: key }, data: { annulledAt: now, annulReason: reason } })
    await unit.audit({
      action: 'assessment.annul',
      entity: 'IndustryAssessment',
      entityId: key,
      before: { score: row.score },
      after: { reason },
    })
    await unit.outbox('credit.assessmentAnnulled', 'IndustryAssessment', key)
    return key
  })
}
