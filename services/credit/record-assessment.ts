import { z } from 'zod'
import { industryParameters } from '#domain/credit/industry-standard.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import type { FieldProblem } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'

export const recordAssessmentInput = z.object({
  clientMutationId: z.string().min(1).max(200),
  /** Of the standard. */
  version: z.string().min(1).max(20),
  uscc: z.string().trim().min(1).max(20),
  period: z.string().regex(/^\d{4}-(H[12]|Q[1-4]|Y)$/, 'NOT_A_PERIOD'),
  criteria: z.array(z.object({ code: z.string(), points: z.number(), reason: z.string().trim().max(500) })).max(20),
})

/**
 * Records a competent authority's assessment of one institution under its own standard in force: points and a reason for each criterion.
 * One assessment a period stands; to correct one it is annulled first.
 * @returns the assessment's id
 * @throws ValidationError UNKNOWN_FIRM, CRITERION_MISSING, POINTS_OUT_OF_RANGE, REASON_REQUIRED · RefusedError STANDARD_NOT_IN_FORCE,
 *   ASSESSED_ALREADY · ForbiddenError · NotFoundError
 */
export async function recordAssessment(context: UseCaseContext, input: z.input<typeof recordAssessmentInput>): Promise<string> {
  const { clientMutationId, ...wanted } = parseInput(recordAssessmentInput, input)
  return runUseCase(context, { operation: 'recordAssessment', clientMutationId, input: wanted }, async (unit) => {
    const { tx, now, viewer } = unit
    const standard = await tx.creditRuleSetVersion.findFirst({
      where: { version: wanted.version, organisationId: { not: null }, state: 'PUBLISHED' },
    })
    if (!standard) throw new NotFoundError('CreditRuleSet')
    const firm = await tx.intermediary.findFirst({
      where: { subject: { uscc: wanted.uscc.toUpperCase() }, offerings: { some: { serviceItemCode: { in: standard.serviceItemCodes } } } },
      select: { subjectId: true },
    })
    if (!firm) throw new ValidationError([{ path: 'uscc', code: 'UNKNOWN_FIRM', facts: {} }])
    const { subjectId } = firm
    demand(context, 'assessment.record', { agencyOrganisationId: standard.organisationId, concernedSubjectId: subjectId })
    if (!standard.effectiveFrom || toDbDay(shanghaiDayOf(now)) < standard.effectiveFrom)
      throw new RefusedError({ code: 'STANDARD_NOT_IN_FORCE' })

    const { criteria, score } = assess(industryParameters.parse(standard.parameters).criteria, wanted.criteria)
    // Two of the same period at once wait for each other here.
    await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "id" = ${subjectId}::uuid FOR NO KEY UPDATE`
    const same = { ruleSetId: standard.id, subjectId, period: wanted.period, annulledAt: null }
    if (await tx.industryAssessment.findFirst({ where: same })) throw new RefusedError({ code: 'ASSESSED_ALREADY', period: wanted.period })
    const { id } = await tx.industryAssessment.create({
      data: {
        ruleSetId: standard.id,
        subjectId,
        period: wanted.period,
        score,
        criteria: asJson(criteria) ?? [],
        assessedById: viewer.userId ?? '',
        recordedAt: now,
      },
    })
    await unit.audit({
      action: 'assessment.record',
      entity: 'IndustryAssessment',
      entityId: id,
      after: { ...wanted, score },
      basis: standard.version,
    })
    await unit.outbox('credit.assessed', 'IndustryAssessment', id)
    return id
  })
}

type Given = z.output<typeof recordAssessmentInput>['criteria']
type Criteria = z.output<typeof industryParameters>['criteria']

/** Every criterion gets its points; whoever takes points off says why. */
function assess(criteria: Criteria, given: Given): { readonly criteria: Given; readonly score: number } {
  const problems: FieldProblem[] = []
  const assessed = criteria.flatMap(({ code, most }, index) => {
    const one = given.find((candidate) => candidate.code === code)
    const problem = (name: string, at: string) => problems.push({ path: `criteria.${index}.${at}`, code: name, facts: { most } })
    if (!one) problem('CRITERION_MISSING', 'points')
    else if (one.points < 0 || one.points > most) problem('POINTS_OUT_OF_RANGE', 'points')
    else if (one.points < most && one.reason === '') problem('REASON_REQUIRED', 'reason')
    return one ? [one] : []
  })
  if (problems.length > 0) throw new ValidationError(problems)
  return { criteria: assessed, score: assessed.reduce((sum, { points }) => sum + points, 0) }
}
