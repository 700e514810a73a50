import { z } from 'zod'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { isReachableOnPlatform } from '../procedures/is-reachable-on-platform.ts'
import { recordStep } from '../procedures/record-step.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { documentText } from './case-step-input.ts'
import { redListFindingsOf } from './find-red-list-criteria.ts'
import { lockNomination, nominationStepInput, saveNominationStep, takeNominationStep } from './lock-nomination.ts'
import type { LockedNomination } from './lock-nomination.ts'

export const decideNominationInput = nominationStepInput.extend({ isListed: z.boolean(), reasons: documentText })

/**
 * Decides a nomination after its publicity, by neither who nominated nor who examined (rulebook R5). Listed, entry, standing and search
 * document change in this transaction, so that the benefits hold at once everywhere.
 * @returns the nomination's id
 * @throws RefusedError RED_LIST_PUBLICITY_OPEN, RED_LIST_OBJECTIONS_OPEN, RED_LIST_OBJECTION_UPHELD, CRITERIA_NOT_MET, NOMINATED_BY_YOU,
 *   EXAMINED_BY_YOU, STEP_FORBIDDEN · NotFoundError · ConcurrentChangeError
 */
export async function decideRedListNomination(context: UseCaseContext, input: z.input<typeof decideNominationInput>): Promise<string> {
  const parsed = parseInput(decideNominationInput, input)
  const command = { operation: 'decideNomination', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const locked = await lockNomination(unit, 'redList.decide', parsed)
    const { subjectId } = locked.row
    const { isListed, reasons } = parsed
    const objectionsIn = (state: 'FILED' | 'UPHELD') => tx.redListObjection.count({ where: { nominationId: locked.row.id, state } })
    const findings = await redListFindingsOf(tx, subjectId, now)
    const objections = { openObjections: await objectionsIn('FILED'), upheldObjections: await objectionsIn('UPHELD') }
    const step = { type: 'DECIDE', actorId: context.viewer.userId ?? '', isListed, reasons, findings, ...objections } as const
    const event = await takeNominationStep(unit, 'redList.decide', locked, step, 'LISTING_DECIDED', 'NO_LISTING_DECIDED')
    const decisionNumber = await nextNumber(unit, 'RED_LIST_DECISION')
    const entryNumber = event.type === 'LISTING_DECIDED' ? await list(unit, locked, event, reasons) : null
    const decided = { deciderId: context.viewer.userId, decidedAt: now, decisionNumber, decisionReasons: reasons }
    const id = await saveNominationStep(
      unit,
      locked,
      { ...decided, state: isListed ? 'LISTED' : 'NOT_LISTED', findings: asJson(findings) ?? [], ruleSetVersion: event.ruleSetVersion },
      { action: 'redList.decide', basis: locked.row.basis, after: { decisionNumber, entryNumber } },
    )
    const kind = isListed ? 'RED_LIST_LISTED' : 'RED_LIST_NOT_LISTED'
    await recordStep(unit, { procedure: 'RED_LIST', entityId: id, kind, audience: 'PUBLIC', facts: { decisionNumber } })
    await serveWherePossible(unit, { entityId: id, documentNumber: decisionNumber, subjectId })
    await refreshStanding(unit, subjectId)
    await unit.outbox('redList.decided', 'RedListNomination', id)
    return id
  })
}

async function list(
  unit: UnitOfWork,
  { row }: LockedNomination,
  { fromOn, ruleSetVersion }: { readonly fromOn: string; readonly ruleSetVersion: string },
  reasons: string,
): Promise<string> {
  const { number } = await unit.tx.listEntry.create({
    data: {
      ...{ list: 'RED_LIST', subjectId: row.subjectId, nominationId: row.id, reasons, basis: row.basis, ruleSetVersion },
      number: await nextNumber(unit, 'LIST_ENTRY'),
      decidedOn: toDbDay(fromOn),
      fromOn: toDbDay(fromOn),
      createdAt: unit.now,
    },
  })
  return number
}

/** A decision that favours its party waits for no service: without an account, its publication tells. */
async function serveWherePossible(
  unit: UnitOfWork,
  { entityId, documentNumber, subjectId }: { readonly entityId: string; readonly documentNumber: string; readonly subjectId: string },
): Promise<void> {
  if (!(await isReachableOnPlatform(unit.tx, subjectId))) return
  await serveDocument(unit, { procedure: 'RED_LIST', entityId, document: 'DECISION', documentNumber, subjectId })
}
