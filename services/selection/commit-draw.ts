import { createHash, randomBytes } from 'node:crypto'
import { publishMethod } from '#domain/selection/draw-method.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordEvent } from './record-event.ts'

/** What a draw is committed to. */
export interface DrawToCommit {
  readonly selectionId: string
  readonly selectionNumber: string
  /** When sign-up closes: the randomness is fixed after it. */
  readonly closesAt: Date
}

/** 32 bytes, hex */
const freshSecret = (): string => randomBytes(32).toString('hex')

/**
 * Commits to the method and to a secret of a selection's draw, at the announcement: from here on neither can be changed, and the hash of the
 * secret is in the public timeline. The secret is kept sealed until the draw; one that ever served or waits for another draw is refused.
 * The caller holds the selection's row.
 * @param newSecret makes 32 bytes in hex
 * @throws RefusedError DRAW_SECRET_REUSED
 */
export async function commitDraw(
  unit: UnitOfWork,
  { selectionId, selectionNumber, closesAt }: DrawToCommit,
  newSecret: () => string = freshSecret,
): Promise<void> {
  const { tx, context } = unit
  const { ruleSetVersion } = await tx.selection.findUniqueOrThrow({ where: { id: selectionId }, select: { ruleSetVersion: true } })
  const { drawTimes } = selectionRules(ruleSetVersion).parameters
  const { chain, urls } = context.beacon
  const method = publishMethod(selectionNumber, closesAt, urls.length > 0 ? chain : null, drawTimes.value)
  const secret = newSecret()
  const secretHash = createHash('sha256').update(secret).digest('hex')
  const data = { selectionId, method: asJson(method) ?? {}, secretHash, secretCipher: context.identityVault.seal(secret) }
  const { count } = await tx.draw.createMany({ data: [data], skipDuplicates: true })
  if (count === 0) throw new RefusedError({ code: 'DRAW_SECRET_REUSED' })
  await recordEvent(unit, selectionId, 'DRAW_COMMITTED', { secretHash, method })
  await unit.audit({
    action: 'selections.commitDraw',
    entity: 'Selection',
    entityId: selectionId,
    after: { secretHash, method },
    basis: citeBasis(drawTimes.basis),
  })
}
