import type { Role } from './role.ts'

/** Who asks: nobody known, a signed-in person, an agency's system with a key, or this program's own sweeps. */
export interface Viewer {
  readonly kind: 'ANONYMOUS' | 'USER' | 'API_KEY' | 'SYSTEM'
  /** Null for everything but a person, so that a key can never stand where the law wants an officer. */
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
