import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { StepForbidden } from '#domain/kernel/transition-table.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { ListingRuleSet } from './listing-rule-set.ts'
import { unmetCriteria } from './red-list-findings.ts'
import type { NominationOrigin, RedListFindings } from './red-list-findings.ts'
import { nominationTransitions } from './red-list-nomination.ts'
import type { NominationCommand, NominationEvent, NominationState, RedListNomination } from './red-list-nomination.ts'
import type { RedListCriterion } from './red-list-parameters.ts'

export interface RedListContext {
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly ruleSet: ListingRuleSet
}

/** Why a step in a nomination is refused. */
export type NominationRefusal =
  | StepForbidden<NominationState>
  | CalendarNotLoaded
  | { readonly code: 'NOMINATION_EXISTS' }
  | { readonly code: 'NOMINATION_MISSING' }
  | { readonly code: 'ON_RED_LIST_ALREADY' }
  | { readonly code: 'NOMINATOR_REQUIRED' }
  | { readonly code: 'REASONS_REQUIRED' }
  | { readonly code: 'CRITERIA_NOT_MET'; readonly criteria: readonly RedListCriterion[] }
  | { readonly code: 'NOMINATED_BY_YOU' }
  | { readonly code: 'EXAMINED_BY_YOU' }
  | { readonly code: 'NOT_WITHDRAWABLE' }
  | { readonly code: 'RED_LIST_PUBLICITY_OPEN'; readonly publicUntilOn: CalendarDay }
  | { readonly code: 'RED_LIST_OBJECTIONS_OPEN'; readonly count: number }
  | { readonly code: 'RED_LIST_OBJECTION_UPHELD'; readonly count: number }

type Decided = Result<NominationEvent, NominationRefusal>
type Of<Type extends NominationCommand['type']> = Extract<NominationCommand, { type: Type }>

/**
 * Decides one step of a red list nomination (rulebook R5, R6): nominated, publicised by another, decided by a third after the publicity
 * with every objection answered. What a decision rests on is found again on its day, so nobody is listed by what was true once.
 */
export function decideNomination(state: RedListNomination | null, command: NominationCommand, context: RedListContext): Decided {
  if (command.type === 'NOMINATE') return nominate(state, command, context)
  if (state === null) return refuse({ code: 'NOMINATION_MISSING' })
  switch (command.type) {
    case 'START_PUBLICITY':
      return startPublicity(state, command, context)
    case 'TURN_DOWN':
      return turnDown(state, command)
    case 'WITHDRAW':
      return withdraw(state, command)
    case 'DECIDE':
      return decide(state, command, context)
  }
}

function nominate(state: RedListNomination | null, command: Of<'NOMINATE'>, { ruleSet }: RedListContext): Decided {
  const { origin, actorId, reasons, basis, findings } = command
  if (state !== null || command.hasOpenNomination) return refuse({ code: 'NOMINATION_EXISTS' })
  if (command.isOnRedList) return refuse({ code: 'ON_RED_LIST_ALREADY' })
  if (origin === 'AUTHORITY' && actorId === null) return refuse({ code: 'NOMINATOR_REQUIRED' })
  if (isBlank(reasons) || isBlank(basis)) return refuse({ code: 'REASONS_REQUIRED' })
  const unmet = criteriaRefusal(findings, origin, ruleSet)
  return unmet ?? ok({ type: 'NOMINATED', origin, nominatedById: actorId, ruleSetVersion: ruleSet.version })
}

function startPublicity(state: RedListNomination, { actorId, findings }: Of<'START_PUBLICITY'>, context: RedListContext): Decided {
  const moved = moveTo(nominationTransitions, state.state, 'PUBLICITY')
  if (!moved.ok) return moved
  if (actorId === state.nominatedById) return refuse({ code: 'NOMINATED_BY_YOU' })
  const { now, calendar, ruleSet } = context
  const unmet = criteriaRefusal(findings, state.origin, ruleSet)
  if (unmet) return unmet
  const today = shanghaiDayOf(now)
  const until = addWorkingDays(today, ruleSet.parameters.redListPublicityWorkingDays.value, calendar)
  if (!until.ok) return until
  return ok({ type: 'PUBLICITY_STARTED', examinedById: actorId, publicFromOn: addDays(today, 1), publicUntilOn: until.value })
}

/** Before any publicity: the examining office sees at once that it won't do. */
function turnDown(state: RedListNomination, { actorId, reasons }: Of<'TURN_DOWN'>): Decided {
  if (state.state !== 'NOMINATED') return refuse({ code: 'STEP_FORBIDDEN', from: state.state, to: 'NOT_LISTED' })
  if (actorId === state.nominatedById) return refuse({ code: 'NOMINATED_BY_YOU' })
  return isBlank(reasons) ? refuse({ code: 'REASONS_REQUIRED' }) : ok({ type: 'TURNED_DOWN' })
}

/** An authority takes back its own word; what the criteria found is nobody's to take back. */
function withdraw(state: RedListNomination, { reasons }: Of<'WITHDRAW'>): Decided {
  const moved = moveTo(nominationTransitions, state.state, 'WITHDRAWN')
  if (!moved.ok) return moved
  if (state.origin !== 'AUTHORITY') return refuse({ code: 'NOT_WITHDRAWABLE' })
  return isBlank(reasons) ? refuse({ code: 'REASONS_REQUIRED' }) : ok({ type: 'WITHDRAWN' })
}

function decide(state: RedListNomination, command: Of<'DECIDE'>, { now, ruleSet }: RedListContext): Decided {
  const wanted = command.isListed ? 'LISTED' : 'NOT_LISTED'
  const today = shanghaiDayOf(now)
  const { publicUntilOn } = state
  if (state.state !== 'PUBLICITY' || publicUntilOn === null) return refuse({ code: 'STEP_FORBIDDEN', from: state.state, to: wanted })
  if (command.actorId === state.nominatedById) return refuse({ code: 'NOMINATED_BY_YOU' })
  if (command.actorId === state.examinedById) return refuse({ code: 'EXAMINED_BY_YOU' })
  if (today <= publicUntilOn) return refuse({ code: 'RED_LIST_PUBLICITY_OPEN', publicUntilOn })
  if (command.openObjections > 0) return refuse({ code: 'RED_LIST_OBJECTIONS_OPEN', count: command.openObjections })
  if (isBlank(command.reasons)) return refuse({ code: 'REASONS_REQUIRED' })
  if (!command.isListed) return ok({ type: 'NO_LISTING_DECIDED', ruleSetVersion: ruleSet.version })
  if (command.upheldObjections > 0) return refuse({ code: 'RED_LIST_OBJECTION_UPHELD', count: command.upheldObjections })
  const unmet = criteriaRefusal(command.findings, state.origin, ruleSet)
  return unmet ?? ok({ type: 'LISTING_DECIDED', fromOn: today, ruleSetVersion: ruleSet.version })
}

function criteriaRefusal(findings: RedListFindings, origin: NominationOrigin, ruleSet: ListingRuleSet) {
  const criteria = unmetCriteria(findings, origin, ruleSet)
  return criteria.length > 0 ? refuse({ code: 'CRITERIA_NOT_MET' as const, criteria }) : null
}

const isBlank = (text: string): boolean => text.trim() === ''
