import type { DataTarget } from '#domain/remedies/correctable-data.ts'
import type { PrismaClient, Tx } from '#prisma/client.ts'

/** The mark of a record under objection: which fields are contested, an empty one standing for the whole record. */
export type ObjectedFields = readonly string[]

/** Which of these records are under objection now, and in which fields: what every page that shows them is marked by. */
export async function openDataObjections(
  tx: Tx | PrismaClient,
  target: DataTarget,
  targetIds: readonly string[],
): Promise<ReadonlyMap<string, ObjectedFields>> {
  const rows = await tx.dataObjection.findMany({
    where: { target, targetId: { in: [...targetIds] }, state: 'FILED' },
    select: { targetId: true, field: true },
    orderBy: { number: 'asc' },
  })
  const marks = new Map<string, string[]>()
  for (const { targetId, field } of rows) marks.set(targetId, [...(marks.get(targetId) ?? []), field ?? ''])
  return marks
}
