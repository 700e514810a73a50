import { z } from 'zod'
import { decideDataObjection as decide } from '#domain/remedies/data-objection.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { correctData } from './correct-data.ts'
import { lockDataObjection, saveDataObjectionStep } from './lock-data-objection.ts'
import { remedyContext } from './remedy-context.ts'
import { remedyStepInput, remedyText } from './remedy-step-input.ts'

export const dataObjectionOutcomes = ['UPHELD', 'REJECTED'] as const

export const decideDataObjectionInput = remedyStepInput.extend({
  outcome: z.enum(dataObjectionOutcomes),
  reasons: remedyText,
  /** UPHELD, about a field: what shall stand there. */
  corrected: z.string().trim().max(2000).nullish(),
})

/**
 * Answers an objection to data with reasons. Upheld, the record is put right in this transaction, and everything made of it with it; either way
 * the mark goes.
 * @returns the objection's id
 * @throws RefusedError RECORD_GONE, VALUE_INVALID, SEPARATION_OF_DUTIES, STEP_FORBIDDEN · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function decideDataObjection(context: UseCaseContext, input: z.input<typeof decideDataObjectionInput>): Promise<string> {
  const parsed = parseInput(decideDataObjectionInput, input)
  const command = { operation: 'decideDataObjection', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { outcome, reasons, corrected = null } = parsed
    const locked = await lockDataObjection(unit, parsed)
    const { row, record, state } = locked
    const actorId = context.viewer.userId ?? ''
    const step =
      outcome === 'UPHELD' ? ({ type: 'UPHOLD', actorId, reasons, corrected } as const) : ({ type: 'REJECT', actorId, reasons } as const)
    const event = unwrap(decide(state, step, await remedyContext(unit)))
    demand(context, 'dataObjection.decide', locked.facts)
    // Annulled meanwhile for another reason: nothing is left to put right.
    if (event.type === 'OBJECTION_UPHELD' && !record) throw new RefusedError({ code: 'RECORD_GONE' })
    const reason = `数据异议 ${row.number}：${reasons}`
    const change =
      event.type === 'OBJECTION_UPHELD' && record
        ? await correctData(unit, record, { objectionId: row.id, field: state.field, corrected: event.corrected, reason })
        : null
    const decided = { state: outcome, decidedById: actorId, decidedAt: unit.now, reasons }
    const id = await saveDataObjectionStep(
      unit,
      locked,
      { ...decided, ...(change ? { correction: asJson(change) ?? {} } : {}) },
      { action: 'remedies.decideDataObjection', basis: reasons, after: { correction: change }, kind: `DATA_OBJECTION_${outcome}` },
    )
    await unit.outbox('remedies.dataObjectionDecided', 'DataObjection', id)
    return id
  })
}
