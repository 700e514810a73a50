import { fileLimits } from '#domain/files/file-type.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

/** Files of one sweep; the next takes the rest. */
const BATCH = 200

/**
 * Sweeps uploads that were never finished, or finished and put to no use, a day after they began (our own time). The row first says that
 * nothing is stored, then the bytes go, then the row: cut off anywhere, the next sweep goes on, and no row ever claims bytes that are gone.
 */
export async function sweepUploads(context: UseCaseContext): Promise<{ swept: number }> {
  demand(context, 'file.sweep')
  const before = new Date(context.clock.now().getTime() - fileLimits.unfinishedHours * 3_600_000)
  const none = { none: {} } as const
  const unused = { contracts: none, deliverables: none, procedureFiles: none, materials: none, deliveries: none }
  const idle = { createdAt: { lt: before }, ...unused } satisfies Prisma.StoredFileWhereInput
  const rows = await context.prisma.storedFile.findMany({ where: idle, select: { id: true }, take: BATCH, orderBy: { createdAt: 'asc' } })
  let swept = 0
  for (const { id } of rows) {
    const unsaid = { state: 'UPLOADING', receivedBytes: 0, sha256: null, mediaType: null, storedAt: null } as const
    const isFree = await runInTransaction(context, async ({ tx }) => {
      await tx.$queryRaw`SELECT 1 FROM "StoredFile" WHERE "id" = ${id}::uuid FOR UPDATE`
      return (await tx.storedFile.updateMany({ where: { id, ...idle }, data: unsaid })).count > 0
    })
    if (!isFree) continue
    await context.files.remove(id)
    await context.prisma.storedFile.deleteMany({ where: { id, ...idle, receivedBytes: 0 } })
    swept += 1
  }
  return { swept }
}
