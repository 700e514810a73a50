import type { Prisma } from '#prisma/generated/client.ts'
import type { Procedure } from '#prisma/generated/enums.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { audiencesOf } from './procedure-audiences.ts'

const include = { file: true } as const
export type FileOfProcedure = Prisma.ProcedureFileGetPayload<{ include: typeof include }>

/** The files of a procedure that the viewer may download, in the order in which they came. */
export async function filesOf(
  context: Pick<UseCaseContext, 'prisma' | 'viewer'>,
  procedure: Procedure,
  entityId: string,
): Promise<readonly FileOfProcedure[]> {
  const audiences = await audiencesOf(context, procedure, entityId)
  if (audiences.length === 0) return []
  const where = { procedure, entityId, audience: { in: [...audiences] } }
  return context.prisma.procedureFile.findMany({ where, include, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] })
}
