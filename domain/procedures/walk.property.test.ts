import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { isWorkingDay } from '#domain/kernel/working-days.ts'
import { hearingTransitions } from '#domain/listings/hearing.ts'
import { suspensionHoldsUntil } from '#domain/listings/interim-suspension.ts'
import { barsOfEntry } from '#domain/listings/list-effects.ts'
import { nominationTransitions } from '#domain/listings/red-list-nomination.ts'
import { violationTransitions } from '#domain/listings/violation-case.ts'
import { ZZ_LISTING_1 } from '#domain/listings/zz-listing-1.ts'
import { appealTransitions } from '#domain/remedies/appeal.ts'
import { repairTransitions } from '#domain/remedies/credit-repair.ts'
import { emptyWorld, later, walkedDays } from './walk.fixture.ts'
import type { Accepted, World } from './walk.fixture.ts'
import { attempts, partyAttempts } from './walk-steps.fixture.ts'

// The procedures of rulebook R5 walked at random by people who try everything. What must hold is stated here anew, in other words
// than the rules use: from what happened and when, never from what a rule said.

const all = [...attempts, ...partyAttempts]
const step = fc.record({
  /** Legal steps lead deep; blind ones try what is forbidden there. */
  isBlind: fc.constantFrom(false, false, false, true),
  pick: fc.noBias(fc.nat()),
  days: fc.constantFrom(0, 0, 0, 0, 0, 1, 3, 12, 40, 100),
})

function take(world: World, { isBlind, pick }: { readonly isBlind: boolean; readonly pick: number }): World {
  if (isBlind) return all[pick % all.length]?.on(world) ?? world
  const legal = legalIn(world)
  // First the kind of step, then who and how: else the many variants of one step would crowd out the others.
  const variants = legal.get([...legal.keys()][pick % Math.max(1, legal.size)] ?? '') ?? []
  return variants[Math.floor(pick / 64) % Math.max(1, variants.length)] ?? world
}

/** What the procedures allow now: the worlds after each kind of step. */
function legalIn(world: World): ReadonlyMap<string, readonly World[]> {
  const legal = new Map<string, World[]>()
  for (const attempt of all) {
    const next = attempt.on(world)
    if (next) legal.set(attempt.name, [...(legal.get(attempt.name) ?? []), next])
  }
  return legal
}

const dayOf = ({ at }: Accepted) => shanghaiDayOf(at)
const last = (world: World, ...types: readonly string[]) => world.history.filter(({ type }) => types.includes(type)).at(-1)
const first = (world: World, ...types: readonly string[]) => world.history.find(({ type }) => types.includes(type))

/** The n-th working day after a day, counted by hand. */
function workingDayAfter(start: string, n: number): string {
  let day = start
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    const working = isWorkingDay(day, calendarOf2026)
    if (working.ok && working.value) left -= 1
  }
  return day
}

function checkDecision(world: World): void {
  const decided = first(world, 'LISTING_DECIDED', 'NO_LISTING_DECIDED')
  expect(world.entry === null || decided?.type === 'LISTING_DECIDED', 'no entry without a decision that lists').toBe(true)
  if (!decided) return
  const served = first(world, 'NOTICE_SERVED')
  expect(served && served.at <= decided.at, 'no decision without a served notice').toBe(true)
  if (!served) return
  const answered = first(world, 'DEFENCE_FILED', 'DEFENCE_WAIVED')
  const isOver = dayOf(decided) > workingDayAfter(dayOf(served), 10)
  expect(isOver || (answered !== undefined && answered.at <= decided.at), 'no decision before the window ends').toBe(true)
  const before = world.history.slice(0, world.history.indexOf(decided))
  const asked = before.filter(({ type }) => type === 'HEARING_REQUESTED').length
  const closed = before.filter(({ type }) => ['HEARING_HELD', 'HEARING_REFUSED', 'HEARING_WAIVED'].includes(type)).length
  expect(closed, 'no decision while a hearing is open').toBe(asked)
  expect(dayOf(decided), 'an entry has effect from its decision on').toBe(world.entry?.fromOn ?? dayOf(decided))
}

