import { couldEver } from '#domain/access/can.ts'
import { poolStateAt } from '#domain/selection/preselection.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import type { PreselectionPool } from '#prisma/generated/client.ts'
import type { ChangingFirm } from '../intermediaries/changing-firm.ts'
import { lockEntry } from '../intermediaries/changing-firm.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { termOf } from './preselection-membership.ts'

/**
 * Takes a pool for one step; it is ours until commit. Where a firm is taken as well, take the firm first, as everywhere.
 * @throws NotFoundError
 */
export async function lockPreselectionPool({ tx }: UnitOfWork, number: string): Promise<PreselectionPool> {
  await tx.$queryRaw`SELECT 1 FROM "PreselectionPool" WHERE "number" = ${number} FOR UPDATE`
  const pool = await tx.preselectionPool.findUnique({ where: { number } })
  if (!pool) throw new NotFoundError('PreselectionPool')
  return pool
}

/**
 * The viewer keeps that pool. Asked before anything is locked, so that nobody learns by an error what is none of their business.
 * @throws NotFoundError · ForbiddenError for another office's
 */
export async function demandKeeper({ tx, context }: UnitOfWork, number: string): Promise<void> {
  if (!couldEver(context.viewer, 'preselection.keep')) demand(context, 'preselection.keep')
  const pool = await tx.preselectionPool.findUnique({ where: { number }, select: { keeperId: true } })
  if (!pool) throw new NotFoundError('PreselectionPool')
  demand(context, 'preselection.keep', { organisationId: pool.keeperId })
}

/** Nobody comes into a pool that has ended, and nothing in it changes any more. @throws RefusedError POOL_ENDED */
export function demandOpenPool({ now }: UnitOfWork, pool: PreselectionPool): void {
  const term = termOf(pool)
  const state = poolStateAt(term, now)
  if (state !== 'OPEN') throw new RefusedError({ code: 'POOL_ENDED', state, validUntilOn: term.validUntilOn })
}

/** The firm of that code, taken until commit: a listing under way finishes first. @throws ValidationError UNKNOWN_CODE beside `uscc` */
export async function lockFirmByCode(unit: UnitOfWork, typed: string): Promise<ChangingFirm> {
  const uscc = normaliseUscc(typed)
  const row = await unit.tx.intermediary.findFirst({ where: { subject: { uscc } }, select: { subjectId: true } })
  if (!row) throw new ValidationError([{ path: 'uscc', code: 'UNKNOWN_CODE', facts: { uscc } }])
  return lockEntry(unit, row.subjectId)
}
