import type { z } from 'zod'
import { entryTransitions } from '#domain/intermediaries/entry-application.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { entryStepInput } from './entry-draft-input.ts'
import { lockEntry, saveEntryStep } from './lock-entry.ts'

/** Takes an application back, at any time before the listing. @throws RefusedError STEP_FORBIDDEN · NotFoundError · ConcurrentChangeError */
export async function withdrawEntry(context: UseCaseContext, input: z.input<typeof entryStepInput>): Promise<string> {
  const parsed = parseInput(entryStepInput, input)
  return runUseCase(context, { operation: 'withdrawEntry', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const row = await lockEntry(unit, 'entry.edit', parsed)
    const state = unwrap(moveTo(entryTransitions, row.state, 'WITHDRAWN'))
    await saveEntryStep(unit, row, { state, closedAt: unit.now }, { action: 'entry.withdraw' })
    return row.id
  })
}
