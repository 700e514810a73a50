import type { BidderRefusal, SelectionResult } from '#domain/selection/evaluation-result.ts'
import type { Bidder, BidderOutcome } from '#domain/selection/ranking.ts'
import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** Every bidder of a selection, as its outcome is decided by. */
export async function loadBidders(tx: Tx, selectionId: string): Promise<readonly Bidder[]> {
  const rows = await tx.signUp.findMany({
    where: { selectionId },
    select: { id: true, state: true, exclusion: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, state, exclusion }) => ({ signUpId: id, state, exclusion: exclusion as BidderRefusal | null }))
}

/** Keeps what each bidder is told; one statement, however many there are. */
export async function saveOutcomes(tx: Tx, outcomes: ReadonlyMap<string, BidderOutcome>): Promise<void> {
  const rows = JSON.stringify([...outcomes].map(([id, outcome]) => ({ id, outcome })))
  await tx.$executeRaw`
    UPDATE "SignUp" s SET "outcome" = told."outcome"
    FROM jsonb_to_recordset(${rows}::jsonb) AS told("id" uuid, "outcome" jsonb) WHERE s."id" = told."id"`
}

/** The result as stored. */
export const resultOf = (result: Prisma.JsonValue): SelectionResult => result as unknown as SelectionResult
