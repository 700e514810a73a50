import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBarredOn } from '#domain/credit/bar.ts'
import { addDays, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { annulmentTransitions, commitmentTransitions } from './commitment-state.ts'
import type { CommitmentState } from './commitment-state.ts'
import { judgeDue } from './judge-due.ts'
import { nextDueDay } from './next-due.ts'
import { assessSupplement } from './miss.ts'
import type { PromisedMaterial } from './miss.ts'
import { toleranceStandingOf } from './tolerance-standing.ts'
import type { ToleranceBreach } from './tolerance-trigger.ts'
import { zzTolerance1 } from './tolerance-rules.fixture.ts'

const start = '2026-03-02'

type Command =
  | { readonly type: 'DELIVER'; readonly promise: number; readonly material: number }
  | { readonly type: 'REJECT'; readonly promise: number; readonly material: number; readonly moreDays: number | null }
  | { readonly type: 'WITHDRAW'; readonly promise: number }
  | { readonly type: 'FIND_UNTRUE'; readonly promise: number }
  | { readonly type: 'ANNUL'; readonly breach: number }
  | { readonly type: 'PASS'; readonly days: number }

const index = fc.nat(5)
const command = fc.oneof<fc.Arbitrary<Command>[]>(
  fc.record({ type: fc.constant('DELIVER'), promise: index, material: fc.nat(2) }),
  fc.record({
    type: fc.constant('REJECT'),
    promise: index,
    material: fc.nat(2),
    moreDays: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  }),
  fc.record({ type: fc.constant('WITHDRAW'), promise: index }),
  fc.record({ type: fc.constant('FIND_UNTRUE'), promise: index }),
  fc.record({ type: fc.constant('ANNUL'), breach: fc.nat(8) }),
  fc.record({ type: fc.constant('PASS'), days: fc.integer({ min: 1, max: 12 }) }),
)
const promises = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })

interface Kept {
  readonly id: string
  state: CommitmentState
  nextDueOn: string | null
  readonly dueOn: string
  materials: PromisedMaterial[]
}

/** The course of some promises as the services write it: state and next due day kept with each step, breaches recorded by the sweep. */
class Course {
  #today = start
  readonly breaches: (ToleranceBreach & { annulledAt: Date | null })[] = []
  readonly kept: Kept[]

  constructor(days: readonly (readonly number[])[]) {
    this.kept = days.map((own, n) => ({
      id: `promise-${n}`,
      state: 'PENDING',
      nextDueOn: null,
      dueOn: addDays(start, Math.max(...own)),
      materials: own.map((day, seq) => ({ seq, dueOn: addDays(start, day), deliveredAt: null, rejectedAt: null, secondDueOn: null })),
    }))
    for (const promise of this.kept) this.#keep(promise)
  }

