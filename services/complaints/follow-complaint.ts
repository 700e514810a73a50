import type { Complaint } from '#prisma/generated/client.ts'
import { limitRate } from '../kernel/limit-rate.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { networkHashOf } from './limit-network.ts'
import { isReceiptSecret } from './receipt-secret-of.ts'

/** Looks that one network may take in an hour, and wrong secrets that a number may get in a day from anywhere; ours. */
export const followRate = { name: 'complaint-follow', limit: 30, windowSeconds: 3600 } as const
export const guessRate = { name: 'complaint-guess', limit: 100, windowSeconds: 86_400 } as const

/** Compared with where there is no such number, so that the answer takes the same time. */
const nobodysHash = '0'.repeat(64)

/**
 * What became of a complaint, for whoever holds its receipt: number and secret. Null for a wrong pair; whether the number exists isn't told.
 * @throws RefusedError TOO_MANY_TRIES
 */
export async function followComplaint(
  context: UseCaseContext,
  { number, secret }: { readonly number: string; readonly secret: string },
): Promise<Complaint | null> {
  const wanted = number.normalize('NFKC').trim().toUpperCase().slice(0, 40)
  await limitRate(context, followRate, networkHashOf(context) ?? undefined)
  const row = await context.prisma.complaint.findUnique({ where: { number: wanted } })
  const isRight = isReceiptSecret(secret.slice(0, 100), row?.receiptHash ?? nobodysHash)
  if (isRight) return row
  // Only wrong ones count: nobody can lock the holder of the receipt out by guessing.
  await limitRate(context, guessRate, wanted)
  return null
}
