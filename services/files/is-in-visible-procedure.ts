import { audiencesOf } from './procedure-audiences.ts'
import type { Onlooker } from './procedure-audiences.ts'

/** Whether the file stands in a procedure whose files of its audience the viewer may read. */
export async function isInVisibleProcedure(onlooker: Onlooker, fileId: string): Promise<boolean> {
  const places = await onlooker.prisma.procedureFile.findMany({ where: { fileId } })
  for (const { procedure, entityId, audience } of places) {
    if ((await audiencesOf(onlooker, procedure, entityId)).includes(audience)) return true
  }
  return false
}
