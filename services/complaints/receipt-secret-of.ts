import { createHash, timingSafeEqual } from 'node:crypto'
import { foldReceiptSecret, writeReceiptSecret } from '#domain/complaints/receipt-secret.ts'
import type { IdentityVault } from '../kernel/identity-vault.ts'

/**
 * The secret of a receipt, made from the wish it answers under a key that only the server has: a double click or a retry shows the same
 * one, and what is stored (its hash) opens nothing.
 */
export const receiptSecretOf = (vault: IdentityVault, clientMutationId: string): string =>
  writeReceiptSecret(Buffer.from(vault.hash(`complaint receipt ${clientMutationId}`), 'hex'))

/** SHA-256 in hex, of the secret as compared. 80 random bits need no slow hash. */
export const hashReceiptSecret = (secret: string): string => createHash('sha256').update(foldReceiptSecret(secret)).digest('hex')

/** Whether the typed secret is the receipt's, in the same time however much of it is right. */
export const isReceiptSecret = (typed: string, receiptHash: string): boolean =>
  timingSafeEqual(Buffer.from(hashReceiptSecret(typed), 'hex'), Buffer.from(receiptHash, 'hex'))
