import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { defenceClosed, incomplete, notInvestigator, separationBroken, stillHeard, wrongState } from './case-guards.ts'
import type { ListingRuleSet } from './listing-rule-set.ts'
import { checkPublicUntil, publicityPeriodOf } from './publicity-period.ts'
import type { ViolationCase, ViolationCaseState } from './violation-case.ts'
import { listOfKind } from './violation-case.ts'
import type { ViolationCommand, ViolationEvent, ViolationRefusal } from './violation-command.ts'

/** What a step is decided against. `ruleSet` is the version in force on the day of the step. */
export interface ViolationContext {
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly ruleSet: ListingRuleSet
}

type Decided = Result<ViolationEvent, ViolationRefusal>
type CommandOf<T extends ViolationCommand['type']> = Extract<ViolationCommand, { type: T }>

/**
 * Whether a step of the procedure may be taken, and what then happened (rulebook R5). `state` is null before the report. Roles are
 * checked before; here stands what holds between the persons and the documents of one case.
 */
export function decideViolation(state: ViolationCase | null, command: ViolationCommand, context: ViolationContext): Decided {
  switch (command.type) {
    case 'REPORT_VIOLATION':
    case 'OPEN_BROKEN_COMMITMENTS':
      return state === null ? report(command, context) : refuse({ code: 'CASE_EXISTS' })
    default:
      return state === null ? refuse({ code: 'CASE_MISSING' }) : continueCase(state, command, context)
  }
}

function continueCase(
  state: ViolationCase,
  command: Exclude<ViolationCommand, CommandOf<'REPORT_VIOLATION' | 'OPEN_BROKEN_COMMITMENTS'>>,
  context: ViolationContext,
): Decided {
  const { now } = context
  switch (command.type) {
    case 'START_INVESTIGATION': {
      const refusal = wrongState(state, 'INVESTIGATING')
      if (refusal) return refuse(refusal)
      if (command.actorId === state.reporterId) return refuse({ code: 'SEPARATION_OF_DUTIES', is: 'REPORTER' })
      const investigationDueOn = addDays(shanghaiDayOf(now), context.ruleSet.parameters.investigationDays.value)
      return ok({ type: 'INVESTIGATION_STARTED', investigatorId: command.actorId, startedAt: now, investigationDueOn })
    }
    case 'SERVE_NOTICE':
      return serveNotice(state, command, context)
    case 'FILE_DEFENCE': {
      const refusal = wrongState(state, 'DEFENCE_FILED') ?? defenceClosed(state, now) ?? incomplete({ statement: command.statement })
      return refusal ? refuse(refusal) : ok({ type: 'DEFENCE_FILED', filedById: command.filedById, filedAt: now })
    }
    case 'WAIVE_DEFENCE': {
      const refusal = wrongState(state, 'DEFENCE_FILED') ?? unserved(state) ?? incomplete({ writtenWaiver: command.writtenWaiver })
      if (refusal) return refuse(refusal)
      if (state.isDefenceWaived) return refuse({ code: 'DEFENCE_WAIVED_BEFORE' })
      return ok({ type: 'DEFENCE_WAIVED', waivedById: command.waivedById, waivedAt: now })
    }
    case 'DECIDE_LISTING':
      return decideListing(state, command, context)
    case 'DECIDE_NO_LISTING':
      return decideNoListing(state, command, context)
    case 'CLOSE_WITHOUT_FINDING': {
      const refusal =
        wrongState(state, 'CLOSED_NO_FINDING') ?? notInvestigator(state, command.actorId) ?? incomplete({ reasons: command.reasons })
      return refusal ? refuse(refusal) : ok({ type: 'CLOSED_WITHOUT_FINDING', closedById: command.actorId, closedAt: now })
    }
  }
}

