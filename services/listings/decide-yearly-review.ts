import { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { decideYearlyReview as decide } from '#domain/listings/red-list-review.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { documentText } from './case-step-input.ts'
import { endListEntry } from './end-list-entry.ts'
import { listingRulesOn, redListFindingsOf } from './find-red-list-criteria.ts'
import { lockSubject } from './lock-nomination.ts'

export const decideYearlyReviewInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  id: z.uuid(),
  version: z.number().int().min(1),
  outcome: z.enum(['KEPT', 'REMOVED']),
  reasons: documentText,
})

/**
 * Decides the yearly review 年度复核 of a red list entry: kept, while what its nomination had to meet is still met, or removed at once with a
 * delisting document; never by who nominated.
 * @returns the review's id
 * @throws RefusedError REVIEW_DECIDED, CRITERIA_NOT_MET · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function decideYearlyReview(context: UseCaseContext, input: z.input<typeof decideYearlyReviewInput>): Promise<string> {
  const parsed = parseInput(decideYearlyReviewInput, input)
  const { id, outcome, reasons } = parsed
  const command = { operation: 'decideYearlyReview', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const found = await tx.redListReview.findUnique({ where: { id }, include: { entry: { include: { nomination: true } } } })
    if (!found) throw new NotFoundError('RedListReview')
    const { subjectId, nomination, number } = found.entry
    const nominatedById = nomination?.nominatedById ?? null
    demand(context, 'redList.review', { concernedSubjectId: subjectId, reporterUserId: nominatedById })
    await lockSubject(tx, subjectId)
    await tx.$queryRaw`SELECT 1 FROM "RedListReview" WHERE "id" = ${id}::uuid FOR UPDATE`
    const row = await tx.redListReview.findUniqueOrThrow({ where: { id } })
    if (row.version !== parsed.version) throw new ConcurrentChangeError('RedListReview')
    const findings = await redListFindingsOf(tx, subjectId, now)
    const rules = listingRulesOn(now)
    const state = unwrap(decide(row.state, { outcome, reasons, findings, origin: nomination?.origin ?? 'AUTHORITY' }, rules))
    await tx.redListReview.update({
      where: { id },
      data: {
        ...{ state, reasons, findings: asJson(findings) ?? [], version: { increment: 1 } },
        decidedById: context.viewer.userId,
        decidedAt: now,
      },
    })
    await unit.audit({
      action: 'redList.decideReview',
      entity: 'RedListReview',
      entityId: id,
      before: { state: row.state },
      after: { entry: number, state, reasons, findings },
      basis: citeBasis(rules.parameters.redListReview.basis),
    })
    if (nomination) {
      const step = { procedure: 'RED_LIST', entityId: nomination.id, kind: `RED_LIST_REVIEW_${state}`, facts: { number } } as const
      await recordStep(unit, { ...step, audience: 'PUBLIC' })
    }
    if (state === 'REMOVED') await endListEntry(unit, found.entryId, { as: 'REMOVED', reason: reasons })
    await unit.outbox('redList.reviewed', 'RedListReview', id)
    return id
  })
}
