import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standingDifferences } from '#domain/credit/read-standing.ts'
import { addDays, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { decideBreachObjection } from '#services/commitments/decide-breach-objection.ts'
import { extendCommitment } from '#services/commitments/extend-commitment.ts'
import { nextDueOnOf } from '#services/commitments/next-due.ts'
import { objectToBreach } from '#services/commitments/object-to-breach.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { rejectSupplement } from '#services/commitments/reject-supplement.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import { withdrawCommitment } from '#services/commitments/withdraw-commitment.ts'
import { rebuildStanding } from '#services/credit/rebuild-standing.ts'
import { toStanding } from '#services/credit/verify-standings.ts'
import { UseCaseError } from '#services/kernel/use-case-error.ts'
import { commitmentStep, createAgency, officerOf, promise, recordUntruth } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agencies: readonly string[]

beforeAll(async () => {
  test = await openTestPlatform()
  agencies = [await createAgency(test.platform, '虚构审批局一'), await createAgency(test.platform, '虚构审批局二')]
})
afterAll(() => test.close())

const kinds = [
  'PROMISE',
  'PROMISE',
  'PROMISE',
  'DELIVER',
  'REJECT',
  'EXTEND',
  'WITHDRAW',
  'UNTRUE',
  'OBJECT',
  'PASS',
  'PASS',
  'PASS',
] as const
const command = fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(7), days: fc.integer({ min: 1, max: 9 }) })
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

/** What one applicant does and suffers at two agencies, from 2 March on; what the rules refuse is refused, and changes nothing. */
class Life {
  today = '2026-03-02'
  readonly promises: { readonly id: string; readonly agency: string }[] = []
  readonly firm: { readonly id: string; readonly uscc: string }

  constructor(firm: { readonly id: string; readonly uscc: string }) {
    this.firm = firm
  }

  get at(): string {
    return new Date(startOfShanghaiDay(this.today).getTime() + 10 * 3_600_000).toISOString()
  }

  async run(step: Command): Promise<void> {
    try {
      await this.#act(step)
    } catch (error) {
      if (!(error instanceof UseCaseError)) throw error
    }
  }

  async #act({ kind, pick, days }: Command): Promise<void> {
    const agency = agencies[pick % agencies.length] ?? ''
    if (kind === 'PASS') {
      if (this.today > '2026-10-31') return
      this.today = addDays(this.today, days)
      await Promise.all([0, 1].map(() => sweepDueCommitments(contextOf(test.platform, this.at))))
      return
    }
    if (kind === 'PROMISE') {
      const { id } = await promise(officerOf(test.platform, agency, this.at), this.firm.uscc, addDays(this.today, days))
      this.promises.push({ id, agency })
      return
    }
    const chosen = this.promises[pick % Math.max(this.promises.length, 1)]
    if (!chosen) return
    const officer = officerOf(test.platform, chosen.agency, this.at)
    const owner = contextOf(test.platform, this.at, { roles: ['APPLICANT'], subjectId: this.firm.id })
    const step = await commitmentStep(officer, chosen.id)
    if (kind === 'DELIVER') await receiveSupplement(officer, { ...step, materials: [3] })
    if (kind === 'REJECT') {
      const secondDueOn = days % 2 === 0 ? addDays(this.today, days) : null
      await rejectSupplement(officer, { ...step, materials: [3], reason: '不清晰', secondDueOn })
    }
    if (kind === 'EXTEND') await extendCommitment(officer, { ...step, dueOn: addDays(this.today, days + 3), reason: '延期' })
    if (kind === 'WITHDRAW') await withdrawCommitment(owner, { ...step, reason: '撤回' })
    if (kind === 'UNTRUE' && pick === 0) await recordUntruth(contextOf(test.platform, this.at), chosen.id)
    if (kind === 'OBJECT') await this.#objectAndWin(owner, step.number)
  }

  async #objectAndWin(owner: ReturnType<typeof contextOf>, number: string): Promise<void> {
    const breach = await test.platform.prisma.commitmentBreach.findFirst({ where: { commitment: { number }, annulledAt: null } })
    if (!breach) return
    const objection = { clientMutationId: randomUUID(), number, kind: breach.kind, ground: 'FORCE_MAJEURE', text: '暴雨' } as const
    const objectionId = await objectToBreach(owner, objection)
    const reviewer = contextOf(test.platform, this.at, { roles: ['APPEAL_REVIEWER'] })
    const decision = { clientMutationId: randomUUID(), objectionId, version: 1, outcome: 'UPHELD', reasons: '属实' } as const
    await decideBreachObjection(reviewer, decision)
  }
}

async function expectKeptAsRebuilt({ firm, at }: Life): Promise<{ misses: number; cases: number }> {
  const { prisma } = test.platform
  const row = await prisma.creditStanding.findUnique({ where: { subjectId: firm.id } })
  const breaches = await prisma.commitmentBreach.findMany({ where: { subjectId: firm.id, annulledAt: null } })
  const misses = breaches.filter(({ kind }) => kind === 'MISSED').length
  if (row) {
    const rebuilt = await rebuildStanding(prisma, firm.id, row.computedAt)
    expect(standingDifferences(toStanding(row), rebuilt)).toEqual([])
  }
  expect(row?.missCount ?? 0).toBe(misses)
  const commitments = await prisma.commitment.findMany({ where: { subjectId: firm.id }, include: { items: true } })
  for (const one of commitments) expect(one.nextDueOn).toEqual(nextDueOnOf(one, one.items, new Date(at)))
  const cases = await prisma.violationCase.count({ where: { subjectId: firm.id, state: { notIn: ['CLOSED_NO_FINDING'] } } })
  const isHeld = misses >= 3 || breaches.some(({ kind }) => kind === 'UNTRUE')
  expect(cases > 0).toBe(isHeld)
  return { misses, cases }
}

describe('R1: the standing kept is the standing rebuilt from the events, after every command', () => {
  it('three promises missed at two agencies, one annulled: the walk reaches a hold and leaves it', async () => {
    const life = new Life(await createFirm(test.platform))
    for (const pick of [0, 1, 0]) await life.run({ kind: 'PROMISE', pick, days: 2 })
    await life.run({ kind: 'PASS', pick: 0, days: 4 })
    expect(await expectKeptAsRebuilt(life)).toEqual({ misses: 3, cases: 1 })
    await life.run({ kind: 'OBJECT', pick: 1, days: 1 })
    expect(await expectKeptAsRebuilt(life)).toEqual({ misses: 2, cases: 0 })
  })

  it('any sequence of them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
        const life = new Life(await createFirm(test.platform))
        for (const step of commands) {
          await life.run(step)
          await expectKeptAsRebuilt(life)
        }
      }),
      { numRuns: 6, endOnFailure: true },
    )
  }, 240_000)
})
