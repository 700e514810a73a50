import type { StoredFile } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'

/**
 * Takes a file for a change by who uploads it; its row is ours until commit.
 * @throws NotFoundError for anyone else's, known or not
 */
export async function lockUpload({ tx, viewer, context }: UnitOfWork, id: string): Promise<StoredFile> {
  demand(context, 'file.upload')
  await tx.$queryRaw`SELECT 1 FROM "StoredFile" WHERE "id" = ${id}::uuid FOR UPDATE`
  const row = await tx.storedFile.findFirst({ where: { id, uploadedById: viewer.userId ?? '' } })
  if (!row) throw new NotFoundError('StoredFile')
  return row
}
