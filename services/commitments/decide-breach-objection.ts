import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { annulBreach } from './annul-breach.ts'
import { reasonText } from './lock-commitment.ts'

export const decideBreachObjectionInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  objectionId: z.uuid(),
  version: z.number().int().min(1),
  outcome: z.enum(['UPHELD', 'REJECTED']),
  reasons: reasonText,
})

/**
 * An appeal reviewer, who never handled the case, decides an objection with reasons. Upheld: the breach is as if it had never been, and
 * count, hold, bars, listing case, list entry and the case's consequence fall in this transaction (R1). Answers with the objection's id.
 * @throws RefusedError OBJECTION_DECIDED, CALENDAR_NOT_LOADED
 */
export async function decideBreachObjection(context: UseCaseContext, input: z.input<typeof decideBreachObjectionInput>): Promise<string> {
  const parsed = parseInput(decideBreachObjectionInput, input)
  const command = { operation: 'decideBreachObjection', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { objectionId: id, outcome, reasons } = parsed
    if (!couldEver(viewer, 'breach.decideObjection')) throw new ForbiddenError('breach.decideObjection', viewer.kind === 'ANONYMOUS')
    await tx.$queryRaw`
      SELECT 1 FROM "Commitment" WHERE "id" = (
        SELECT b."commitmentId" FROM "BreachObjection" o JOIN "CommitmentBreach" b ON b."id" = o."breachId" WHERE o."id" = ${id}::uuid
      ) FOR NO KEY UPDATE`
    const objection = await tx.breachObjection.findUnique({
      where: { id },
      include: { breach: { include: { commitment: { include: { case: true } } } } },
    })
    if (!objection) throw new NotFoundError('BreachObjection')
    const { breach } = objection
    const { officerId, applicantId } = breach.commitment.case
    demand(context, 'breach.decideObjection', { officerUserId: officerId, applicantSubjectId: applicantId })
    if (objection.state !== 'FILED') throw new RefusedError({ code: 'OBJECTION_DECIDED', state: objection.state })
    if (objection.version !== parsed.version) throw new ConcurrentChangeError('BreachObjection')
    await tx.breachObjection.update({
      where: { id },
      data: { state: outcome, decidedById: viewer.userId, decidedAt: now, reasons, version: { increment: 1 } },
    })
    await unit.audit({
      action: 'commitments.decideObjection',
      entity: 'BreachObjection',
      entityId: id,
      before: { state: 'FILED' },
      after: { state: outcome, commitment: breach.commitment.number, kind: breach.kind },
      basis: reasons,
    })
    if (outcome === 'UPHELD') await annulBreach(unit, breach.id, reasons)
    await unit.outbox('commitments.objectionDecided', 'BreachObjection', id)
    return id
  })
}
