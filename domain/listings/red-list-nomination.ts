import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { TransitionTable } from '#domain/kernel/transition-table.ts'
import type { NominationOrigin, RedListFindings } from './red-list-findings.ts'

export const nominationStates = ['NOMINATED', 'PUBLICITY', 'LISTED', 'NOT_LISTED', 'WITHDRAWN'] as const
export type NominationState = (typeof nominationStates)[number]

/** The procedure (rulebook R5): nobody is listed without a publicity, and what was refused may be nominated anew, as another one. */
export const nominationTransitions: TransitionTable<NominationState> = {
  NOMINATED: ['PUBLICITY', 'NOT_LISTED', 'WITHDRAWN'],
  PUBLICITY: ['LISTED', 'NOT_LISTED', 'WITHDRAWN'],
  LISTED: [],
  NOT_LISTED: [],
  WITHDRAWN: [],
}

export const finalNominationStates: readonly NominationState[] = ['LISTED', 'NOT_LISTED', 'WITHDRAWN']

/** 红名单推荐, as far as its procedure asks. `nominatedById` is null where the sweep of the criteria found it. */
export interface RedListNomination {
  readonly state: NominationState
  readonly origin: NominationOrigin
  readonly nominatedById: string | null
  /** Who ordered the publicity. */
  readonly examinedById: string | null
  readonly publicFromOn: CalendarDay | null
  /** Last day of the publicity. */
  readonly publicUntilOn: CalendarDay | null
}

/** What somebody wants to do with a nomination. `findings` are of the day of the step. */
export type NominationCommand =
  | {
      readonly type: 'NOMINATE'
      readonly origin: NominationOrigin
      readonly actorId: string | null
      readonly findings: RedListFindings
      readonly reasons: string
      readonly basis: string
      readonly isOnRedList: boolean
      readonly hasOpenNomination: boolean
    }
  | { readonly type: 'START_PUBLICITY'; readonly actorId: string; readonly findings: RedListFindings }
  | { readonly type: 'TURN_DOWN'; readonly actorId: string; readonly reasons: string }
  | { readonly type: 'WITHDRAW'; readonly actorId: string; readonly reasons: string }
  | {
      readonly type: 'DECIDE'
      readonly actorId: string
      readonly isListed: boolean
      readonly reasons: string
      readonly findings: RedListFindings
      readonly openObjections: number
      readonly upheldObjections: number
    }

/** What a step made. */
export type NominationEvent =
  | {
      readonly type: 'NOMINATED'
      readonly origin: NominationOrigin
      readonly nominatedById: string | null
      readonly ruleSetVersion: string
    }
  | {
      readonly type: 'PUBLICITY_STARTED'
      readonly examinedById: string
      readonly publicFromOn: CalendarDay
      readonly publicUntilOn: CalendarDay
    }
  | { readonly type: 'TURNED_DOWN' }
  | { readonly type: 'WITHDRAWN' }
  | { readonly type: 'LISTING_DECIDED'; readonly fromOn: CalendarDay; readonly ruleSetVersion: string }
  | { readonly type: 'NO_LISTING_DECIDED'; readonly ruleSetVersion: string }

/** The nomination after an event that its procedure made. */
export function applyNominationEvent(state: RedListNomination | null, event: NominationEvent): RedListNomination {
  if (event.type === 'NOMINATED') {
    const { origin, nominatedById } = event
    return { state: 'NOMINATED', origin, nominatedById, examinedById: null, publicFromOn: null, publicUntilOn: null }
  }
  if (state === null) throw new RangeError(`${event.type} without a nomination`)
  switch (event.type) {
    case 'PUBLICITY_STARTED': {
      const { examinedById, publicFromOn, publicUntilOn } = event
      return { ...state, state: 'PUBLICITY', examinedById, publicFromOn, publicUntilOn }
    }
    case 'LISTING_DECIDED':
      return { ...state, state: 'LISTED' }
    case 'WITHDRAWN':
      return { ...state, state: 'WITHDRAWN' }
    case 'TURNED_DOWN':
    case 'NO_LISTING_DECIDED':
      return { ...state, state: 'NOT_LISTED' }
  }
}
