import type { Pool } from 'pg'
import { can } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { DrandChain } from '#domain/selection/drand-beacon.ts'
import type { PrismaClient } from '#prisma/client.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Clock } from './clock.ts'
import type { IdentityVault } from './identity-vault.ts'
import type { ReceiptSigner } from './receipt-signer.ts'
import { ForbiddenError } from './use-case-error.ts'

/** The drand chain draws are committed to, and the relays that are asked for its rounds; without a relay no draw counts on it. */
export interface BeaconSource {
  readonly chain: DrandChain
  readonly urls: readonly string[]
}

/** What lives as long as the process. */
export interface Platform {
  readonly prisma: PrismaClient
  readonly pool: Pool
  readonly clock: Clock
  readonly identityVault: IdentityVault
  readonly receiptSigner: ReceiptSigner
  readonly beacon: BeaconSource
  readonly isSandbox: boolean
  readonly files: FileStore
  /** A mail server is set: notices go by mail, too. */
  readonly sendsMail: boolean
}

/** What every use case gets: the platform, who asks, and the id under which the request is logged. */
export interface UseCaseContext extends Platform {
  readonly viewer: Viewer
  readonly requestId: string
  /** The caller's network address, for rate limits; absent where nobody calls from outside (worker, seed). */
  readonly clientAddress?: string
}

/** Throws a ForbiddenError unless the viewer may. */
export function demand(context: Pick<UseCaseContext, 'viewer'>, permission: Permission, subject?: PermissionSubject): void {
  if (!can(context.viewer, permission, subject)) throw new ForbiddenError(permission, context.viewer.kind === 'ANONYMOUS')
}
