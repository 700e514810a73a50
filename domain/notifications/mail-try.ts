/** How long a mail waits after its first, second, … failed try; in minutes. Our own default: greylisting lets in after some minutes, an outage is over within a day. */
export const mailWaitMinutes = [1, 5, 15, 60, 240, 720] as const

/** What a try came to. PERMANENT: the server refused this mail or address for good; UNREACHABLE: the server refused nobody in particular. */
export type MailFailure = 'PERMANENT' | 'TEMPORARY' | 'UNREACHABLE'

export type AfterMailTry = { readonly state: 'PENDING'; readonly nextTryAt: Date } | { readonly state: 'FAILED' }

/** What becomes of a mail after its `attempts`th try failed at `now`: another one later, or given up. */
export function afterMailFailure(attempts: number, failure: MailFailure, now: Date): AfterMailTry {
  const minutes = mailWaitMinutes[attempts - 1]
  if (failure === 'PERMANENT' || minutes === undefined) return { state: 'FAILED' }
  return { state: 'PENDING', nextTryAt: new Date(now.getTime() + minutes * 60_000) }
}