function checkPeople(world: World): void {
  const actor = (type: string) => first(world, type)?.actorId ?? null
  const reporter = actor('CASE_REPORTED')
  const roles = {
    reporter,
    investigator: actor('INVESTIGATION_STARTED'),
    decider: last(world, 'LISTING_DECIDED', 'NO_LISTING_DECIDED')?.actorId ?? null,
    reviewer: last(world, 'APPEAL_DECIDED', 'REVIEW_STARTED')?.actorId ?? null,
  }
  const people = Object.values(roles).filter((one) => one !== null)
  expect(new Set(people).size, `no two roles by one person: ${JSON.stringify(roles)}`).toBe(people.length)
  const presider = last(world, 'HEARING_SCHEDULED')?.actorId ?? null
  if (presider !== null) {
    expect(
      [roles.reporter, roles.investigator, roles.reviewer],
      'who presides has no part in the investigation or the review',
    ).not.toContain(presider)
  }
  for (const type of ['SUSPENSION_ORDERED', 'REPAIR_GRANTED', 'REPAIR_REFUSED']) {
    const by = last(world, type)?.actorId ?? null
    if (by !== null) expect([roles.reporter, roles.investigator], type).not.toContain(by)
  }
  const nomination = world.history.map(({ type }) => type).lastIndexOf('RED_NOMINATED')
  const red = world.history
    .slice(Math.max(0, nomination))
    .filter(({ type }) => /^RED_(NOMINATED|PUBLICITY_STARTED|LISTING_DECIDED)$/.test(type))
  expect(new Set(red.map(({ actorId }) => actorId)).size, 'the red list: three steps, three people').toBe(red.length)
}

function checkEffects(world: World): void {
  const today = shanghaiDayOf(world.now)
  const { entry } = world
  if (entry) {
    const held = new Set<string>()
    for (const bar of barsOfEntry(entry, ZZ_LISTING_1, today)) {
      for (const day of walkedDays) if (bar.from <= day && (bar.until === null || day <= bar.until)) held.add(day)
    }
    const decidedOn = dayOf(first(world, 'LISTING_DECIDED')!)
    const endedOn = entry.endedOn ?? '9999-12-31'
    const outside = [...held].filter((day) => day < decidedOn || day > (entry.untilOn ?? '9999-12-31') || day >= endedOn)
    expect(outside, 'no effect outside its period').toEqual([])
    if (entry.status === 'ANNULLED') expect([...held], 'an annulled entry never was').toEqual([])
  }
  const used = new Set<string>()
  for (const one of world.suspensions) {
    for (const day of walkedDays) if (one.fromOn <= day && day <= suspensionHoldsUntil(one, today)) used.add(day)
  }
  expect(used.size, 'a suspension is never a silent listing').toBeLessThanOrEqual(30)
  if (world.redEntry) {
    const listed = last(world, 'RED_LISTING_DECIDED')!
    // Whoever was removed may be nominated again: a publicity that started since is another's.
    const publicity = world.history.slice(0, world.history.indexOf(listed)).findLast(({ type }) => type === 'RED_PUBLICITY_STARTED')!
    expect(dayOf(listed) > workingDayAfter(dayOf(publicity), 7), 'nobody is on the red list before the publicity is over').toBe(true)
    if (entry?.status === 'ACTIVE' && dayOf(listed) <= entry.fromOn) expect(world.redEntry.status).toBe('REMOVED')
  }
}

