import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'

/**
 * Demands that a body can stand above another 上级机关: a public body, and not one of those that stand below it already.
 * @param organisationId the body below; null for one that is new
 * @throws ValidationError SUPERIOR_UNKNOWN · RefusedError SUPERIOR_IN_CIRCLE
 */
export async function requireSuperior({ tx }: UnitOfWork, superiorId: string, organisationId: string | null): Promise<void> {
  const found = await tx.organisation.count({ where: { id: superiorId, kind: { notIn: ['ENTERPRISE', 'INTERMEDIARY'] } } })
  if (found === 0) throw new ValidationError([{ path: 'superiorId', code: 'SUPERIOR_UNKNOWN', facts: {} }])
  if (organisationId === null) return
  const above = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE above AS (
      SELECT "id", "superiorId" FROM "Organisation" WHERE "id" = ${superiorId}::uuid
      UNION SELECT o."id", o."superiorId" FROM "Organisation" o JOIN above a ON o."id" = a."superiorId"
    )
    SELECT "id" FROM above`
  if (above.some(({ id }) => id === organisationId)) throw new RefusedError({ code: 'SUPERIOR_IN_CIRCLE' })
}
