import { z } from 'zod'
import { caseTransitions } from '#domain/acceptance/case-state.ts'
import { decideNonAcceptance, nonAcceptanceClause, nonAcceptanceGrounds } from '#domain/acceptance/non-acceptance.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput, reasonText } from './case-input.ts'
import { deemedAcceptedOn } from './deemed-acceptance.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import type { LockedApprovalCase } from './read-locked-case.ts'
import { settlePromises } from './settle-promises.ts'

export const closeOutcomes = ['DECIDED', 'REFUSED', 'WITHDRAWN', 'NOT_ACCEPTED'] as const

export const closeCaseInput = caseStepInput.extend({
  outcome: z.enum(closeOutcomes),
  reason: reasonText,
  /** Of a non-acceptance: on which ground of the law. */
  ground: z.enum(nonAcceptanceGrounds).nullish(),
})
type CloseCase = z.output<typeof closeCaseInput>

/**
 * Ends a case: approved, refused, withdrawn by the applicant before the decision, or not accepted, with its reason. What was promised
 * must be there before an approval; with any other end an open promise falls, and with an approval
 * one whose outstanding materials nobody may demand any more. A non-acceptance names its ground and gets its numbered document. Answers with
 * the case's id.
 * @throws RefusedError SUPPLEMENT_OUTSTANDING, COMMITMENT_OVERDUE, STEP_FORBIDDEN, CORRECTION_FIRST, CORRECTED, DEEMED_ACCEPTED
 */
export async function closeCase(context: UseCaseContext, input: z.input<typeof closeCaseInput>): Promise<string> {
  const parsed = parseInput(closeCaseInput, input)
  const command = { operation: 'closeCase', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { outcome, reason } = parsed
    const locked = await lockApprovalCase(unit, 'case.accept', parsed)
    const state = unwrap(moveTo(caseTransitions, locked.state, outcome))
    const turnedAway = outcome === 'NOT_ACCEPTED' ? await requireGround(unit, locked, parsed) : null
    const withdrawnCommitments = await settlePromises(unit, locked, { isApproval: outcome === 'DECIDED' })
    const { id } = locked
    const number = turnedAway && (await nextNumber(unit, 'NON_ACCEPTANCE_NOTICE'))
    await unit.tx.approvalCase.update({
      where: { id },
      data: { state, nonAcceptanceNumber: number, closedAt: unit.now, closeReason: reason, version: { increment: 1 } },
    })
    const facts = { reason, ...(turnedAway && { number, ground: turnedAway }) }
    await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: `CASE_${outcome}`, audience: 'PARTIES', facts })
    await unit.audit({
      action: 'acceptance.closeCase',
      entity: 'ApprovalCase',
      entityId: id,
      before: { state: locked.state, version: locked.version },
      after: { state, reason, ground: turnedAway, number, withdrawnCommitments },
      basis: turnedAway ? nonAcceptanceClause[turnedAway] : locked.approvalItem.legalBasis,
    })
    await unit.outbox('acceptance.decided', 'ApprovalCase', id)
    return id
  })
}

/** The ground on which an application isn't accepted, if the law has it where the case stands; a case that counts as accepted isn't turned away. */
async function requireGround(unit: UnitOfWork, locked: LockedApprovalCase, { ground }: CloseCase) {
  // Revoking an acceptance is the consequence of a missed promise, never an officer's second thought.
  if (locked.state === 'ACCEPTED') throw new RefusedError({ code: 'STEP_FORBIDDEN', from: locked.state, to: 'NOT_ACCEPTED' })
  if (!ground) throw new ValidationError([{ path: 'ground', code: 'REQUIRED', facts: {} }])
  const acceptedOn = deemedAcceptedOn(locked, await loadCalendar(unit.tx), unit.now)
  if (acceptedOn !== null) throw new RefusedError({ code: 'DEEMED_ACCEPTED', acceptedOn })
  const lackingCount = locked.materials.filter(({ presence }) => presence !== 'PRESENT').length
  return unwrap(decideNonAcceptance({ state: locked.state, lackingCount }, ground))
}
