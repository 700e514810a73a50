import { z } from 'zod'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { caseStepInput, dayInput, documentText } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { endSuspensions } from './end-suspensions.ts'
import { lockCase, saveStep } from './lock-case.ts'
import type { LockedCase } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'
import { recordFinding } from './record-finding.ts'
import { removeFromRedList } from './remove-from-red-list.ts'
import { serveDecision } from './serve-decision.ts'

export const decisionOutcomes = ['LISTED', 'FOUND_NOT_LISTED', 'NOT_FOUND'] as const

export const decideViolationInput = caseStepInput.extend({
  outcome: z.enum(decisionOutcomes),
  basis: documentText,
  reasons: documentText,
  /** Last public day; needed for a listing, within the window of the severity. */
  publicUntilOn: dayInput.nullish(),
  /** Why a violation that normally stays unpublished is published. */
  publicationReason: z.string().trim().max(2000).nullish(),
})
type Decision = z.output<typeof decideViolationInput>

/**
 * Decides a case 决定书 (rulebook R5): listed until a day, found without listing, or not found; by a decider who neither reported
 * nor investigated, after the defence was heard. List entry, credit event, standing and search document change in this
 * transaction, so the decision takes effect at once everywhere. Answers with the case's id.
 */
export async function decideViolation(context: UseCaseContext, input: z.input<typeof decideViolationInput>): Promise<string> {
  const parsed = parseInput(decideViolationInput, input)
  const command = { operation: 'decideViolation', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.decide', parsed)
    const decided = await (parsed.outcome === 'LISTED' ? list(unit, locked, parsed) : dontList(unit, locked, parsed))
    demand(context, 'violation.decide', locked.facts)
    const { basis, reasons, publicationReason } = parsed
    const decisionNumber = await nextNumber(unit, 'DECISION')
    const id = await saveStep(
      unit,
      locked,
      {
        state: parsed.outcome === 'LISTED' ? 'DECIDED_LISTED' : 'DECIDED_NOT_LISTED',
        deciderId: context.viewer.userId,
        decidedAt: unit.now,
        decisionNumber,
        decisionBasis: basis,
        decisionReasons: reasons,
        publicationReason: publicationReason ?? null,
        isViolationFound: parsed.outcome !== 'NOT_FOUND',
        ruleSetVersion: decided.ruleSetVersion,
      },
      { action: 'listings.decideViolation', basis, after: { ...decided, decisionNumber } },
    )
    const state = parsed.outcome === 'LISTED' ? 'DECIDED_LISTED' : 'DECIDED_NOT_LISTED'
    await recordCaseStep(unit, id, state, { number: decisionNumber })
    await serveDecision(unit, id, { ...locked.state, state })
    await endSuspensions(unit, id, reasons)
    await refreshStanding(unit, locked.row.subjectId)
    await removeFromRedList(unit, locked.row.subjectId)
    await unit.outbox('listings.decided', 'ViolationCase', id)
    return id
  })
}

/** Writes list entry and finding of a decision that lists. */
async function list(unit: UnitOfWork, { row, state }: LockedCase, { basis, reasons, publicUntilOn, publicationReason }: Decision) {
  if (!publicUntilOn) throw new ValidationError([{ path: 'publicUntilOn', code: 'REQUIRED', facts: {} }])
  const step = { type: 'DECIDE_LISTING', actorId: unit.viewer.userId ?? '', basis, reasons, publicUntilOn } as const
  const event = await decideStep(unit, state, { ...step, publicationReason: publicationReason ?? null }, 'LISTING_DECIDED')
  const { list: onList, fromOn, untilOn, earliestRepairOn, ruleSetVersion } = event
  const { number } = await unit.tx.listEntry.create({
    data: {
      number: await nextNumber(unit, 'LIST_ENTRY'),
      list: onList,
      subjectId: row.subjectId,
      caseId: row.id,
      severity: row.severity,
      reasons,
      basis,
      decidedOn: toDbDay(fromOn),
      fromOn: toDbDay(fromOn),
      untilOn: toDbDay(untilOn),
      earliestRepairOn: toDbDay(earliestRepairOn),
      ruleSetVersion,
      createdAt: unit.now,
    },
  })
  await recordFinding(unit, row, event.countsUntilOn)
  return { entryNumber: number, list: onList, fromOn, untilOn, earliestRepairOn, ruleSetVersion }
}

/** Writes the finding, if there is one, of a decision that doesn't list. */
async function dontList(unit: UnitOfWork, { row, state }: LockedCase, { outcome, basis, reasons }: Decision) {
  const isViolationFound = outcome === 'FOUND_NOT_LISTED'
  const step = { type: 'DECIDE_NO_LISTING', actorId: unit.viewer.userId ?? '', isViolationFound, basis, reasons } as const
  const event = await decideStep(unit, state, step, 'NO_LISTING_DECIDED')
  if (isViolationFound) await recordFinding(unit, row, event.countsUntilOn)
  return { isViolationFound, ruleSetVersion: event.ruleSetVersion }
}
