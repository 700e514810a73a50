import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { decideUntrue } from '#domain/verification/decide-untrue.ts'
import { revocationBasis } from '#domain/verification/verification-rule-set.ts'
import { confirmHandling, publicityOver } from '../commitments/confirm-handling.ts'
import { recordBreaches } from '../commitments/record-breaches.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { answerTask } from './answer-task.ts'
import { bodiesConcerned } from './bodies-concerned.ts'
import { findingFacts, lockFinding, stateOfFinding } from './lock-finding.ts'
import type { FindingRow } from './lock-finding.ts'
import { serviceInput, serviceOf } from '../procedures/service-input.ts'
import { untrueContext } from './untrue-context.ts'

export const decideUntrueFindingInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Of the finding. */
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
  outcome: z.enum(['FOUND', 'NOT_FOUND']),
  reasons: z.string().trim().max(4000),
  ...serviceInput.shape,
})

/**
 * Decides whether a promise was untrue (R1.4, R1.5), with reasons, by a manager of the agency who neither proposed it nor handled the case. If
 * so, in this transaction: the approval is revoked, both modes are held, the listing case opens and the bodies concerned are told. Answers with
 * the finding's id.
 * @throws RefusedError SEPARATION_OF_DUTIES, DEFENCE_WINDOW_OPEN, WRONG_STATE, COMMITMENT_CLOSED, INCOMPLETE, SERVICE_METHOD_REQUIRED
 */
export async function decideUntrueFinding(context: UseCaseContext, input: z.input<typeof decideUntrueFindingInput>): Promise<string> {
  const parsed = parseInput(decideUntrueFindingInput, input)
  const command = { operation: 'decideUntrueFinding', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockFinding(unit, 'untrue.decide', parsed)
    const { outcome, reasons } = parsed
    const step = { type: 'DECIDE', actorId: unit.viewer.userId ?? '', outcome, reasons } as const
    unwrap(decideUntrue(stateOfFinding(row), step, await untrueContext(unit, row.commitment.state)))
    demand(context, 'untrue.decide', findingFacts(row))
    const { id, number } = row
    const decisionNumber = await nextNumber(unit, 'UNTRUE_DECISION')
    const decided = { state: outcome, deciderId: unit.viewer.userId, decidedAt: unit.now, decisionNumber, decisionReasons: reasons }
    await unit.tx.untrueFinding.update({ where: { id }, data: { ...decided, version: { increment: 1 } } })
    const served = { procedure: 'UNTRUE_FINDING', entityId: id, document: 'DECISION', documentNumber: decisionNumber } as const
    const servedOn = await serveDocument(unit, { ...served, subjectId: row.commitment.subjectId, ...serviceOf(parsed) })
    await unit.audit({
      action: 'verification.decideUntrue',
      entity: 'UntrueFinding',
      entityId: id,
      before: { state: row.state, version: row.version },
      after: { number, state: outcome, decisionNumber, servedOn, reasons },
      basis: citeBasis(revocationBasis),
    })
    const said = { decisionNumber, servedOn }
    await recordStep(unit, { procedure: 'UNTRUE_FINDING', entityId: id, kind: `UNTRUE_${outcome}`, audience: 'PARTIES', facts: said })
    await (outcome === 'FOUND' ? bringAbout(unit, row, reasons) : acquit(unit, row, reasons))
    await unit.outbox('verification.untrueDecided', 'UntrueFinding', id)
    return id
  })
}

/** What follows from an untrue promise: the breach with revocation, hold and listing case; and who is told of it. */
async function bringAbout(unit: UnitOfWork, { id, number, commitment }: FindingRow, reasons: string): Promise<void> {
  // Before the revocation: who has to do with the applicant at this moment.
  const told = await bodiesConcerned(unit.tx, commitment.caseId)
  const broken = { commitment, kind: 'UNTRUE', breachedOn: shanghaiDayOf(unit.now), reason: reasons } as const
  const [breachId] = await recordBreaches(unit, [broken])
  if (breachId === undefined) throw new Error(`the untruth of ${commitment.number} is on record already`)
  await unit.tx.untrueFinding.update({ where: { id }, data: { breachId } })
  await unit.audit({ action: 'verification.tellBodies', entity: 'UntrueFinding', entityId: id, after: { number, told } })
  const facts = { bodies: told.map(({ name }) => name).join('、'), told }
  await recordStep(unit, { procedure: 'UNTRUE_FINDING', entityId: id, kind: 'UNTRUE_BODIES_TOLD', audience: 'OFFICIALS', facts })
}

/** Not found untrue: the doubt is settled, and so is what was handled on the promise. */
async function acquit(unit: UnitOfWork, { commitment }: FindingRow, reasons: string): Promise<void> {
  const task = await unit.tx.verificationTask.findUnique({ where: { commitmentId: commitment.id } })
  if (task?.state === 'DOUBTED') await answerTask(unit, task, 'TRUE')
  // While its publicity runs or an objection is open the promise stays open, and the agency settles it afterwards.
  const isOpenHandling = commitment.mode === 'TOLERANT_HANDLING' && commitment.state === 'PENDING'
  if (isOpenHandling && (await publicityOver(unit, commitment)).ok) await confirmHandling(unit, commitment, reasons)
}