function checkRemedies(world: World): void {
  const filed = last(world, 'APPEAL_FILED')
  const served = first(world, 'DECISION_SERVED')
  if (filed && served && served.at <= filed.at) {
    expect(dayOf(filed) <= workingDayAfter(dayOf(served), 10), 'no appeal after its days').toBe(true)
  }
  const granted = last(world, 'REPAIR_GRANTED')
  if (granted && world.entry) {
    // General: three months at least.
    expect(dayOf(granted) >= addDays(world.entry.fromOn, 89), 'no repair before the least publicity is over').toBe(true)
    expect(world.entry.status === 'REPAIRED' || world.entry.status === 'ANNULLED').toBe(true)
  }
}

/** No state is left but along its table. */
function checkMoves(before: World, after: World): void {
  const moves = [
    [violationTransitions, before.violation?.state, after.violation?.state],
    [hearingTransitions, before.violation?.hearing?.state, after.violation?.hearing?.state],
    [appealTransitions, before.appeal?.state, after.endedAppeals.length > before.endedAppeals.length ? undefined : after.appeal?.state],
    [repairTransitions, before.repair?.state, after.repair?.state === 'FILED' ? undefined : after.repair?.state],
    [nominationTransitions, before.nomination?.state, after.nomination?.state === 'NOMINATED' ? undefined : after.nomination?.state],
  ] as const
  for (const [table, from, to] of moves) {
    if (from === undefined || to === undefined || from === to) continue
    expect((table as Readonly<Record<string, readonly string[]>>)[from], `${from} to ${to}`).toContain(to)
  }
}

/** What a walk must have come to. */
const wanted = [
  ...['CLOSED_WITHOUT_FINDING', 'INVESTIGATION_EXTENDED', 'SUSPENSION_ORDERED', 'NOTICE_ISSUED', 'NOTICE_SERVED', 'DECISION_SERVED'],
  ...['HEARING_SCHEDULED', 'HEARING_HELD', 'HEARING_WAIVED', 'DEFENCE_FILED', 'DEFENCE_WAIVED', 'LISTING_DECIDED', 'NO_LISTING_DECIDED'],
  ...['APPEAL_DECIDED ANNULLED', 'APPEAL_DECIDED VARIED', 'APPEAL_DECIDED UPHELD', 'ADMISSION_REFUSED NOT_ADMITTED'],
  ...['REPAIR_GRANTED', 'REPAIR_REFUSED', 'RED_LISTING_DECIDED', 'RED_NO_LISTING_DECIDED', 'RED_WITHDRAWN', 'RED_TURNED_DOWN'],
]

/** One step and some days: everything that must hold, holds. */
function go(world: World, next: World, days: number): World {
  checkMoves(world, next)
  checkDecision(next)
  checkPeople(next)
  checkRemedies(next)
  const after = later(next, days)
  checkEffects(after)
  return after
}

test('whatever anyone tries, in whatever order: R5 holds', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 45, size: 'max' }), (steps) => {
      steps.reduce((world, one) => go(world, take(world, one), one.days), emptyWorld)
    }),
    { numRuns: 60 },
  )
})

test('and on walks that seek out what was done least: every end is reached', () => {
  const taken = new Map<string, number>()
  const reached = new Set<string>()
  const days = [0, 0, 0, 1, 0, 0, 12, 0, 0, 40, 0, 3, 0, 0, 100, 0, 7]
  for (let walk = 0; walk < 80; walk += 1) {
    let world = emptyWorld
    for (let at = 0; at < 26; at += 1) {
      const legal = legalIn(world)
      const name = [...legal.keys()].sort((a, b) => (taken.get(a) ?? 0) - (taken.get(b) ?? 0))[0]
      if (name === undefined) break
      const count = taken.get(name) ?? 0
      taken.set(name, count + 1)
      const variants = legal.get(name) ?? []
      world = go(world, variants[(count * 7) % variants.length] ?? world, days[(walk * 5 + at) % days.length] ?? 0)
    }
    for (const { type, facts } of world.history) reached.add(facts['state'] ? `${type} ${String(facts['state'])}` : type)
  }
  // A walk that never got anywhere would have proved nothing.
  expect(wanted.filter((one) => !reached.has(one))).toEqual([])
})
