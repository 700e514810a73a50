import { couldEver } from '#domain/access/can.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleSupervisorKeys } from './visible-supervisor-keys.ts'

type LockedKey = Prisma.SupervisorKeyGetPayload<{ include: { sealing: { include: { selection: true } } } }>

/**
 * Takes a key of the viewer's own body for one step; its row is ours until commit.
 * @throws ForbiddenError · NotFoundError for another body's
 */
export async function lockSupervisorKey({ tx, viewer }: UnitOfWork, id: string): Promise<LockedKey> {
  if (!couldEver(viewer, 'sealing.keepKeys')) throw new ForbiddenError('sealing.keepKeys', viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "SupervisorKey" WHERE "id" = ${id}::uuid FOR UPDATE`
  const where = { AND: [{ id }, visibleSupervisorKeys(viewer)] }
  const key = await tx.supervisorKey.findFirst({ where, include: { sealing: { include: { selection: true } } } })
  if (!key) throw new NotFoundError('SupervisorKey')
  demand({ viewer }, 'sealing.keepKeys', key)
  return key
}
