import { addDays, endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { incomplete, notIn, notInvestigator } from './case-guards.ts'
import type { ViolationContext } from './decide-violation.ts'
import type { Severity, ViolationCategory } from './list-kind.ts'
import type { ViolationCase } from './violation-case.ts'
import type { ViolationRefusal } from './violation-command.ts'

/** 现场检查笔录, 询问笔录, 调取证据: what an investigation writes down. */
export const recordKinds = ['INSPECTION', 'INTERVIEW', 'DOCUMENT_REQUEST'] as const
export type RecordKind = (typeof recordKinds)[number]

/** What the investigator does between the taking of a case and its notice. */
export type InvestigationCommand =
  | { readonly type: 'EXTEND_INVESTIGATION'; readonly actorId: string; readonly reasons: string }
  | {
      readonly type: 'ADD_RECORD'
      readonly actorId: string
      readonly takenAt: Date
      readonly place: string
      readonly counterpart: string
      readonly secondOfficer: string
      readonly text: string
    }
  | { readonly type: 'ADD_EVIDENCE'; readonly actorId: string }
  | {
      readonly type: 'JOIN_PARTY'
      readonly actorId: string
      readonly subjectId: string
      /** Who is in the case already, under whatever number. */
      readonly partySubjectIds: readonly string[]
      readonly severity: Severity
      readonly category: ViolationCategory
    }

export type InvestigationEvent =
  | { readonly type: 'INVESTIGATION_EXTENDED'; readonly investigationDueOn: CalendarDay }
  | { readonly type: 'RECORD_ADDED' }
  | { readonly type: 'EVIDENCE_ADDED' }
  /** `joined` is the case of the party that came in: facts and investigation are shared, all that follows is its own. */
  | { readonly type: 'PARTY_JOINED'; readonly joined: ViolationCase }

/**
 * Whether the investigator may do this (rulebook R5). A record needs a second officer; the time is extended once, before it has run
 * out. An investigation over its time can still be brought to its end: the lapse is the officer's, and is reported.
 */
export function decideInvestigation(
  state: ViolationCase,
  command: InvestigationCommand,
  { now, ruleSet }: ViolationContext,
): Result<InvestigationEvent, ViolationRefusal> {
  const refusal = notIn(state, 'INVESTIGATING') ?? notInvestigator(state, command.actorId)
  if (refusal) return refuse(refusal)
  switch (command.type) {
    case 'EXTEND_INVESTIGATION': {
      const missing = incomplete({ reasons: command.reasons })
      if (missing) return refuse(missing)
      const { investigationDueOn, isInvestigationExtended } = state
      if (isInvestigationExtended || investigationDueOn === null) return refuse({ code: 'INVESTIGATION_EXTENDED_BEFORE' })
      if (now >= endOfShanghaiDay(investigationDueOn)) return refuse({ code: 'INVESTIGATION_OVERDUE', investigationDueOn })
      const days = ruleSet.parameters.investigationExtensionDays.value
      return ok({ type: 'INVESTIGATION_EXTENDED', investigationDueOn: addDays(investigationDueOn, days) })
    }
    case 'ADD_RECORD': {
      const { place, counterpart, secondOfficer, text, takenAt } = command
      const missing = incomplete({ place, counterpart, secondOfficer, text })
      if (missing) return refuse(missing)
      return takenAt > now ? refuse({ code: 'RECORD_IN_FUTURE' }) : ok({ type: 'RECORD_ADDED' })
    }
    case 'ADD_EVIDENCE':
      return ok({ type: 'EVIDENCE_ADDED' })
    case 'JOIN_PARTY': {
      const { subjectId, partySubjectIds, severity, category } = command
      if (state.kind !== 'VIOLATION') return refuse({ code: 'NOT_JOINABLE', kind: state.kind })
      if (partySubjectIds.includes(subjectId)) return refuse({ code: 'PARTY_IN_CASE' })
      return ok({ type: 'PARTY_JOINED', joined: { ...state, severity, category } })
    }
  }
}

/** The case after a step of its investigation. */
export function applyInvestigationEvent(state: ViolationCase, event: InvestigationEvent): ViolationCase {
  if (event.type !== 'INVESTIGATION_EXTENDED') return state
  return { ...state, investigationDueOn: event.investigationDueOn, isInvestigationExtended: true }
}
