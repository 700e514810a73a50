import { z } from 'zod'
import type { Tx } from '#prisma/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'

/** Saved searches a person may have; ours. */
export const mostSavedSearches = 50

/** How a person calls a search; unique among the person's own. */
export const savedSearchName = z.string().trim().min(1).max(100)

export const saveSearchInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name: savedSearchName,
  /** What stands after the `?` of the search page, percent-encoded; empty: the whole register. */
  query: z
    .string()
    .max(2000)
    .regex(/^[\w%&=+.*~-]*$/, 'SEARCH_QUERY_INVALID'),
})

/**
 * Keeps a search under a name for the person who signed in. What somebody looks for is theirs alone: nobody else can list it, and it leaves
 * no line in the audit trail.
 * @throws RefusedError SAVED_SEARCHES_FULL, SAVED_SEARCH_NAME_TAKEN
 */
export async function saveSearch(context: UseCaseContext, input: z.input<typeof saveSearchInput>): Promise<string> {
  const parsed = parseInput(saveSearchInput, input)
  demand(context, 'search.save')
  const { clientMutationId, name, query } = parsed
  return runUseCase(context, { operation: 'saveSearch', clientMutationId, input: parsed }, async ({ tx, now, viewer }) => {
    const userId = await lockOwnSearches(tx, viewer.userId)
    if ((await tx.savedSearch.count({ where: { userId } })) >= mostSavedSearches) {
      throw new RefusedError({ code: 'SAVED_SEARCHES_FULL', most: mostSavedSearches })
    }
    await demandFreeName(tx, userId, name)
    const { id } = await tx.savedSearch.create({ data: { userId, name, query, createdAt: now }, select: { id: true } })
    return id
  })
}

/** Lets one change of a person's saved searches wait for the other, so that number and names hold. @returns the person's id */
export async function lockOwnSearches(tx: Tx, userId: string | null): Promise<string> {
  const [person] = await tx.$queryRaw<{ id: string }[]>`SELECT "id" FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`
  if (!person) throw new NotFoundError('User')
  return person.id
}

/** @throws RefusedError SAVED_SEARCH_NAME_TAKEN when another of the person's searches has the name */
export async function demandFreeName(tx: Tx, userId: string, name: string, ownId?: string): Promise<void> {
  const namesake = await tx.savedSearch.findUnique({ where: { userId_name: { userId, name } }, select: { id: true } })
  if (namesake && namesake.id !== ownId) throw new RefusedError({ code: 'SAVED_SEARCH_NAME_TAKEN', name })
}
