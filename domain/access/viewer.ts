import type { Role } from './role.ts'

/** Who asks: nobody known, a signed-in person, an agency's system with a key, or this program's own sweeps. */
export interface Viewer {
  readonly kind: 'ANONYMOUS' | 'USER' | 'API_KEY' | 'SYSTEM'
  /**
   * The person who acts; of a key, the officer of its agency who answers for what it files and accepts, null where nobody does. Where the
   * law wants a person, it is the kind that is asked for (condition `isPerson`): a key never stands there, whoever answers for it.
   */
  readonly userId: string | null
  readonly name: string | null
  readonly organisationId: string | null
  /** The credit subject the viewer may act for: own firm or own person. */
  readonly subjectId: string | null
  readonly roles: readonly Role[]
}

/** Anyone on the public pages. */
export const anonymous: Viewer = {
  kind: 'ANONYMOUS',
  userId: null,
  name: null,
  organisationId: null,
  subjectId: null,
  roles: [],
}

/** The worker's sweeps: they record what the calendar makes true and open cases, they decide nothing. */
export const systemViewer: Viewer = { ...anonymous, kind: 'SYSTEM', name: 'system' }
