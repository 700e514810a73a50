import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'

const sealingToOpen = {
  supervisorKey: { include: { organisation: { select: { nameZh: true } } } },
} as const satisfies Prisma.SealingInclude
export type SealingToOpen = Prisma.SealingGetPayload<{ include: typeof sealingToOpen }>

export const loadSealing = (tx: Tx, selectionId: string): Promise<SealingToOpen | null> =>
  tx.sealing.findUnique({ where: { selectionId }, include: sealingToOpen })

/** One bidder who still stands, with every ciphertext that came, the last first. */
export interface SealedBid {
  readonly signUpId: string
  readonly uscc: string
  readonly name: string
  readonly networkHash: string | null
  readonly deviceHash: string | null
  readonly practitionerIds: readonly string[]
  readonly quotes: readonly {
    readonly id: string
    readonly sequence: number
    readonly ciphertext: string
    readonly sha256: string
    readonly receivedAt: Date
    readonly isSealedByBidder: boolean
  }[]
}

/**
 * By USCC, the pool's own order. Whoever withdrew or was excluded is not opened; whoever withdrew and signed up again left the earlier
 * quotes behind.
 */
export async function loadSealedBids(tx: Tx, selectionId: string): Promise<readonly SealedBid[]> {
  const rows = await tx.signUp.findMany({
    where: { selectionId, state: 'ACTIVE' },
    select: {
      ...{ id: true, signedUpAt: true, networkHash: true, deviceHash: true, practitionerIds: true },
      intermediary: { select: { subject: { select: { uscc: true, name: true } } } },
      quotes: {
        select: { id: true, sequence: true, ciphertext: true, sha256: true, receivedAt: true, isSealedByBidder: true },
        orderBy: { sequence: 'desc' },
      },
    },
  })
  const bids = rows.map(({ id, signedUpAt, intermediary: { subject }, quotes, ...bid }) => ({
    ...{ ...bid, signUpId: id, name: subject.name, uscc: subject.uscc ?? '' },
    quotes: quotes.filter(({ receivedAt }) => receivedAt >= signedUpAt),
  }))
  return bids.sort((a, b) => (a.uscc < b.uscc ? -1 : 1))
}
