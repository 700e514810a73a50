import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { demandFreeName, lockOwnSearches, savedSearchName } from './save-search.ts'

export const renameSavedSearchInput = z.object({ clientMutationId: z.string().min(1).max(100), id: z.uuid(), name: savedSearchName })

/** Gives an own saved search another name. @throws NotFoundError also for another person's · RefusedError SAVED_SEARCH_NAME_TAKEN */
export async function renameSavedSearch(context: UseCaseContext, input: z.input<typeof renameSavedSearchInput>): Promise<string> {
  const parsed = parseInput(renameSavedSearchInput, input)
  demand(context, 'search.save')
  const { clientMutationId, id, name } = parsed
  return runUseCase(context, { operation: 'renameSavedSearch', clientMutationId, input: parsed }, async ({ tx, viewer }) => {
    const userId = await lockOwnSearches(tx, viewer.userId)
    await demandFreeName(tx, userId, name, id)
    const { count } = await tx.savedSearch.updateMany({ where: { id, userId }, data: { name } })
    if (count === 0) throw new NotFoundError('SavedSearch')
    return id
  })
}
