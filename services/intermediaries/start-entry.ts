import { z } from 'zod'
import { finalEntryStates } from '#domain/intermediaries/entry-application.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError } from '../kernel/use-case-error.ts'

export const startEntryInput = z.object({ clientMutationId: z.string().min(1).max(100) })

/** Applications that one account may have under way: nobody needs more, and a script can't fill the register's table. Ours. */
const MOST_UNDER_WAY = 5

/**
 * Opens an application to enter the register, empty, for the person who asks.
 * @returns its number
 * @throws RefusedError ACTS_FOR_ANOTHER (an account acts for one body; an institution's entry takes one of its own), ENTRIES_UNDER_WAY
 */
export async function startEntry(context: UseCaseContext, input: z.input<typeof startEntryInput>): Promise<string> {
  const { clientMutationId } = parseInput(startEntryInput, input)
  return runUseCase(context, { operation: 'startEntry', clientMutationId, input: {} }, async (unit) => {
    demand(context, 'entry.start')
    const { userId, organisationId, subjectId } = context.viewer
    if (userId === null) throw new ForbiddenError('entry.start', false)
    if (organisationId !== null || subjectId !== null) throw new RefusedError({ code: 'ACTS_FOR_ANOTHER' })
    // Two starts at once wait for each other at the person's row.
    await unit.tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`
    const underWay = await unit.tx.entryApplication.count({ where: { applicantUserId: userId, state: { notIn: [...finalEntryStates] } } })
    if (underWay >= MOST_UNDER_WAY) throw new RefusedError({ code: 'ENTRIES_UNDER_WAY', limit: MOST_UNDER_WAY })
    const number = await nextNumber(unit, 'ENTRY_APPLICATION')
    const { id } = await unit.tx.entryApplication.create({
      data: { number, applicantUserId: userId, createdAt: unit.now, updatedAt: unit.now },
      select: { id: true },
    })
    await unit.audit({ action: 'entry.start', entity: 'EntryApplication', entityId: id, after: { number } })
    return number
  })
}
