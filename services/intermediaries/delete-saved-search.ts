import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { lockOwnSearches } from './save-search.ts'

export const deleteSavedSearchInput = z.object({ clientMutationId: z.string().min(1).max(100), id: z.uuid() })

/** Forgets an own saved search. @throws NotFoundError also for another person's, and for one deleted before */
export async function deleteSavedSearch(context: UseCaseContext, input: z.input<typeof deleteSavedSearchInput>): Promise<string> {
  const parsed = parseInput(deleteSavedSearchInput, input)
  demand(context, 'search.save')
  const { clientMutationId, id } = parsed
  return runUseCase(context, { operation: 'deleteSavedSearch', clientMutationId, input: parsed }, async ({ tx, viewer }) => {
    const userId = await lockOwnSearches(tx, viewer.userId)
    const { count } = await tx.savedSearch.deleteMany({ where: { id, userId } })
    if (count === 0) throw new NotFoundError('SavedSearch')
    return id
  })
}
