import { z } from 'zod'
import { decideObjectionAnswer } from '#domain/intermediaries/entry-application.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { entryStepInput } from './entry-draft-input.ts'
import { entryRulesOn, lockEntry, saveEntryStep } from './lock-entry.ts'

export const decideEntryObjectionInput = entryStepInput.extend({
  /** Receipt number of the objection; `number` is the application's. */
  objectionNumber: z.string().trim().min(1).max(40),
  outcome: z.enum(['UPHELD', 'DISMISSED']),
  /** What an upheld objection means for an application in publicity. */
  consequence: z.enum(['RETURN', 'REFUSE']).nullable().default(null),
  answer: z.string().trim().max(4000),
})

/**
 * Answers one objection with reasons. Upheld, the application is refused or goes back to its applicant; the last one dismissed leaves the
 * way free for the listing.
 * @returns the application's id
 * @throws RefusedError OBJECTION_DECIDED, REASONS_REQUIRED, CONSEQUENCE_REQUIRED · ForbiddenError for one's own application · NotFoundError ·
 *   ConcurrentChangeError
 */
export async function decideEntryObjection(context: UseCaseContext, input: z.input<typeof decideEntryObjectionInput>): Promise<string> {
  const parsed = parseInput(decideEntryObjectionInput, input)
  const command = { operation: 'decideEntryObjection', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockEntry(unit, 'entry.check', parsed)
    const { objectionNumber, outcome, answer } = parsed
    const objection = await unit.tx.entryObjection.findFirst({ where: { number: objectionNumber, applicationId: row.id } })
    if (!objection) throw new NotFoundError('EntryObjection')
    const state = unwrap(decideObjectionAnswer(row.state, objection.state === 'OPEN', parsed))
    await unit.tx.entryObjection.update({
      where: { id: objection.id },
      data: { state: outcome, decidedById: context.viewer.userId, decidedAt: unit.now, answer },
    })
    await saveEntryStep(
      unit,
      row,
      state === null ? {} : { state, checkReasons: answer, ...(state === 'REFUSED' && { closedAt: unit.now }) },
      {
        action: 'entry.decideObjection',
        basis: citeBasis(entryRulesOn(unit.now).parameters.objectionAnswerWorkingDays.basis),
        after: { objection: objectionNumber, outcome, reasons: answer },
      },
    )
    if (state !== null) await unit.outbox(state === 'REFUSED' ? 'entries.refused' : 'entries.returned', 'EntryApplication', row.id)
    return row.id
  })
}
