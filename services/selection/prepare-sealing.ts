import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { createIdentity, recipientOf } from './age-sealing.ts'
import { recordEvent } from './record-event.ts'
import { freeSupervisorKeys, LOW_STOCK } from './supervisor-key-stock.ts'

/** What a sealing is made for. */
export interface SealingToPrepare {
  readonly selectionId: string
  /** The supervising body, whose oldest free key is taken. */
  readonly supervisorId: string
  readonly opensAt: Date
}

const HOUR_MS = 3_600_000

/**
 * Makes the two keys of a selection known at its announcement: one that the supervising body deposited, and one of the platform, made now for
 * this selection alone. Both recipients go into the public record, so that neither can be exchanged unseen. The caller holds the
 * selection's row.
 * @throws RefusedError NO_SUPERVISOR_KEY when the body has none in stock
 */
export async function prepareSealing(unit: UnitOfWork, { selectionId, supervisorId, opensAt }: SealingToPrepare): Promise<void> {
  const { tx, context } = unit
  const { ruleSetVersion } = await tx.selection.findUniqueOrThrow({ where: { id: selectionId }, select: { ruleSetVersion: true } })
  const graceHours = selectionRules(ruleSetVersion).parameters.shareGraceHours.value
  const key = await takeKey(unit, supervisorId)
  const identity = await createIdentity()
  const platformRecipient = await recipientOf(identity)
  if (platformRecipient === null) throw new Error('a new identity has no recipient')
  await tx.sealing.create({
    data: {
      selectionId,
      platformRecipient,
      platformIdentityCipher: context.identityVault.seal(identity),
      supervisorKeyId: key.id,
      releaseDueAt: new Date(opensAt.getTime() + graceHours * HOUR_MS),
    },
  })
  const facts = { supervisorRecipient: key.recipient, platformRecipient, opensAt: opensAt.toISOString(), graceHours }
  await recordEvent(unit, selectionId, 'SEALING_PREPARED', facts)
  const left = await tx.supervisorKey.count({ where: freeSupervisorKeys(supervisorId) })
  if (left < LOW_STOCK) await unit.outbox('sealing.stockLow', 'Organisation', supervisorId)
}

/** The oldest free key; one that an announcement at the same moment has taken is passed over. */
async function takeKey({ tx }: UnitOfWork, organisationId: string): Promise<{ readonly id: string; readonly recipient: string }> {
  const [key] = await tx.$queryRaw<{ id: string; recipient: string }[]>`
    SELECT k."id", k."recipient" FROM "SupervisorKey" k
    WHERE k."organisationId" = ${organisationId}::uuid AND k."withdrawnAt" IS NULL AND k."releasedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Sealing" s WHERE s."supervisorKeyId" = k."id")
    ORDER BY k."depositedAt", k."id" LIMIT 1 FOR UPDATE OF k SKIP LOCKED`
  if (!key) throw new RefusedError({ code: 'NO_SUPERVISOR_KEY' })
  return key
}
