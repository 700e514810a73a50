import type { Selection, SignUp } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'

/** The viewer's own sign-up in a selection, ours until commit. @throws NotFoundError */
export async function lockOwnSignUp({ tx, viewer }: UnitOfWork, { id: selectionId }: Selection): Promise<SignUp> {
  const where = { selectionId, intermediary: { subjectId: viewer.subjectId ?? '' } }
  const found = await tx.signUp.findFirst({ where, select: { id: true } })
  if (!found) throw new NotFoundError('SignUp')
  await tx.$queryRaw`SELECT 1 FROM "SignUp" WHERE "id" = ${found.id}::uuid FOR UPDATE`
  return tx.signUp.findUniqueOrThrow({ where: { id: found.id } })
}
