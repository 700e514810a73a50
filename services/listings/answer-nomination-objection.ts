import { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { decideRedListAnswer } from '#domain/listings/red-list-objection.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { documentText } from './case-step-input.ts'
import { listingRulesOn } from './find-red-list-criteria.ts'
import { lockNomination, nominationStepInput, saveNominationStep } from './lock-nomination.ts'
import { nominationFacts } from './visible-nominations.ts'

export const answerNominationObjectionInput = nominationStepInput.extend({
  /** Receipt number of the objection; `number` is the nomination's. */
  objectionNumber: z.string().trim().min(1).max(40),
  outcome: z.enum(['UPHELD', 'REJECTED']),
  reasons: documentText,
})

/**
 * Answers one objection with reasons. An upheld one keeps its nominee off the list; the decision is still the decider's.
 * @returns the nomination's id
 * @throws RefusedError OBJECTION_DECIDED, NOMINATED_BY_YOU, OBJECTED_BY_YOU · NotFoundError · ConcurrentChangeError
 */
export async function answerNominationObjection(
  context: UseCaseContext,
  input: z.input<typeof answerNominationObjectionInput>,
): Promise<string> {
  const parsed = parseInput(answerNominationObjectionInput, input)
  const command = { operation: 'answerNominationObjection', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockNomination(unit, 'redList.examine', parsed)
    const { row, state } = locked
    const { objectionNumber, outcome, reasons } = parsed
    const objection = await unit.tx.redListObjection.findFirst({ where: { number: objectionNumber, nominationId: row.id } })
    if (!objection) throw new NotFoundError('RedListObjection')
    const { filedById } = objection
    const answer = { actorId: context.viewer.userId ?? '', filedById, nominatedById: row.nominatedById, outcome, reasons }
    const decided = unwrap(decideRedListAnswer(objection.state, answer))
    demand(context, 'redList.examine', nominationFacts(row, state.examinedById))
    await unit.tx.redListObjection.update({
      where: { id: objection.id },
      data: { state: decided, decidedById: context.viewer.userId, decidedAt: unit.now, reasons, version: { increment: 1 } },
    })
    const id = await saveNominationStep(
      unit,
      locked,
      {},
      {
        action: 'redList.answerObjection',
        basis: citeBasis(listingRulesOn(unit.now).parameters.redListObjectionAnswerWorkingDays.basis),
        after: { objection: objectionNumber, outcome, reasons },
      },
    )
    const facts = { number: objectionNumber }
    await recordStep(unit, { procedure: 'RED_LIST', entityId: id, kind: `RED_LIST_OBJECTION_${outcome}`, audience: 'OFFICIALS', facts })
    await unit.outbox('redList.objectionAnswered', 'RedListObjection', objection.id)
    return id
  })
}
