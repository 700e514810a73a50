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
  officerId: string | null
  officerName: string | null
}

/**
 * Who an agency's system is: the key's organisation and roles, and the officer who answers for it as long as that officer works there. The
 * trail names both. Null for an unknown, expired or revoked key.
 * Every call of a partner's system passes here, so it is one prepared statement at most.
 */
export async function viewerOfApiKey(pool: Pool, key: string, now: Date): Promise<Viewer | null> {
  const keyHash = hashApiKey(key)
  const known = believed.get(pool)?.get(keyHash)
  if (known && known.untilMs > performance.now()) return known.expiresAt > now ? known.viewer : null
  const { rows } = await pool.query<Row>({
    name: 'viewer-of-api-key',
    text: `SELECT k."id", k."name", k."organisationId", k."roles"::text[] AS "roles", k."expiresAt",
             k."lastUsedAt" IS NULL OR k."lastUsedAt" < $2 AS "isUseUnrecorded", u."id" AS "officerId", u."name" AS "officerName"
           FROM "ApiKey" k
             LEFT JOIN "Membership" m ON m."userId" = k."responsibleUserId" AND m."organisationId" = k."organisationId"
               AND m."roles" && ARRAY['WINDOW_OFFICER', 'AGENCY_MANAGER']::"Role"[]
             LEFT JOIN "User" u ON u."id" = m."userId" AND u."disabledAt" IS NULL
           WHERE k."hash" = $1 AND k."revokedAt" IS NULL`,
    values: [keyHash, new Date(now.getTime() - LAST_USED_PRECISION_MS)],
  })
  const [row] = rows
  if (!row || row.expiresAt <= now) {
    believed.get(pool)?.delete(keyHash)
    return null
  }
  if (row.isUseUnrecorded) await pool.query('UPDATE "ApiKey" SET "lastUsedAt" = $2 WHERE "id" = $1', [row.id, now])
  const { organisationId, roles, officerId, officerName } = row
  const name = officerName === null ? row.name : `${row.name}（${officerName}）`
  const viewer: Viewer = { ...anonymous, kind: 'API_KEY', name, userId: officerId, organisationId, roles }
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
