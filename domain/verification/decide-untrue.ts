import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import type { CommitmentState } from '#domain/commitments/commitment-state.ts'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { untrueTransitions } from './untrue-finding.ts'
import type { UntrueCommand, UntrueEvent, UntrueFinding, UntrueState } from './untrue-finding.ts'
import type { VerificationRuleSet } from './verification-rule-set.ts'

/** Why the procedure says no. */
export type UntrueRefusal =
  | CalendarNotLoaded
  | { readonly code: 'FINDING_OPEN' }
  | { readonly code: 'FINDING_MISSING' }
  | { readonly code: 'COMMITMENT_CLOSED'; readonly state: CommitmentState }
  | { readonly code: 'WRONG_STATE'; readonly state: UntrueState }
  | { readonly code: 'INCOMPLETE'; readonly missing: readonly string[] }
  | { readonly code: 'SEPARATION_OF_DUTIES'; readonly is: 'PROPOSER' | 'OFFICER' }
  | { readonly code: 'DEFENCE_WINDOW_OPEN'; readonly defenceDueOn: CalendarDay }
  | { readonly code: 'DEFENCE_WINDOW_OVER'; readonly defenceDueOn: CalendarDay }

/** What a step is decided against: the promise as it stands, the instant, the calendar and the rules of the day. */
export interface UntrueContext {
  readonly commitmentState: CommitmentState
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly ruleSet: VerificationRuleSet
}

type Decided = Result<UntrueEvent, UntrueRefusal>

/**
 * One step of the finding that a promise was untrue (rulebook R1.4): the notice opens the defence window; a statement filed in it is the end of
 * waiting; another than who proposed, and never the officer of the case, decides.
 * @param finding the running one of this promise; null where there is none
 */
export function decideUntrue(finding: UntrueFinding | null, command: UntrueCommand, context: UntrueContext): Decided {
  if (command.type === 'NOTIFY') return finding ? refuse({ code: 'FINDING_OPEN' }) : notify(command, context)
  if (!finding) return refuse({ code: 'FINDING_MISSING' })
  return command.type === 'DEFEND' ? defend(finding, command, context) : decide(finding, command, context)
}

function notify({ facts, basis, servedOn }: Extract<UntrueCommand, { type: 'NOTIFY' }>, context: UntrueContext): Decided {
  const { commitmentState: state, calendar, ruleSet } = context
  if (!commitmentTransitions[state].includes('UNTRUE')) return refuse({ code: 'COMMITMENT_CLOSED', state })
  const refusal = incomplete({ facts, basis })
  if (refusal) return refuse(refusal)
  const due = addWorkingDays(servedOn, ruleSet.parameters.defenceWorkingDays.value, calendar)
  return due.ok ? ok({ type: 'NOTICED', state: 'NOTICED', defenceDueOn: due.value, ruleSetVersion: ruleSet.version }) : due
}

function defend(finding: UntrueFinding, { statement }: Extract<UntrueCommand, { type: 'DEFEND' }>, { now }: UntrueContext): Decided {
  const { defenceDueOn } = finding
  const refusal =
    wrongState(finding, 'DEFENCE_FILED') ??
    (isHeard(defenceDueOn, now) ? { code: 'DEFENCE_WINDOW_OVER' as const, defenceDueOn } : null) ??
    incomplete({ statement })
  return refusal ? refuse(refusal) : ok({ type: 'DEFENCE_FILED', state: 'DEFENCE_FILED' })
}

function decide(finding: UntrueFinding, command: Extract<UntrueCommand, { type: 'DECIDE' }>, context: UntrueContext): Decided {
  const { actorId, outcome, reasons } = command
  const { commitmentState, now } = context
  const { defenceDueOn } = finding
  const refusal =
    wrongState(finding, outcome) ??
    separationBroken(finding, actorId) ??
    incomplete({ reasons }) ??
    (finding.state === 'NOTICED' && !isHeard(defenceDueOn, now) ? { code: 'DEFENCE_WINDOW_OPEN' as const, defenceDueOn } : null)
  if (refusal) return refuse(refusal)
  // Withdrawn meanwhile: there is nothing left to find untrue, but the party still gets its answer.
  const isLost = outcome === 'FOUND' && !commitmentTransitions[commitmentState].includes('UNTRUE')
  return isLost ? refuse({ code: 'COMMITMENT_CLOSED', state: commitmentState }) : ok({ type: 'DECIDED', state: outcome })
}

/** Who may not decide on it, and why; null for anyone else. */
export function separationBroken({ proposedById, officerId }: UntrueFinding, actorId: string): UntrueRefusal | null {
  if (actorId === proposedById) return { code: 'SEPARATION_OF_DUTIES', is: 'PROPOSER' }
  return actorId === officerId ? { code: 'SEPARATION_OF_DUTIES', is: 'OFFICER' } : null
}

/** The window is over at 24:00 of its last day. */
const isHeard = (defenceDueOn: CalendarDay, now: Date): boolean => now >= endOfShanghaiDay(defenceDueOn)

const wrongState = ({ state }: UntrueFinding, to: UntrueState): UntrueRefusal | null =>
  untrueTransitions[state].includes(to) ? null : { code: 'WRONG_STATE', state }

function incomplete(texts: Readonly<Record<string, string>>): UntrueRefusal | null {
  const missing = Object.keys(texts).filter((name) => texts[name]?.trim() === '')
  return missing.length > 0 ? { code: 'INCOMPLETE', missing } : null
}
