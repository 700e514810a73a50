import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput } from './case-step-input.ts'
import { hear, saveHearing } from './hear.ts'
import { lockCase } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const holdHearingInput = caseStepInput.extend({
  attendees: z.string().trim().max(2000),
  /** 听证笔录, as read to and signed by those present. */
  record: z.string().trim().max(40_000),
})

/** The presider puts the record of the hearing into the case 听证笔录; the decision rests on it. Answers with the case's id. */
export async function holdHearing(context: UseCaseContext, input: z.input<typeof holdHearingInput>): Promise<string> {
  const parsed = parseInput(holdHearingInput, input)
  const command = { operation: 'holdHearing', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { attendees, record } = parsed
    const locked = await lockCase(unit, 'hearing.conduct', parsed)
    const actorId = context.viewer.userId ?? ''
    await hear(unit, locked.state, { type: 'HOLD_HEARING', actorId, attendees, record }, 'HEARING_HELD')
    demand(context, 'hearing.conduct', locked.facts)
    const data = { state: 'HELD', heldAt: unit.now, attendees, record } as const
    const { number, caseId } = await saveHearing(unit, locked, data, { action: 'listings.holdHearing', after: { attendees } })
    await recordCaseStep(unit, caseId, 'HEARING_HELD', { number })
    await unit.outbox('listings.hearingClosed', 'ViolationCase', caseId)
    return caseId
  })
}