  get now(): Date {
    return new Date(startOfShanghaiDay(this.#today).getTime() + 10 * 3_600_000)
  }

  run(step: Command): void {
    if (step.type === 'PASS') {
      // Within the calendar that is loaded.
      if (this.#today > '2026-10-31') return
      this.#today = addDays(this.#today, step.days)
      this.sweep()
    } else if (step.type === 'ANNUL') this.#annul(this.breaches[step.breach])
    else {
      const promise = this.kept[step.promise]
      if (promise) this.#act(promise, step)
    }
  }

  /** As often as it is asked: a second sweep finds nothing. */
  sweep(): number {
    let missed = 0
    for (const promise of this.kept) {
      if (promise.nextDueOn === null || promise.nextDueOn >= this.#today) continue
      const judged = judgeDue({ mode: 'TOLERANT_ACCEPTANCE', ...promise }, zzTolerance1, calendarOf2026, this.now)
      if (!judged.ok) throw new Error('the calendar of 2026 is loaded')
      if (judged.value.kind === 'MOVED') {
        const { materials, toOn } = judged.value
        promise.materials = promise.materials.map((one) => (materials.includes(one.seq) ? { ...one, dueOn: toOn, secondDueOn: null } : one))
        this.#keep(promise)
        // What it was moved to may have passed, too.
        missed += this.sweep()
      }
      if (judged.value.kind === 'MISSED') {
        this.#record(promise, 'MISSED')
        missed += 1
      }
    }
    return missed
  }

  #act(promise: Kept, step: Exclude<Command, { type: 'PASS' | 'ANNUL' }>): void {
    const change = (changes: Partial<PromisedMaterial>, seq: number) => {
      promise.materials = promise.materials.map((one) => (one.seq === seq ? { ...one, ...changes } : one))
    }
    if (step.type === 'DELIVER' && promise.state === 'PENDING') {
      const before = assessSupplement(promise, zzTolerance1, this.now)
      const isAwaited = before.state !== 'FULFILLED' && before.outstanding.some(({ seq }) => seq === step.material)
      if (isAwaited) change({ deliveredAt: this.now }, step.material)
      this.#keep(promise)
      if (promise.nextDueOn === null) promise.state = 'FULFILLED'
    }
    const delivered = step.type === 'REJECT' ? promise.materials.find(({ seq }) => seq === step.material)?.deliveredAt : null
    if (step.type === 'REJECT' && delivered && ['PENDING', 'FULFILLED'].includes(promise.state)) {
      change({ rejectedAt: this.now, secondDueOn: step.moreDays === null ? null : addDays(this.#today, step.moreDays) }, step.material)
      promise.state = 'PENDING'
      this.#keep(promise)
      this.sweep()
    }
    if (step.type === 'WITHDRAW' && promise.state === 'PENDING') promise.state = 'WITHDRAWN'
    if (step.type === 'FIND_UNTRUE' && commitmentTransitions[promise.state].includes('UNTRUE')) this.#record(promise, 'UNTRUE')
    this.#keep(promise)
  }

  #record(promise: Kept, kind: 'MISSED' | 'UNTRUE'): void {
    promise.state = kind
    this.#keep(promise)
    const breachId = `breach-${this.breaches.length}`
    this.breaches.push({ breachId, commitmentId: promise.id, kind, recordedAt: this.now, annulledAt: null })
  }

  #annul(breach: Course['breaches'][number] | undefined): void {
    const promise = breach && this.kept.find(({ id }) => id === breach.commitmentId)
    if (!breach || breach.annulledAt || !promise) return
    breach.annulledAt = this.now
    const other = this.breaches.find((one) => one.commitmentId === promise.id && one.annulledAt === null)
    const restored = other?.kind ?? 'PENDING'
    if (!annulmentTransitions[promise.state].includes(restored)) return
    promise.state = restored
    if (restored === 'PENDING') {
      const newDay = addDays(this.#today, 10)
      promise.materials = promise.materials.map((one) => ({ ...one, dueOn: newDay, secondDueOn: null }))
    }
    this.#keep(promise)
  }

  #keep(promise: Kept): void {
    promise.nextDueOn = nextDueDay({ mode: 'TOLERANT_ACCEPTANCE', ...promise }, zzTolerance1, this.now)
  }
}

const played = fc.record({ days: promises, commands: fc.array(command, { maxLength: 60 }) })

describe('R1: after any sequence of commands', () => {
  it('nothing is left unswept, a second sweep finds nothing, and one breach of a kind stands for a promise', () =>
    fc.assert(
      fc.property(played, ({ days, commands }) => {
        const course = new Course(days)
        for (const step of commands) course.run(step)
        expect(course.sweep()).toBe(0)
        const standing = course.breaches.filter(({ annulledAt }) => annulledAt === null)
        expect(new Set(standing.map(({ kind, commitmentId }) => `${kind} ${commitmentId}`)).size).toBe(standing.length)
        for (const promise of course.kept) {
          const own = standing.filter(({ commitmentId }) => commitmentId === promise.id).map(({ kind }) => kind)
          if (promise.state === 'MISSED' || promise.state === 'UNTRUE') expect(own).toContain(promise.state)
          else expect(own).toEqual([])
          if (promise.nextDueOn !== null) expect(promise.nextDueOn >= shanghaiDayOf(course.now)).toBe(true)
        }
      }),
      { numRuns: 1500 },
    ))

  it('the standing kept step by step is the standing rebuilt from the events, in whatever order they are read', () =>
    fc.assert(
      fc.property(played, fc.infiniteStream(fc.nat()), ({ days, commands }, order) => {
        const course = new Course(days)
        let kept = toleranceStandingOf([], [], zzTolerance1, course.now)
        for (const step of commands) {
          course.run(step)
          kept = toleranceStandingOf(course.breaches, [], zzTolerance1, course.now)
        }
        const keys = new Map(course.breaches.map((breach) => [breach.breachId, order.next().value as number]))
        const shuffled = [...course.breaches].sort((a, b) => (keys.get(a.breachId) ?? 0) - (keys.get(b.breachId) ?? 0))
        expect(toleranceStandingOf(shuffled, [], zzTolerance1, course.now)).toEqual(kept)
        const standing = course.breaches.filter(({ annulledAt }) => annulledAt === null)
        expect(kept.misses).toBe(standing.filter(({ kind }) => kind === 'MISSED').length)
        const today = shanghaiDayOf(course.now)
        const isHeld = kept.misses >= 3 || kept.untrueCommitments > 0
        expect(isBarredOn(kept.bars, 'TOLERANT_HANDLING', today)).toBe(isHeld)
        expect(isBarredOn(kept.bars, 'TOLERANT_ACCEPTANCE', today)).toBe(isHeld)
      }),
      { numRuns: 1500 },
    ))

  it('three days that pass without a delivery hold both modes; one of them annulled sets them free', () => {
    const course = new Course([[1], [2], [4], [40]])
    course.run({ type: 'PASS', days: 12 })
    const heldOn = (asOf: Date) =>
      isBarredOn(toleranceStandingOf(course.breaches, [], zzTolerance1, asOf).bars, 'TOLERANT_ACCEPTANCE', shanghaiDayOf(asOf))
    expect([course.breaches.length, heldOn(course.now)]).toEqual([3, true])
    course.run({ type: 'ANNUL', breach: 1 })
    expect([course.kept[1]?.state, heldOn(course.now)]).toEqual(['PENDING', false])
  })

  it('a delivery before 24:00 of its day is never a miss', () =>
    fc.assert(
      fc.property(promises, (days) => {
        const course = new Course(days)
        for (const [n, { materials }] of course.kept.entries())
          for (const { seq } of materials) course.run({ type: 'DELIVER', promise: n, material: seq })
        course.run({ type: 'PASS', days: 12 })
        return course.breaches.length === 0 && course.kept.every(({ state }) => state === 'FULFILLED')
      }),
    ))
})
