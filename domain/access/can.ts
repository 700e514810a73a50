import { conditions } from './condition.ts'
import type { PermissionSubject } from './condition.ts'
import type { Grant } from './grant.ts'
import { permissions } from './permission.ts'
import type { Permission } from './permission.ts'
import type { Role } from './role.ts'
import type { Viewer } from './viewer.ts'

export type { Permission, PermissionSubject }

function isGrantedTo(viewer: Viewer, to: Grant['to']): boolean {
  // The worker holds its own few permissions and no others, not even the public ones.
  if (viewer.kind === 'SYSTEM') return to === 'SYSTEM'
  if (to === 'EVERYONE') return true
  if (to === 'SYSTEM' || viewer.kind === 'ANONYMOUS') return false
  if (to === 'SIGNED_IN') return viewer.kind === 'USER'
  return viewer.roles.some((role: Role) => to.includes(role))
}

const grantsOf = (permission: Permission): readonly Grant[] => permissions[permission]

/**
 * Whether the viewer may do this to that thing: the one answer used by API scope, use case, query filter and button. A fact the
 * permission depends on and that is missing from `subject` refuses; ask `couldEver` where the thing isn't known yet.
 */
export function can(viewer: Viewer, permission: Permission, subject: PermissionSubject = {}): boolean {
  return grantsOf(permission).some(
    (grant) => isGrantedTo(viewer, grant.to) && grant.only.every((condition) => conditions[condition](viewer, subject)),
  )
}

/**
 * Whether some thing could exist on which the viewer may do this: for menus and for the scope of an operation before its thing
 * is loaded. Never a permission by itself: the use case asks `can` with the facts.
 */
export function couldEver(viewer: Viewer, permission: Permission): boolean {
  return grantsOf(permission).some(
    (grant) =>
      isGrantedTo(viewer, grant.to) &&
      (!grant.only.includes('isPerson') || conditions.isPerson(viewer)) &&
      (!grant.only.includes('actsForOwnSubject') || conditions.actsForOwnSubject(viewer)),
  )
}
