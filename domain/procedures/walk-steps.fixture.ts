import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { applyHearingEvent, decideHearing } from '#domain/listings/decide-hearing.ts'
import type { HearingCommand } from '#domain/listings/hearing-command.ts'
import { applyInvestigationEvent, decideInvestigation } from '#domain/listings/decide-investigation.ts'
import { decideNomination } from '#domain/listings/decide-nomination.ts'
import { applyService, decideService } from '#domain/listings/decide-service.ts'
import type { ServedDocument } from '#domain/listings/decide-service.ts'
import { decideSuspension } from '#domain/listings/interim-suspension.ts'
import { findingsBut } from '#domain/listings/red-list.fixture.ts'
import { applyNominationEvent } from '#domain/listings/red-list-nomination.ts'
import type { NominationCommand } from '#domain/listings/red-list-nomination.ts'
import { applyViolationEvent } from '#domain/listings/apply-violation-event.ts'
import { decideViolation } from '#domain/listings/decide-violation.ts'
import type { ViolationCommand } from '#domain/listings/violation-command.ts'
import { finalAppealStates } from '#domain/remedies/appeal.ts'
import type { AppealCommand } from '#domain/remedies/appeal-command.ts'
import { finalRepairStates } from '#domain/remedies/credit-repair.ts'
import { applyAppealEvent, decideAppeal } from '#domain/remedies/decide-appeal.ts'
import { applyRepairEvent, decideRepair } from '#domain/remedies/decide-repair.ts'
import type { RepairCommand } from '#domain/remedies/repair-command.ts'
import { bodyOf, entryOf, noted, rulesAt, walkers } from './walk.fixture.ts'
import type { World } from './walk.fixture.ts'

/** For tests: something somebody tries; null when the procedure refuses it. */
export interface Attempt {
  readonly name: string
  readonly on: (world: World) => World | null
}

const today = ({ now }: World) => shanghaiDayOf(now)
const valueOf = <T>(result: Result<T, { readonly code: string }>): T | null => (result.ok ? result.value : null)

function violate(command: ViolationCommand, actorId: string | null): Attempt {
  const on = (world: World): World | null => {
    const event = valueOf(decideViolation(world.violation, command, rulesAt(world)))
    if (!event) return null
    const violation = applyViolationEvent(world.violation, event)
    const dueOn = violation.defenceDueOn
    const after = noted({ ...world, violation }, event.type, actorId, { dueOn })
    if (event.type === 'NO_LISTING_DECIDED') return { ...after, deciderId: actorId, isViolationFound: event.isViolationFound }
    if (event.type !== 'LISTING_DECIDED') return after
    const entry = { ...entryOf(world, event.list, event.untilOn), earliestRepairOn: event.earliestRepairOn }
    // Who is blacklisted leaves the red list in the same step.
    const { redEntry } = after
    const fallen = redEntry?.status === 'ACTIVE' ? { ...redEntry, status: 'REMOVED' as const, endedOn: today(world) } : redEntry
    return { ...after, deciderId: actorId, isViolationFound: true, entry, redEntry: fallen }
  }
  return { name: command.type, on }
}

function hear(command: HearingCommand, actorId: string, commandIn: (world: World) => HearingCommand = () => command): Attempt {
  const on = (world: World): World | null => {
    const event = world.violation && valueOf(decideHearing(world.violation, commandIn(world), rulesAt(world)))
    if (!event || !world.violation) return null
    const violation = applyHearingEvent(world.violation, event)
    return noted({ ...world, violation, presiderId: violation.hearing?.presiderId ?? null }, event.type, actorId)
  }
  return { name: command.type, on }
}

function serve(document: ServedDocument): Attempt {
  const on = (world: World): World | null => {
    const served = { document, servedOn: today(world) }
    const event = world.violation && valueOf(decideService(world.violation, served, rulesAt(world)))
    if (!event || !world.violation) return null
    const violation = applyService(world.violation, event)
    return noted({ ...world, violation }, event.type, null, { dueOn: violation.defenceDueOn })
  }
  return { name: `SERVE_${document}`, on }
}

function extend(actorId: string): Attempt {
  const on = (world: World): World | null => {
    const command = { type: 'EXTEND_INVESTIGATION', actorId, reasons: '鉴定' } as const
    const event = world.violation && valueOf(decideInvestigation(world.violation, command, rulesAt(world)))
    if (!event || !world.violation) return null
    return noted({ ...world, violation: applyInvestigationEvent(world.violation, event) }, event.type, actorId)
  }
  return { name: 'EXTEND_INVESTIGATION', on }
}

