import { creditPermissions } from './permissions/credit-permissions.ts'
import { marketPermissions } from './permissions/market-permissions.ts'
import { platformPermissions } from './permissions/platform-permissions.ts'
import { tolerancePermissions } from './permissions/tolerance-permissions.ts'

/**
 * Who may do what, whole. Separation of duties (rulebook R5) is in the conditions: who reports is not who investigates, who is
 * not who decides; who handled the case does not hear the objection.
 */
export const permissions = { ...marketPermissions, ...creditPermissions, ...tolerancePermissions, ...platformPermissions } as const

export type Permission = keyof typeof permissions
