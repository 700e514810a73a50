import type { ViolationCase } from './violation-case.ts'
import type { ViolationEvent } from './violation-command.ts'

/** The case after an event. The report makes it; every later event needs it, so null there is a bug and throws. */
export function applyViolationEvent(state: ViolationCase | null, event: ViolationEvent): ViolationCase {
  if (event.type === 'CASE_REPORTED') {
    const { kind, severity, category, reporterId } = event
    const open = { investigatorId: null, investigationDueOn: null, isInvestigationExtended: false, defenceDueOn: null }
    const unheard = { isDefenceWaived: false, hearing: null, decisionServedOn: null, appealDueOn: null }
    return { kind, severity, category, reporterId, state: 'REPORTED', ...open, ...unheard }
  }
  if (state === null) throw new TypeError(`no case for ${event.type}`)
  switch (event.type) {
    case 'INVESTIGATION_STARTED':
      return {
        ...state,
        state: 'INVESTIGATING',
        investigatorId: event.investigatorId,
        investigationDueOn: event.investigationDueOn,
      }
    case 'NOTICE_ISSUED':
      return { ...state, state: 'NOTICED' }
    case 'NOTICE_SERVED':
      return { ...state, state: 'NOTICED', defenceDueOn: event.defenceDueOn }
    case 'DEFENCE_FILED':
      return { ...state, state: 'DEFENCE_FILED' }
    case 'DEFENCE_WAIVED':
      return { ...state, isDefenceWaived: true }
    case 'LISTING_DECIDED':
      return { ...state, state: 'DECIDED_LISTED' }
    case 'NO_LISTING_DECIDED':
      return { ...state, state: 'DECIDED_NOT_LISTED' }
    case 'CLOSED_WITHOUT_FINDING':
      return { ...state, state: 'CLOSED_NO_FINDING' }
  }
}
