import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { decideUntrue } from '#domain/verification/decide-untrue.ts'
import type { UntrueCommand } from '#domain/verification/untrue-finding.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { commitmentStepInput, lockCommitment } from '../commitments/lock-commitment.ts'
import type { LockedCommitment } from '../commitments/lock-commitment.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { answerTask } from './answer-task.ts'
import { runningFinding, stateOfFinding } from './lock-finding.ts'
import { serviceInput, serviceOf } from '../procedures/service-input.ts'
import { untrueContext } from './untrue-context.ts'

/** `number` and `version` are the commitment's. */
export const proposeUntrueInput = commitmentStepInput.extend({
  /** What was found, in words the party can answer. */
  facts: z.string().trim().max(4000),
  /** What was compared with what, and the clause. */
  basis: z.string().trim().max(2000),
  /** Goes to the task of the promise, where it has an open one. */
  method: z.string().trim().max(500).nullish(),
  ...serviceInput.shape,
})
type Proposal = z.output<typeof proposeUntrueInput>

/**
 * Doubts a promise (R1.4): the notice of what was found is served, and the defence window runs. Nothing follows for the case before the
 * decision, which is another's. Answers with the finding's id.
 * @throws RefusedError FINDING_OPEN, COMMITMENT_CLOSED, INCOMPLETE, SERVICE_METHOD_REQUIRED, CALENDAR_NOT_LOADED
 */
export async function proposeUntrue(context: UseCaseContext, input: z.input<typeof proposeUntrueInput>): Promise<string> {
  const parsed = parseInput(proposeUntrueInput, input)
  const command = { operation: 'proposeUntrue', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCommitment(unit, 'untrue.propose', parsed)
    const running = await runningFinding(unit.tx, locked.id)
    const id = randomUUID()
    const number = await nextNumber(unit, 'UNTRUE_FINDING')
    const served = { procedure: 'UNTRUE_FINDING', entityId: id, document: 'NOTICE', documentNumber: number } as const
    const servedOn = await serveDocument(unit, { ...served, subjectId: locked.subjectId, ...serviceOf(parsed) })
    const { facts, basis } = parsed
    const step: UntrueCommand = { type: 'NOTIFY', facts, basis, servedOn }
    const noticed = unwrap(decideUntrue(running && stateOfFinding(running), step, await untrueContext(unit, locked.state)))
    if (noticed.type !== 'NOTICED') throw new Error(`not a notice: ${noticed.type}`)
    const { defenceDueOn, ruleSetVersion } = noticed
    await openFinding(unit, { id, number, defenceDueOn, ruleSetVersion }, locked, parsed)
    await doubtTask(unit, locked.id, parsed)
    const said = { number, servedOn, defenceDueOn }
    await recordStep(unit, { procedure: 'UNTRUE_FINDING', entityId: id, kind: 'UNTRUE_NOTICE_SERVED', audience: 'PARTIES', facts: said })
    await unit.outbox('verification.untrueNoticed', 'UntrueFinding', id)
    return id
  })
}

interface NewFinding {
  readonly id: string
  readonly number: string
  readonly defenceDueOn: string
  readonly ruleSetVersion: string
}

async function openFinding(unit: UnitOfWork, finding: NewFinding, commitment: LockedCommitment, { facts, basis }: Proposal): Promise<void> {
  const { tx, now, viewer } = unit
  const { id, number, defenceDueOn, ruleSetVersion } = finding
  if (viewer.userId === null) throw new ForbiddenError('untrue.propose', false)
  await tx.untrueFinding.create({
    data: {
      ...{ id, number, commitmentId: commitment.id, state: 'NOTICED', facts, basis, ruleSetVersion },
      ...{ proposedById: viewer.userId, noticedAt: now, defenceDueOn: toDbDay(defenceDueOn) },
    },
  })
  const { parameters } = (await untrueContext(unit, commitment.state)).ruleSet
  await unit.audit({
    action: 'verification.proposeUntrue',
    entity: 'UntrueFinding',
    entityId: id,
    after: { number, commitment: commitment.number, facts, defenceDueOn },
    basis: `${basis}；${citeBasis(parameters.defenceWorkingDays.basis)}`,
  })
}

/** The task that led here, if the promise has one that is open, has its result. */
async function doubtTask(unit: UnitOfWork, commitmentId: string, { facts, basis, method }: Proposal): Promise<void> {
  const task = await unit.tx.verificationTask.findUnique({ where: { commitmentId } })
  if (task?.state === 'OPEN') await answerTask(unit, task, 'DOUBTED', { method: method || basis.slice(0, 500), findings: facts })
}
