import type { Condition } from './condition.ts'
import type { Role } from './role.ts'

/**
 * One way to hold a permission: to whom, and what must also be true. Everyone includes visitors who aren't signed in; signed in
 * means a person; system is the worker. Several grants of one permission stand side by side: one of them is enough.
 */
export interface Grant {
  readonly to: 'EVERYONE' | 'SIGNED_IN' | 'SYSTEM' | readonly Role[]
  readonly only: readonly Condition[]
}
