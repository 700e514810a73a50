import type { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { decideSuspension } from '#domain/listings/interim-suspension.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, dayInput, documentText } from './case-step-input.ts'
import { lockCase, saveStep, violationContext } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const orderSuspensionInput = caseStepInput.extend({ untilOn: dayInput, basis: documentText, reasons: documentText })

/**
 * Suspends the party of an open case from today to a last day, as a measure of its own (rulebook R5): reasoned, dated, short, by
 * a decider who neither reported nor investigated. Answers with the case's id.
 */
export async function orderSuspension(context: UseCaseContext, input: z.input<typeof orderSuspensionInput>): Promise<string> {
  const parsed = parseInput(orderSuspensionInput, input)
  const command = { operation: 'orderSuspension', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { untilOn, basis, reasons } = parsed
    const locked = await lockCase(unit, 'violation.suspend', parsed)
    const earlier = await unit.tx.interimSuspension.findMany({ where: { caseId: locked.row.id } })
    const known = earlier.map((one) => ({
      suspensionId: one.id,
      fromOn: fromDbDay(one.fromOn),
      untilOn: fromDbDay(one.untilOn),
      liftedOn: one.liftedAt && shanghaiDayOf(one.liftedAt),
    }))
    const orderedById = context.viewer.userId ?? ''
    const step = { actorId: orderedById, basis, reasons, untilOn }
    const { fromOn } = unwrap(decideSuspension(locked.state, known, step, await violationContext(unit)))
    demand(context, 'violation.suspend', locked.facts)
    await unit.tx.interimSuspension.create({
      data: {
        caseId: locked.row.id,
        subjectId: locked.row.subjectId,
        fromOn: toDbDay(fromOn),
        untilOn: toDbDay(untilOn),
        reasons,
        basis,
        orderedById,
        orderedAt: unit.now,
      },
    })
    const id = await saveStep(unit, locked, {}, { action: 'listings.orderSuspension', basis, after: { fromOn, untilOn, reasons } })
    await recordCaseStep(unit, id, 'SUSPENDED', { fromOn, untilOn })
    await refreshStanding(unit, locked.row.subjectId)
    await unit.outbox('listings.suspended', 'ViolationCase', id)
    return id
  })
}