function report(command: CommandOf<'REPORT_VIOLATION' | 'OPEN_BROKEN_COMMITMENTS'>, { now, ruleSet }: ViolationContext): Decided {
  const common = { type: 'CASE_REPORTED', reporterId: command.reporterId, reportedAt: now, ruleSetVersion: ruleSet.version } as const
  if (command.type === 'REPORT_VIOLATION') {
    if (command.reporterId === null) return refuse({ code: 'REPORTER_REQUIRED' })
    const refusal = incomplete({ violationCode: command.violationCode, facts: command.facts })
    if (refusal) return refuse(refusal)
    return ok({ ...common, kind: 'VIOLATION', severity: command.severity, category: command.category })
  }
  if (command.reporterId !== null) return refuse({ code: 'ONLY_SYSTEM_OPENS' })
  const refusal = incomplete({ breachIds: command.breachIds.join(' '), facts: command.facts })
  if (refusal) return refuse(refusal)
  return ok({
    ...common,
    kind: 'BROKEN_COMMITMENTS',
    severity: ruleSet.parameters.brokenCommitmentsSeverity.value,
    category: null,
  })
}

function serveNotice(state: ViolationCase, command: CommandOf<'SERVE_NOTICE'>, context: ViolationContext): Decided {
  const { actorId, facts, basis, intendedMeasure, rightToDefend } = command
  const refusal =
    wrongState(state, 'NOTICED') ?? notInvestigator(state, actorId) ?? incomplete({ facts, basis, intendedMeasure, rightToDefend })
  if (refusal) return refuse(refusal)
  const { now, calendar, ruleSet } = context
  if (!command.isReachable) return ok({ type: 'NOTICE_ISSUED', issuedAt: now })
  const due = addWorkingDays(shanghaiDayOf(now), ruleSet.parameters.defenceWorkingDays.value, calendar)
  return due.ok ? ok({ type: 'NOTICE_SERVED', servedAt: now, defenceDueOn: due.value }) : due
}

function decideListing(state: ViolationCase, command: CommandOf<'DECIDE_LISTING'>, { now, ruleSet }: ViolationContext): Decided {
  const refusal = mayNotDecide(state, 'DECIDED_LISTED', command, now)
  if (refusal) return refuse(refusal)
  const listable = ruleSet.parameters.listableCategories.value
  if (state.category !== null && !listable.includes(state.category)) {
    return refuse({ code: 'CATEGORY_NOT_LISTABLE', category: state.category, listable })
  }
  const decidedOn = shanghaiDayOf(now)
  const period = publicityPeriodOf(state.severity, decidedOn, ruleSet)
  const until = checkPublicUntil(period, command.publicUntilOn, command.publicationReason)
  if (!until.ok) return until
  return ok({
    type: 'LISTING_DECIDED',
    deciderId: command.actorId,
    decidedAt: now,
    list: listOfKind(state.kind),
    fromOn: decidedOn,
    untilOn: until.value,
    earliestRepairOn: period.earliestRepairOn,
    countsUntilOn: period.automaticEndOn,
    ruleSetVersion: ruleSet.version,
  })
}

function decideNoListing(state: ViolationCase, command: CommandOf<'DECIDE_NO_LISTING'>, { now, ruleSet }: ViolationContext): Decided {
  const refusal = mayNotDecide(state, 'DECIDED_NOT_LISTED', command, now)
  if (refusal) return refuse(refusal)
  const { isViolationFound } = command
  const { automaticEndOn } = publicityPeriodOf(state.severity, shanghaiDayOf(now), ruleSet)
  return ok({
    type: 'NO_LISTING_DECIDED',
    deciderId: command.actorId,
    decidedAt: now,
    isViolationFound,
    countsUntilOn: isViolationFound ? automaticEndOn : null,
    ruleSetVersion: ruleSet.version,
  })
}

/** Who reports ≠ who investigates ≠ who decides; reasons and basis in writing; nobody is decided on unheard. */
function mayNotDecide(
  state: ViolationCase,
  target: ViolationCaseState,
  command: { readonly actorId: string; readonly basis: string; readonly reasons: string },
  now: Date,
): ViolationRefusal | null {
  return (
    wrongState(state, target) ??
    separationBroken(state, command.actorId) ??
    incomplete({ basis: command.basis, reasons: command.reasons }) ??
    stillHeard(state, now)
  )
}

/** Nothing can be waived of which the party was not told. */
const unserved = ({ defenceDueOn }: ViolationCase): ViolationRefusal | null =>
  defenceDueOn === null ? { code: 'NOTICE_NOT_SERVED' } : null