function suspend(actorId: string, days: number): Attempt {
  const on = (world: World): World | null => {
    const command = { actorId, basis: 'R5', reasons: '防止扩大', untilOn: addDays(today(world), days) }
    const event = world.violation && valueOf(decideSuspension(world.violation, world.suspensions, command, rulesAt(world)))
    if (!event) return null
    const { fromOn, untilOn } = event
    const suspension = { suspensionId: String(world.suspensions.length), fromOn, untilOn, liftedOn: null }
    return noted({ ...world, suspensions: [...world.suspensions, suspension] }, event.type, actorId)
  }
  return { name: 'ORDER_SUSPENSION', on }
}

function appeal(command: AppealCommand, actorId: string, commandIn: (world: World) => AppealCommand = () => command): Attempt {
  const on = (world: World): World | null => {
    const { violation } = world
    if (!violation) return null
    const isNew = command.type === 'FILE_APPEAL'
    const open = world.appeal && !finalAppealStates.includes(world.appeal.state) ? world.appeal : null
    const facts = {
      ...{ caseState: violation.state, isViolationFound: world.isViolationFound, appealDueOn: violation.appealDueOn, entry: world.entry },
      ...{ reporterId: violation.reporterId, investigatorId: violation.investigatorId, deciderId: world.deciderId },
      ...{ presiderId: world.presiderId, decidingChain: ['office', 'city'] },
      otherAppeals: isNew ? [...world.endedAppeals, ...(world.appeal ? [world.appeal.state] : [])] : world.endedAppeals,
    }
    const event = valueOf(decideAppeal(isNew ? null : open, facts, commandIn(world), rulesAt(world)))
    if (!event) return null
    const next = applyAppealEvent(isNew ? null : open, event)
    const endedAppeals = isNew && world.appeal ? [...world.endedAppeals, world.appeal.state] : world.endedAppeals
    const after = noted({ ...world, appeal: next, endedAppeals }, event.type, actorId, { state: next.state })
    if (event.type !== 'APPEAL_DECIDED' || event.outcome === 'UPHELD' || !world.entry) return after
    if (event.outcome === 'VARIED' && event.newUntilOn !== null) return { ...after, entry: { ...world.entry, untilOn: event.newUntilOn } }
    // What was open about an entry that fell is over with it.
    const repair = world.repair?.state === 'FILED' ? { ...world.repair, state: 'WITHDRAWN' as const } : world.repair
    return { ...after, repair, entry: { ...world.entry, status: 'ANNULLED', endedOn: today(world) } }
  }
  return { name: command.type === 'DECIDE_APPEAL' ? `${command.type} ${command.outcome}` : command.type, on }
}

function repair(command: RepairCommand, actorId: string): Attempt {
  const on = (world: World): World | null => {
    const { entry, violation } = world
    if (!entry || !violation) return null
    const open = world.repair && !finalRepairStates.includes(world.repair.state) ? world.repair : null
    const isNew = command.type === 'FILE_REPAIR'
    const { reporterId, investigatorId } = violation
    const facts = { ...entry, reporterId, investigatorId, hasOpenRepair: isNew && open !== null }
    const event = valueOf(decideRepair(isNew ? null : open, facts, command, rulesAt(world)))
    if (!event) return null
    const after = noted({ ...world, repair: applyRepairEvent(isNew ? null : open, event) }, event.type, actorId)
    return event.type === 'REPAIR_GRANTED' ? { ...after, entry: { ...entry, status: 'REPAIRED', endedOn: today(world) } } : after
  }
  return { name: command.type, on }
}

function nominate(commandOf: (world: World) => NominationCommand, actorId: string): Attempt {
  const on = (world: World): World | null => {
    const command = commandOf(world)
    const event = valueOf(decideNomination(command.type === 'NOMINATE' ? null : world.nomination, command, rulesAt(world)))
    if (!event) return null
    const nomination = applyNominationEvent(command.type === 'NOMINATE' ? null : world.nomination, event)
    const after = noted({ ...world, nomination }, `RED_${event.type}`, actorId, { dueOn: nomination.publicUntilOn })
    return event.type === 'LISTING_DECIDED' ? { ...after, redEntry: entryOf(world, 'RED_LIST', null) } : after
  }
  return { name: `RED_${commandOf(emptyForName).type}`, on }
}
const emptyForName = { now: new Date(0), violation: null, entry: null, redEntry: null, nomination: null } as unknown as World

/** What the criteria find on the day: a blacklisted firm does not meet them. */
const findings = ({ entry }: World) => (entry?.status === 'ACTIVE' ? findingsBut('NOT_LISTED', 'NO_VIOLATION') : findingsBut())
const isOpen = ({ nomination }: World) => nomination?.state === 'NOMINATED' || nomination?.state === 'PUBLICITY'

const texts = { basis: 'R5', reasons: '理由' }

