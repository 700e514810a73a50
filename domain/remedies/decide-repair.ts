import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { incomplete } from '#domain/listings/case-guards.ts'
import { repairTransitions } from './credit-repair.ts'
import type { CreditRepair, RepairableEntry, RepairCondition, RepairState } from './credit-repair.ts'
import type { RemedyContext } from './decide-appeal.ts'
import type { RepairCommand, RepairEvent, RepairRefusal } from './repair-command.ts'

type Decided = Result<RepairEvent, RepairRefusal>
type CommandOf<T extends RepairCommand['type']> = Extract<RepairCommand, { type: T }>

/**
 * Whether a step of a credit repair may be taken, and what then happened (rulebook R5): publicity and effects end on the day of the grant,
 * never before the least publicity is over. `state` is null before it is applied for.
 */
export function decideRepair(state: CreditRepair | null, entry: RepairableEntry, command: RepairCommand, context: RemedyContext): Decided {
  if (command.type === 'FILE_REPAIR') return state === null ? file(entry, command, context) : refuse({ code: 'REPAIR_EXISTS' })
  return state === null ? refuse({ code: 'REPAIR_MISSING' }) : continueRepair(state, entry, command, context)
}

/** Why no repair of this entry can be applied for on that day; null when it can. */
export function repairObstacle(entry: RepairableEntry, today: CalendarDay): RepairRefusal | null {
  return (entry.hasOpenRepair ? { code: 'REPAIR_OPEN' } : null) ?? entryObstacle(entry, today)
}

/** What about the entry itself stands against a repair on that day, whoever decides. */
export function entryObstacle({ list, status, untilOn, earliestRepairOn }: RepairableEntry, today: CalendarDay): RepairRefusal | null {
  if (list === 'RED_LIST' || earliestRepairOn === null) return { code: 'LIST_WITHOUT_REPAIR', list }
  if (status !== 'ACTIVE') return { code: 'ENTRY_ENDED', status }
  if (untilOn !== null && untilOn < today) return { code: 'ENTRY_EXPIRED', untilOn }
  return today < earliestRepairOn ? { code: 'REPAIR_TOO_EARLY', earliestRepairOn } : null
}

function file(entry: RepairableEntry, command: CommandOf<'FILE_REPAIR'>, { now, calendar, ruleSet }: RemedyContext): Decided {
  const { correction, performance, commitment } = command
  const today = shanghaiDayOf(now)
  const refusal = repairObstacle(entry, today) ?? incomplete({ correction, performance, commitment })
  if (refusal) return refuse(refusal)
  const due = addWorkingDays(today, ruleSet.parameters.repairAnswerWorkingDays.value, calendar)
  return due.ok ? ok({ type: 'REPAIR_FILED', filedAt: now, answerDueOn: due.value, ruleSetVersion: ruleSet.version }) : due
}

function continueRepair(
  state: CreditRepair,
  entry: RepairableEntry,
  command: Exclude<RepairCommand, CommandOf<'FILE_REPAIR'>>,
  { now, ruleSet }: RemedyContext,
): Decided {
  switch (command.type) {
    case 'WITHDRAW_REPAIR':
    case 'RECORD_ANNULMENT':
      return step(state, 'WITHDRAWN', [], { type: 'REPAIR_WITHDRAWN', at: now })
    case 'GRANT_REPAIR': {
      const { actorId, basis, reasons } = command
      const problems = [dutyHeld(entry, actorId), incomplete({ basis, reasons }), entryObstacle(entry, shanghaiDayOf(now)), unmet(command)]
      return step(state, 'GRANTED', problems, { type: 'REPAIR_GRANTED', deciderId: actorId, at: now, ruleSetVersion: ruleSet.version })
    }
    case 'REFUSE_REPAIR': {
      const { actorId, basis, reasons } = command
      const problems = [dutyHeld(entry, actorId), incomplete({ basis, reasons })]
      return step(state, 'REFUSED', problems, { type: 'REPAIR_REFUSED', deciderId: actorId, at: now, ruleSetVersion: ruleSet.version })
    }
  }
}

function step(state: CreditRepair, to: RepairState, problems: readonly (RepairRefusal | null)[], event: RepairEvent): Decided {
  const moved = moveTo(repairTransitions, state.state, to)
  if (!moved.ok) return moved
  const problem = problems.find((one) => one !== null)
  return problem ? refuse(problem) : ok(event)
}

/** Who reported or investigated the violation does not decide on its repair. */
export function dutyHeld({ reporterId, investigatorId }: RepairableEntry, actorId: string): RepairRefusal | null {
  if (actorId === reporterId) return { code: 'SEPARATION_OF_DUTIES', is: 'REPORTER' }
  return actorId === investigatorId ? { code: 'SEPARATION_OF_DUTIES', is: 'INVESTIGATOR' } : null
}

function unmet({ isCorrected, isPerformed }: CommandOf<'GRANT_REPAIR'>): RepairRefusal | null {
  const missing: RepairCondition[] = [...(isCorrected ? [] : ['CORRECTED' as const]), ...(isPerformed ? [] : ['PERFORMED' as const])]
  return missing.length > 0 ? { code: 'REPAIR_CONDITIONS_UNMET', unmet: missing } : null
}

/** The repair after an event; null before it is applied for. */
export function applyRepairEvent(state: CreditRepair | null, event: RepairEvent): CreditRepair {
  if (event.type === 'REPAIR_FILED') return { state: 'FILED', answerDueOn: event.answerDueOn }
  if (state === null) throw new TypeError(`no repair for ${event.type}`)
  const states = { REPAIR_WITHDRAWN: 'WITHDRAWN', REPAIR_GRANTED: 'GRANTED', REPAIR_REFUSED: 'REFUSED' } as const
  return { ...state, state: states[event.type] }
}
