import { z } from 'zod'
import { recordKinds } from '#domain/listings/decide-investigation.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { investigate } from './investigate.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

const line = z.string().trim().max(400)

export const addInvestigationRecordInput = caseStepInput.extend({
  kind: z.enum(recordKinds),
  takenAt: z.date(),
  place: line,
  /** Whom it is with, or what was inspected. */
  counterpart: line,
  /** The second officer who was there and signs. */
  secondOfficer: line,
  text: documentText,
})

/**
 * Adds what the investigation saw or heard 调查笔录: an inspection, an interview, a request for documents, by two officers (rulebook R5).
 * For officials only: witnesses are protected. Answers with the case's id.
 */
export async function addInvestigationRecord(context: UseCaseContext, input: z.input<typeof addInvestigationRecordInput>): Promise<string> {
  const parsed = parseInput(addInvestigationRecordInput, input)
  const command = { operation: 'addInvestigationRecord', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.notify', parsed)
    const { kind, takenAt, place, counterpart, secondOfficer, text } = parsed
    const addedById = context.viewer.userId ?? ''
    const texts = { place, counterpart, secondOfficer, text }
    await investigate(unit, locked.state, { type: 'ADD_RECORD', actorId: addedById, takenAt, ...texts }, 'RECORD_ADDED')
    demand(context, 'violation.notify', locked.facts)
    const record = await unit.tx.investigationRecord.create({
      data: { caseId: locked.row.id, kind, takenAt, ...texts, addedById, addedAt: unit.now },
    })
    const id = await saveStep(unit, locked, {}, { action: 'listings.addInvestigationRecord', after: { record: record.id, kind } })
    await recordCaseStep(unit, id, `RECORD_${kind}`, { counterpart }, 'OFFICIALS')
    return id
  })
}
