import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConcurrentChangeError, ForbiddenError, NotFoundError, ValidationError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { announceSelection } from '#services/selection/announce-selection.ts'
import { cancelSelection } from '#services/selection/cancel-selection.ts'
import { draftSelection } from '#services/selection/draft-selection.ts'
import { reviseSelection } from '#services/selection/revise-selection.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { announceRound, createReformOffice, draftOf, roundTimes } from '#test/factories/selecting.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let owner: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  await createReformOffice(test.platform)
  owner = await createOwner(test.platform, roundTimes.announced)
})
afterAll(() => test.close())

const rowOf = (id: string) => test.platform.prisma.selection.findUniqueOrThrow({ where: { id } })
const stepOf = async (id: string) => {
  const { number, version } = await rowOf(id)
  return { clientMutationId: randomUUID(), number, version }
}

describe('a draft', () => {
  it('is changed until it is announced, and then no more', async () => {
    const id = await draftSelection(owner, draftOf())
    await reviseSelection(owner, { ...(await stepOf(id)), ...draftOf({ requirements: '改：含验收监测。' }) })
    expect(await rowOf(id)).toMatchObject({ state: 'DRAFT', requirements: '改：含验收监测。', announcedAt: null, version: 2 })
    await announceSelection(owner, { ...(await stepOf(id)), signUpClosesAt: new Date(roundTimes.closes) })
    const revise = async () => reviseSelection(owner, { ...(await stepOf(id)), ...draftOf() })
    await expect(revise()).rejects.toMatchObject({ code: 'ALREADY_ANNOUNCED' })
  })

  it('is its owner’s alone: strangers find nothing, and of two versions only the one looked at counts', async () => {
    const id = await draftSelection(owner, draftOf())
    const stranger = await createOwner(test.platform, roundTimes.announced)
    await expect(cancelSelection(stranger, { ...(await stepOf(id)), reasons: '不是我的' })).rejects.toBeInstanceOf(NotFoundError)
    const stale = { ...(await stepOf(id)), version: 9, reasons: '看错了' }
    await expect(cancelSelection(owner, stale)).rejects.toBeInstanceOf(ConcurrentChangeError)
  })

  it.each([
    ['direct choice is no selection', { mode: 'DIRECT' }, { code: 'MODE_NOT_ANNOUNCED' }],
    [
      'criteria belong to the comparative mode',
      { criteria: [{ key: 'a', title: '甲', kind: 'QUOTE', weight: 50 }] },
      { code: 'CRITERIA_NOT_USED' },
    ],
    ['the comparative mode needs its criteria', { mode: 'COMPARATIVE' }, { code: 'CRITERION_KIND_MISSING' }],
  ] as const)('%s', async (_case, changes, refusal) => {
    const { criteria, ...rest } = changes as Parameters<typeof draftOf>[0] & { criteria?: [] }
    await expect(draftSelection(owner, draftOf({ ...rest, ...(criteria && { criteria }) }))).rejects.toMatchObject(refusal)
  })

  it.each([
    ['serviceItemCode', 'NONE'],
    ['divisionCode', '999999'],
    ['preselectionPoolNumber', 'YX-2026-000000'],
  ])('a %s that nobody has is told beside its field', async (path, value) => {
    const drafted = draftSelection(owner, draftOf({ [path]: value }))
    await expect(drafted).rejects.toBeInstanceOf(ValidationError)
    await expect(drafted).rejects.toMatchObject({ fields: [{ path, code: 'UNKNOWN_CODE' }] })
  })

  it.each(['WINDOW_OFFICER', 'AGENCY_MANAGER', 'REFORM_OFFICE', 'INTERMEDIARY', 'ADMINISTRATOR'] as const)(
    '003 三(三): %s creates none and announces none',
    async (role) => {
      const staff = contextOf(test.platform, roundTimes.announced, { roles: [role], subjectId: owner.viewer.subjectId })
      await expect(draftSelection(staff, draftOf())).rejects.toBeInstanceOf(ForbiddenError)
      const id = await draftSelection(owner, draftOf())
      const announced = announceSelection(staff, { ...(await stepOf(id)), signUpClosesAt: new Date(roundTimes.closes) })
      await expect(announced).rejects.toBeInstanceOf(ForbiddenError)
    },
  )
})

