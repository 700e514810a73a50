import type { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { decideDataObjection } from '#domain/remedies/data-objection.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockDataObjection, saveDataObjectionStep } from './lock-data-objection.ts'
import { remedyContext } from './remedy-context.ts'
import { remedyStepInput, remedyText } from './remedy-step-input.ts'

export const askDataSourceInput = remedyStepInput.extend({ reason: remedyText })

/**
 * Puts on record that the source of the data has to be asked: the answer is due in 7 working days instead of 3 (条例 art. 41), and the party is
 * told. Once, and within the 3 days.
 * @returns the objection's id
 */
export async function askDataSource(context: UseCaseContext, input: z.input<typeof askDataSourceInput>): Promise<string> {
  const parsed = parseInput(askDataSourceInput, input)
  const command = { operation: 'askDataSource', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { reason } = parsed
    const locked = await lockDataObjection(unit, parsed)
    const rules = await remedyContext(unit)
    const step = { type: 'ASK_SOURCE', actorId: context.viewer.userId ?? '', reason } as const
    const event = unwrap(decideDataObjection(locked.state, step, rules))
    if (event.type !== 'SOURCE_ASKED') throw new Error(`asking the source made ${event.type}`)
    demand(context, 'dataObjection.decide', locked.facts)
    const basis = citeBasis(rules.ruleSet.parameters.dataObjectionSourceWorkingDays.basis)
    const id = await saveDataObjectionStep(
      unit,
      locked,
      { sourceAskedAt: unit.now, sourceAskedReason: reason, answerDueOn: toDbDay(event.answerDueOn) },
      { action: 'remedies.askDataSource', basis, kind: 'DATA_SOURCE_ASKED', facts: { dueOn: event.answerDueOn } },
    )
    await unit.outbox('remedies.dataSourceAsked', 'DataObjection', id)
    return id
  })
}
