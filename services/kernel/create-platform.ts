import type { Pool } from 'pg'
import { quicknet } from '#domain/selection/drand-beacon.ts'
import { createPrisma } from '#prisma/client.ts'
import type { FileStore } from '../files/file-store.ts'
import { SandboxClock, systemClock } from './clock.ts'
import { createIdentityVault } from './identity-vault.ts'
import { createReceiptSigner } from './receipt-signer.ts'
import type { Platform } from './use-case-context.ts'

export interface PlatformSettings {
  readonly isSandbox: boolean
  /** Left out: there is no mail server. */
  readonly sendsMail?: boolean
  /** 32 bytes, base64 */
  readonly identityKey: string
  /** 32 bytes or more, base64 */
  readonly identityHashKey: string
  /** Ed25519, PKCS #8 PEM */
  readonly receiptSigningKey: string
  /** Relays of the drand beacon; none: draws begin with the lottery. */
  readonly drandUrls?: readonly string[]
  readonly files: FileStore
}

/** Everything use cases need for the life of the process, on one pool. */
export async function createPlatform(pool: Pool, settings: PlatformSettings): Promise<Platform> {
  const prisma = createPrisma(pool)
  return {
    prisma,
    pool,
    clock: settings.isSandbox ? await SandboxClock.load(prisma) : systemClock,
    identityVault: createIdentityVault(settings.identityKey, settings.identityHashKey),
    receiptSigner: createReceiptSigner(settings.receiptSigningKey),
    beacon: { chain: quicknet, urls: settings.drandUrls ?? [] },
    isSandbox: settings.isSandbox,
    files: settings.files,
    sendsMail: settings.sendsMail ?? false,
  }
}