/** For tests: everything that anyone may try, legal or not; the procedures say which. */
export const attempts: readonly Attempt[] = walkers.flatMap((who) => {
  const notice = { facts: '事实', basis: 'R5', intendedMeasure: '列入', rightToDefend: '可申辩' }
  const reviewer = { actorId: who, bodyId: bodyOf(who) }
  const red = { actorId: who, reasons: '理由' }
  return [
    violate(
      {
        ...{ type: 'REPORT_VIOLATION', reporterId: who, violationCode: 'V-RPT-01', severity: 'GENERAL', category: 'FALSE_REPORT' },
        ...{ facts: '事实', occurredOn: '2026-01-02' },
      } as const,
      who,
    ),
    violate({ type: 'START_INVESTIGATION', actorId: who }, who),
    extend(who),
    violate({ type: 'SERVE_NOTICE', actorId: who, ...notice, isReachable: true }, who),
    violate({ type: 'SERVE_NOTICE', actorId: who, ...notice, isReachable: false }, who),
    violate({ type: 'CLOSE_WITHOUT_FINDING', actorId: who, reasons: '查无实据' }, who),
    ...[5, 29, 45].map((days) => suspend(who, days)),
    hear({ type: 'REFUSE_HEARING', actorId: who, reasons: '不必' }, who),
    hear({ type: 'HOLD_HEARING', actorId: who, attendees: '各方', record: '笔录' }, who),
    hear({ type: 'WAIVE_HEARING', actorId: who, by: 'PRESIDER', statement: '未到场' }, who),
    ...[4, 14, 21].map((days) => {
      const call = { type: 'SCHEDULE_HEARING', actorId: who, scheduledFor: new Date(0), place: '301', isReachable: days !== 21 } as const
      return hear(call, who, ({ now }) => ({ ...call, scheduledFor: new Date(now.getTime() + days * 86_400_000) }))
    }),
    ...['2026-08-31', '2026-12-31', '2027-02-01'].map((publicUntilOn) =>
      violate({ type: 'DECIDE_LISTING', actorId: who, ...texts, publicUntilOn, publicationReason: null }, who),
    ),
    ...[true, false].map((isViolationFound) => violate({ type: 'DECIDE_NO_LISTING', actorId: who, isViolationFound, ...texts }, who)),
    appeal({ type: 'REFUSE_ADMISSION', ...reviewer, ...texts }, who),
    appeal({ type: 'START_REVIEW', ...reviewer }, who),
    ...(['ANNULLED', 'VARIED', 'UPHELD'] as const).map((outcome) => {
      const decision = { type: 'DECIDE_APPEAL', outcome, ...reviewer, ...texts, newUntilOn: null } as const
      return appeal(decision, who, ({ entry }) =>
        outcome === 'VARIED' ? { ...decision, newUntilOn: entry?.earliestRepairOn ?? null } : decision,
      )
    }),
    repair({ type: 'GRANT_REPAIR', actorId: who, isCorrected: true, isPerformed: true, ...texts }, who),
    repair({ type: 'REFUSE_REPAIR', actorId: who, ...texts }, who),
    nominate(
      (world) => ({
        ...{ type: 'NOMINATE', origin: 'AUTHORITY', basis: 'R5', findings: findings(world), ...red },
        ...{ isOnRedList: world.redEntry?.status === 'ACTIVE', hasOpenNomination: isOpen(world) },
      }),
      who,
    ),
    nominate((world) => ({ type: 'START_PUBLICITY', actorId: who, findings: findings(world) }), who),
    nominate(() => ({ type: 'WITHDRAW', ...red }), who),
    nominate(() => ({ type: 'TURN_DOWN', ...red }), who),
    ...[true, false].map((isListed) =>
      nominate((world) => ({ type: 'DECIDE', ...red, isListed, findings: findings(world), openObjections: 0, upheldObjections: 0 }), who),
    ),
  ]
})

const party = 'party'

/** For tests: what the party itself may do, and what the post and the system do. */
export const partyAttempts: readonly Attempt[] = [
  violate({ type: 'OPEN_BROKEN_COMMITMENTS', reporterId: null, breachIds: ['a', 'b', 'c'], facts: '三次' }, null),
  serve('NOTICE'),
  serve('HEARING_NOTICE'),
  serve('DECISION'),
  violate({ type: 'FILE_DEFENCE', filedById: party, statement: '申辩' }, party),
  violate({ type: 'WAIVE_DEFENCE', waivedById: party, writtenWaiver: '放弃' }, party),
  hear({ type: 'REQUEST_HEARING', requestedById: party, reasons: '请求' }, party),
  hear({ type: 'WAIVE_HEARING', actorId: party, by: 'PARTY', statement: '放弃' }, party),
  appeal({ type: 'FILE_APPEAL', filedById: party, grounds: '不符', request: '撤销' }, party),
  appeal({ type: 'WITHDRAW_APPEAL' }, party),
  repair({ type: 'FILE_REPAIR', filedById: party, correction: '已改', performance: '已缴', commitment: '承诺' }, party),
  repair({ type: 'WITHDRAW_REPAIR' }, party),
]
