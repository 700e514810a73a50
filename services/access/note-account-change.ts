import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError } from '../kernel/use-case-error.ts'

/** Puts a change of the viewer's own sign-in security, which better-auth has carried out, on the audit trail. */
export async function noteAccountChange(context: UseCaseContext, action: string): Promise<void> {
  const { userId } = context.viewer
  if (userId === null) throw new ForbiddenError(action, true)
  await runInTransaction(context, (unit) => unit.audit({ action, entity: 'User', entityId: userId }))
}