describe('R3: the announcement', () => {
  it('keeps rules, item and times, commits to its draw, and opens sign-up', async () => {
    const { id } = await announceRound(owner, 'RANDOM_DRAW')
    const row = await rowOf(id)
    expect(row).toMatchObject({ state: 'SIGN_UP', ruleSetVersion: 'ZZ-SELECTION-1', itemVersion: 1, opensAt: null })
    const events = await test.platform.prisma.selectionEvent.findMany({ where: { selectionId: id }, orderBy: { id: 'asc' } })
    expect(events.map(({ kind }) => kind)).toEqual(['DRAFTED', 'ANNOUNCED', 'DRAW_COMMITTED', 'SIGN_UP_OPENED'])
    expect(events[1]?.facts).toMatchObject({ minimumPool: 3, mode: 'RANDOM_DRAW', fundSource: 'STATE' })
    const draw = await test.platform.prisma.draw.findUniqueOrThrow({ where: { selectionId: id } })
    expect(draw).toMatchObject({ state: 'COMMITTED', secret: null })
  })

  it.each([
    [
      'the third working day is the earliest line',
      '2026-11-04T15:59:00Z',
      { code: 'SIGN_UP_TOO_SHORT', facts: { earliestOn: '2026-11-05' } },
    ],
    ['a year without its calendar is told at once', '2027-01-11T09:00:00Z', { code: 'CALENDAR_NOT_LOADED', facts: { year: 2027 } }],
  ])('%s', async (_case, closesAt, refusal) => {
    const id = await draftSelection(owner, draftOf())
    await expect(announceSelection(owner, { ...(await stepOf(id)), signUpClosesAt: new Date(closesAt) })).rejects.toMatchObject(refusal)
    expect(await rowOf(id)).toMatchObject({ state: 'DRAFT', announcedAt: null })
  })

  it('is refused where the supervising body has no key for the quotes, and leaves nothing behind', async () => {
    const id = await draftSelection(owner, draftOf({ mode: 'LOWEST_QUOTE' }))
    const announced = announceSelection(owner, { ...(await stepOf(id)), signUpClosesAt: new Date(roundTimes.closes) })
    await expect(announced).rejects.toMatchObject({ code: 'NO_SUPERVISOR_KEY' })
    expect(await test.platform.prisma.draw.count({ where: { selectionId: id } })).toBe(0)
    expect(await rowOf(id)).toMatchObject({ state: 'DRAFT', version: 1 })
  })

  it('twice at once is one announcement', async () => {
    const id = await draftSelection(owner, draftOf())
    const step = { ...(await stepOf(id)), signUpClosesAt: new Date(roundTimes.closes) }
    const both = await Promise.allSettled([
      announceSelection(owner, step),
      announceSelection(owner, { ...step, clientMutationId: randomUUID() }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await test.platform.prisma.selectionEvent.count({ where: { selectionId: id, kind: 'ANNOUNCED' } })).toBe(1)
  })

  it('is ended by its owner with reasons, while nothing is known of what is offered', async () => {
    const { id } = await announceRound(owner, 'RANDOM_DRAW')
    await cancelSelection(later(owner, roundTimes.inSignUp), { ...(await stepOf(id)), reasons: '项目取消' })
    expect(await rowOf(id)).toMatchObject({ state: 'CANCELLED', cancelReasons: '项目取消' })
    const again = async () => cancelSelection(owner, { ...(await stepOf(id)), reasons: '再次' })
    await expect(again()).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })
})
