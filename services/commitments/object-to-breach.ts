import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { visibleCommitments } from './visible-commitments.ts'

export const objectionGrounds = ['FORCE_MAJEURE', 'AGENCY_FAULT', 'FACT_ERROR'] as const

export const objectToBreachInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Of the commitment. */
  number: z.string().trim().min(1).max(40),
  kind: z.enum(['MISSED', 'UNTRUE']),
  ground: z.enum(objectionGrounds),
  text: z.string().trim().min(1).max(4000),
})

/** 条例 art. 41: an objection is answered in three working days. */
const ANSWER_WORKING_DAYS = 3

/**
 * The applicant objects to a recorded breach (R1: force majeure or the agency's own fault annuls it; so does an error of fact). One
 * at a time, and each ground once. Answers with the objection's id.
 * @throws RefusedError BREACH_ANNULLED, OBJECTION_PENDING, OBJECTION_GROUND_USED, CALENDAR_NOT_LOADED
 */
export async function objectToBreach(context: UseCaseContext, input: z.input<typeof objectToBreachInput>): Promise<string> {
  const parsed = parseInput(objectToBreachInput, input)
  const command = { operation: 'objectToBreach', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { number, kind, ground, text } = parsed
    await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "number" = ${number} FOR NO KEY UPDATE`
    const breach = await tx.commitmentBreach.findFirst({
      where: { kind, commitment: { AND: [{ number }, visibleCommitments(viewer)] } },
      include: { objections: true },
      orderBy: { recordedAt: 'desc' },
    })
    if (!breach) throw new NotFoundError('CommitmentBreach')
    demand(context, 'breach.object', { applicantSubjectId: breach.subjectId })
    if (viewer.userId === null) throw new ForbiddenError('breach.object', false)
    if (breach.annulledAt) throw new RefusedError({ code: 'BREACH_ANNULLED' })
    if (breach.objections.some(({ state }) => state === 'FILED')) throw new RefusedError({ code: 'OBJECTION_PENDING' })
    if (breach.objections.some((one) => one.ground === ground)) throw new RefusedError({ code: 'OBJECTION_GROUND_USED', ground })
    const answerDueOn = unwrap(addWorkingDays(shanghaiDayOf(now), ANSWER_WORKING_DAYS, await loadCalendar(tx)))
    const { id } = await tx.breachObjection.create({
      data: { breachId: breach.id, ground, text, filedById: viewer.userId, filedAt: now, answerDueOn: toDbDay(answerDueOn) },
    })
    await unit.audit({
      action: 'commitments.object',
      entity: 'BreachObjection',
      entityId: id,
      after: { commitment: number, kind, ground, answerDueOn },
    })
    await unit.outbox('commitments.objectionFiled', 'BreachObjection', id)
    return id
  })
}
