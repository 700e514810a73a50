import { createHash } from 'node:crypto'
import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Tx } from '#prisma/client.ts'

/** How an API key is stored and looked up; keys carry 256 random bits, so one SHA-256 is enough. */
export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/** Who an agency's system is: the key's organisation and roles, never a person. Null for an unknown, expired or revoked key. */
export async function viewerOfApiKey(prisma: Tx, key: string, now: Date): Promise<Viewer | null> {
  const found = await prisma.apiKey.findUnique({ where: { hash: hashApiKey(key) } })
  if (!found || found.revokedAt || found.expiresAt <= now) return null
  // Once a minute is precise enough for "last used" and spares a write per call.
  await prisma.apiKey.updateMany({
    where: { id: found.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - 60_000) } }] },
    data: { lastUsedAt: now },
  })
  return { ...anonymous, kind: 'API_KEY', name: found.name, organisationId: found.organisationId, roles: found.roles }
}
