import type { RegisterChange } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ConcurrentChangeError, NotFoundError } from '../kernel/use-case-error.ts'
import { lockEntry } from './changing-firm.ts'
import type { ChangingFirm } from './changing-firm.ts'
import { visibleRegisterChanges } from './visible-register-changes.ts'

/** A change and its firm, both ours until commit. */
export interface LockedChange {
  readonly change: RegisterChange
  readonly firm: ChangingFirm
}

/**
 * Takes a change for one step, by its number and the version that was looked at; the firm first, as everywhere.
 * @throws NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockRegisterChange(
  unit: UnitOfWork,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedChange> {
  const { tx, viewer } = unit
  const found = await tx.registerChange.findFirst({
    where: { AND: [{ number }, visibleRegisterChanges(viewer)] },
    include: { intermediary: true },
  })
  if (!found) throw new NotFoundError('RegisterChange')
  const firm = await lockEntry(unit, found.intermediary.subjectId)
  const change = await tx.registerChange.findUniqueOrThrow({ where: { id: found.id } })
  if (change.version !== version) throw new ConcurrentChangeError('RegisterChange')
  return { change, firm }
}
