import type { Role } from '#domain/access/role.ts'
import type { Viewer } from '#domain/access/viewer.ts'

/** An account of the demonstration, shown on the sign-in page on purpose. */
export interface DemoAccount {
  /** NEWCOMER: an account that acts for nobody yet. */
  readonly role: Role | 'NEWCOMER'
  readonly name: string
  readonly email: string
  readonly password: string
  readonly organisation: string
  readonly tryZh: string
  readonly tryEn: string
}

declare module '@remix-run/node' {
  /** What the server gives every loader and action. */
  interface AppLoadContext {
    /** Of this response's Content-Security-Policy; every script element carries it. */
    readonly cspNonce: string
    /** Shown to the user on error pages and found again in the logs. */
    readonly requestId: string
    /** The database holds invented institutions and persons: every page says so. */
    readonly isDemo: boolean
    /** Empty but in a demonstration. */
    readonly demoAccounts: readonly DemoAccount[]
    /** Rehearsal mode with a settable clock. */
    readonly isSandbox: boolean
    /** Who asks, resolved from the session once a request. */
    readonly viewer: Viewer
    /** Logs a bug once, with the request id. */
    readonly reportError: (error: unknown) => void
  }
  interface Future {
    v3_singleFetch: true
  }
}
