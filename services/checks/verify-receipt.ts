import { timingSafeEqual } from 'node:crypto'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

/** What anyone may learn about a receipt number; the content only with the verification code printed on the receipt. */
export interface VerifiedReceipt {
  readonly number: string
  readonly checkedAt: Date
  readonly isGenuine: boolean
  /** What was signed; null without the right code, since numbers can be guessed and a receipt may name a person. */
  readonly content: unknown
}

const CODE_LENGTH = 12

/** The code printed on a receipt and carried by its QR code: the end of its signature, which nobody can guess. */
export const verificationCodeOf = (signature: string): string => signature.slice(-CODE_LENGTH)

/** Verifies a receipt by number; null for a number we never gave. */
export async function verifyReceipt(context: UseCaseContext, number: string, code: string): Promise<VerifiedReceipt | null> {
  const receipt = await context.prisma.checkReceipt.findUnique({ where: { number: number.trim().toUpperCase() } })
  if (!receipt) return null
  const content = await context.receiptSigner.verify(receipt.signature)
  const isGenuine = content !== null
  return {
    number: receipt.number,
    checkedAt: receipt.checkedAt,
    isGenuine,
    content: isCode(code.trim(), receipt.signature) ? content : null,
  }
}

function isCode(code: string, signature: string): boolean {
  const expected = Buffer.from(verificationCodeOf(signature))
  const given = Buffer.from(code)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
