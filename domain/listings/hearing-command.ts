import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** What someone wants to do about the hearing of a case. */
export type HearingCommand =
  | { readonly type: 'REQUEST_HEARING'; readonly requestedById: string; readonly reasons: string }
  | { readonly type: 'REFUSE_HEARING'; readonly actorId: string; readonly reasons: string }
  | {
      readonly type: 'SCHEDULE_HEARING'
      readonly actorId: string
      readonly scheduledFor: Date
      readonly place: string
      /** The party has an account: its notice is served at once. Else the service is recorded when it is done. */
      readonly isReachable: boolean
    }
  | { readonly type: 'HOLD_HEARING'; readonly actorId: string; readonly attendees: string; readonly record: string }
  /** `by` the party in writing, or the presider who waited in vain. */
  | { readonly type: 'WAIVE_HEARING'; readonly actorId: string; readonly by: 'PARTY' | 'PRESIDER'; readonly statement: string }

export type HearingEvent =
  | { readonly type: 'HEARING_REQUESTED'; readonly requestedAt: Date }
  | { readonly type: 'HEARING_REFUSED'; readonly refusedAt: Date }
  | {
      readonly type: 'HEARING_SCHEDULED'
      readonly presiderId: string
      readonly scheduledFor: Date
      readonly on: CalendarDay
      readonly isNoticeServed: boolean
    }
  | { readonly type: 'HEARING_HELD'; readonly heldAt: Date }
  | { readonly type: 'HEARING_WAIVED'; readonly waivedAt: Date }
