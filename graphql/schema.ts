import './kernel/scalars.ts'
import './kernel/user-errors.ts'
import './access/me.ts'
import './checks/check-receipt.ts'
import './checks/credit-check.ts'
import './notifications/notification.ts'
import { builder } from './builder.ts'

/** The whole API. Each feature file above adds its noun; this file only loads them. */
export const schema = builder.toSchema()
