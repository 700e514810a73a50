import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { reasonText } from './lock-commitment.ts'
import { rulesOfCommitment } from './promised-supplement.ts'

export const decidePublicityObjectionInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Receipt number of the objection. */
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
  outcome: z.enum(['UPHELD', 'REJECTED']),
  reasons: reasonText,
})

/**
 * A manager of the agency who did not handle the case answers an objection raised in publicity, with reasons. Upheld, it decides nothing about
 * the promise: its verification is brought forward, and only that can find it untrue. Answers with the objection's id.
 * @throws RefusedError OBJECTION_DECIDED, CALENDAR_NOT_LOADED · NotFoundError · ConcurrentChangeError
 */
export async function decidePublicityObjection(
  context: UseCaseContext,
  input: z.input<typeof decidePublicityObjectionInput>,
): Promise<string> {
  const parsed = parseInput(decidePublicityObjectionInput, input)
  const command = { operation: 'decidePublicityObjection', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { number, outcome, reasons } = parsed
    if (!couldEver(viewer, 'publicity.decideObjection')) throw new ForbiddenError('publicity.decideObjection', viewer.kind === 'ANONYMOUS')
    await tx.$queryRaw`
      SELECT 1 FROM "Commitment" WHERE "id" = (SELECT "commitmentId" FROM "PublicityObjection" WHERE "number" = ${number}) FOR NO KEY UPDATE`
    const objection = await tx.publicityObjection.findUnique({
      where: { number },
      include: { commitment: { include: { case: true } } },
    })
    if (!objection || objection.commitment.case.agencyId !== viewer.organisationId) throw new NotFoundError('PublicityObjection')
    const { commitment, id } = objection
    const { agencyId, officerId, applicantId } = commitment.case
    const facts = { agencyOrganisationId: agencyId, officerUserId: officerId, applicantSubjectId: applicantId }
    demand(context, 'publicity.decideObjection', facts)
    if (objection.state !== 'FILED') throw new RefusedError({ code: 'OBJECTION_DECIDED', state: objection.state })
    if (objection.version !== parsed.version) throw new ConcurrentChangeError('PublicityObjection')
    const data = { state: outcome, decidedById: viewer.userId, decidedAt: now, reasons, version: { increment: 1 } }
    await tx.publicityObjection.update({ where: { id }, data })
    const rules = rulesOfCommitment(commitment)
    const checkBy = outcome === 'UPHELD' ? await bringForward(unit, commitment.id, rules.parameters.publicityAnswerWorkingDays.value) : null
    await unit.audit({
      action: 'commitments.decidePublicityObjection',
      entity: 'PublicityObjection',
      entityId: id,
      before: { state: 'FILED' },
      after: { number, state: outcome, commitment: commitment.number, verifyBy: checkBy },
      basis: `${reasons}（${citeBasis(rules.parameters.publicityAnswerWorkingDays.basis)}）`,
    })
    const step = { procedure: 'COMMITMENT', entityId: commitment.id, audience: 'OFFICIALS', facts: { number } } as const
    await recordStep(unit, { ...step, kind: `PUBLICITY_OBJECTION_${outcome}` })
    await unit.outbox('commitments.publicityObjectionDecided', 'PublicityObjection', id)
    return id
  })
}

/** The promise is looked at within the days an answer takes, if that is sooner than planned. The new day; null where nothing is left to do. */
async function bringForward(unit: UnitOfWork, commitmentId: string, workingDays: number): Promise<string | null> {
  const { tx, now } = unit
  const task = await tx.verificationTask.findUnique({ where: { commitmentId } })
  if (task?.state !== 'OPEN') return null
  const soonest = unwrap(addWorkingDays(shanghaiDayOf(now), workingDays, await loadCalendar(tx)))
  const planned = fromDbDay(task.dueOn)
  const dueOn = soonest < planned ? soonest : planned
  await tx.verificationTask.update({ where: { id: task.id }, data: { dueOn: toDbDay(dueOn), version: { increment: 1 } } })
  const step = { procedure: 'VERIFICATION', entityId: task.id, kind: 'VERIFICATION_BROUGHT_FORWARD', audience: 'OFFICIALS' } as const
  await recordStep(unit, { ...step, facts: { dueOn } })
  return dueOn
}
