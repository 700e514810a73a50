import type { Permission } from '#domain/access/can.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import type { LockedApprovalCase } from './read-locked-case.ts'

/** Takes the applicant's own draft for a change. @throws RefusedError DRAFT_FILED once it was filed · as lockApprovalCase */
export async function lockDraft(
  unit: UnitOfWork,
  permission: Permission,
  named: { readonly number: string; readonly version: number },
): Promise<LockedApprovalCase> {
  const locked = await lockApprovalCase(unit, permission, named)
  if (locked.state !== 'DRAFT') throw new RefusedError({ code: 'DRAFT_FILED', state: locked.state })
  return locked
}
