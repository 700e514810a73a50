import { hash } from 'node:crypto'
import type { Pool } from 'pg'
import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Role } from '#domain/access/role.ts'

/** How an API key is stored and looked up; keys carry 256 random bits, so one SHA-256 is enough. */
export const hashApiKey = (key: string): string => hash('sha256', key)

/**
 * How long a valid key is believed without asking the database again. Revoking ends it at once in this process and within this time
 * in any other. Ours.
 */
const BELIEVED_MS = 3_000
/** "Last used" is precise to this. Ours. */
const LAST_USED_PRECISION_MS = 60_000

interface Believed {
  readonly viewer: Viewer
  readonly expiresAt: Date
  readonly untilMs: number
}
const believed = new WeakMap<Pool, Map<string, Believed>>()

interface Row {
  id: string
  name: string
  organisationId: string
  roles: Role[]
  expiresAt: Date
  isUseUnrecorded: boolean
}

/**
 * Who an agency's system is: the key's organisation and roles, never a person. Null for an unknown, expired or revoked key.
 * Every call of a partner's system passes here, so it is one prepared statement at most.
 */
export async function viewerOfApiKey(pool: Pool, key: string, now: Date): Promise<Viewer | null> {
  const keyHash = hashApiKey(key)
  const known = believed.get(pool)?.get(keyHash)
  if (known && known.untilMs > performance.now()) return known.expiresAt > now ? known.viewer : null
  const { rows } = await pool.query<Row>({
    name: 'viewer-of-api-key',
    text: `SELECT "id", "name", "organisationId", "roles"::text[] AS "roles", "expiresAt",
             "lastUsedAt" IS NULL OR "lastUsedAt" < $2 AS "isUseUnrecorded"
           FROM "ApiKey" WHERE "hash" = $1 AND "revokedAt" IS NULL`,
    values: [keyHash, new Date(now.getTime() - LAST_USED_PRECISION_MS)],
  })
  const [row] = rows
  if (!row || row.expiresAt <= now) {
    believed.get(pool)?.delete(keyHash)
    return null
  }
  if (row.isUseUnrecorded) await pool.query('UPDATE "ApiKey" SET "lastUsedAt" = $2 WHERE "id" = $1', [row.id, now])
  const viewer: Viewer = { ...anonymous, kind: 'API_KEY', name: row.name, organisationId: row.organisationId, roles: row.roles }
  remember(pool, keyHash, { viewer, expiresAt: row.expiresAt, untilMs: performance.now() + BELIEVED_MS })
  return viewer
}

function remember(pool: Pool, keyHash: string, entry: Believed): void {
  const keys = believed.get(pool) ?? new Map<string, Believed>()
  believed.set(pool, keys.set(keyHash, entry))
}

/** Ends the belief in a key just revoked. */
export function forgetApiKey(pool: Pool, keyHash: string): void {
  believed.get(pool)?.delete(keyHash)
}
