import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { FundSource, SelectionMode } from '#domain/selection/selection.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { advanceSelections } from '#services/selection/advance-selections.ts'
import { announceSelection } from '#services/selection/announce-selection.ts'
import { draftSelection } from '#services/selection/draft-selection.ts'
import type { draftSelectionInput } from '#services/selection/draft-selection.ts'
import { lockSelection } from '#services/selection/lock-selection.ts'
import { saveSelectionStep } from '#services/selection/save-selection-step.ts'
import { signUp } from '#services/selection/sign-up.ts'
import { startPublicity } from '#services/selection/start-publicity.ts'
import { createOffers } from './offers.ts'
import type { OfferingFirm } from './offers.ts'
import { contextOf } from './people.ts'
import { later } from './violation-case.ts'

/** Times of the rounds that tests play: announced on a Monday, the line on Thursday evening, frozen ninety seconds later. */
export const roundTimes = {
  announced: '2026-11-02T01:00:00Z',
  inSignUp: '2026-11-03T02:00:00Z',
  closes: '2026-11-05T10:00:00Z',
  frozen: '2026-11-05T10:01:30Z',
} as const

/** A firm of the register with one practitioner who can do the work. */
export interface BiddingFirm extends OfferingFirm {
  readonly practitionerId: string
  readonly staff: (at: string) => UseCaseContext
}

/** Firms that may sign up for an environmental report anywhere in the city. */
export async function createBiddingFirms(platform: Platform, count: number): Promise<readonly BiddingFirm[]> {
  const { prisma, identityVault } = platform
  const firms = await createOffers(platform, count)
  const createdAt = new Date('2026-01-05T02:00:00Z')
  const people = await prisma.subject.createManyAndReturn({
    data: firms.map(({ uscc }) => {
      const identity = {
        identityHash: identityVault.hash(uscc),
        identityCipher: identityVault.seal(uscc),
        identityMasked: '1101**********',
      }
      return { kind: 'PERSON' as const, name: `测试${uscc.slice(-5)}`, isFictitious: true, createdAt, ...identity }
    }),
    select: { id: true },
  })
  const practitioners = await prisma.practitioner.createManyAndReturn({
    data: firms.map(({ intermediaryId }, index) => ({ intermediaryId, subjectId: people[index]?.id ?? '', title: '工程师' })),
    select: { id: true, intermediaryId: true },
  })
  const practitionerOf = new Map(practitioners.map(({ id, intermediaryId }) => [intermediaryId, id]))
  return firms.map((firm) => {
    const userId = randomUUID()
    return {
      ...firm,
      practitionerId: practitionerOf.get(firm.intermediaryId) ?? '',
      staff: (at) => contextOf(platform, at, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId, userId }),
    }
  })
}

/** The reform office of the city, which supervises every selection of these tests, with an officer. */
export async function createReformOffice(platform: Platform): Promise<(at: string) => UseCaseContext> {
  const data = { kind: 'REFORM_OFFICE', nameZh: '虚构改革办', divisionCode: '410100', createdAt: new Date('2026-01-05T02:00:00Z') } as const
  const { id: organisationId } = await platform.prisma.organisation.create({ data })
  const userId = randomUUID()
  return (at) => contextOf(platform, at, { roles: ['REFORM_OFFICE'], organisationId, userId })
}

/** What an owner asks for, unless a test wants it otherwise. */
export const draftOf = (changes: Partial<z.input<typeof draftSelectionInput>> = {}): z.input<typeof draftSelectionInput> => ({
  clientMutationId: randomUUID(),
  projectName: '虚构厂房扩建环境影响评价',
  mode: 'RANDOM_DRAW',
  fundSource: 'STATE',
  serviceItemCode: 'ZJ-EIA-001',
  divisionCode: '410105',
  requirements: '编制环境影响报告书，含现场监测。',
  ...changes,
})

export interface AnnouncedRound {
  readonly id: string
  readonly number: string
}

/** A selection announced on Monday and open for sign-up at once. */
export async function announceRound(
  owner: UseCaseContext,
  mode: SelectionMode,
  fundSource: FundSource = 'STATE',
  changes: Partial<z.input<typeof draftSelectionInput>> = {},
): Promise<AnnouncedRound> {
  const at = later(owner, roundTimes.announced)
  const id = await draftSelection(at, draftOf({ mode, fundSource, ...changes }))
  const { number, version } = await owner.prisma.selection.findUniqueOrThrow({ where: { id } })
  await announceSelection(at, { clientMutationId: randomUUID(), number, version, signUpClosesAt: new Date(roundTimes.closes) })
  return { id, number }
}

/** Signs a firm up with its one practitioner. */
export const signUpFirm = (firm: BiddingFirm, number: string, at: string = roundTimes.inSignUp): Promise<string> =>
  signUp(firm.staff(at), { clientMutationId: randomUUID(), number, practitionerIds: [firm.practitionerId] })

/** One sweep at this instant; throws what went wrong with any selection. */
export async function sweepAt(platform: Platform, at: string): Promise<void> {
  const { problems } = await advanceSelections(contextOf(platform, at))
  if (problems.length > 0) throw new AggregateError(problems.map(({ error }) => error))
}

/** A round in publicity with the firms in this order, handed over as an evaluation does it: who wins is up to the test. */
export async function proposeInOrder(platform: Platform, { id }: AnnouncedRound, order: readonly string[], at: string): Promise<void> {
  await runInTransaction(contextOf(platform, at), async (unit) => {
    const row = await lockSelection(unit, { id })
    await saveSelectionStep(unit, row, { to: 'DRAWN', kind: 'DRAWN', action: 'selections.draw' })
    const ranking = order.map((signUpId, index) => ({ signUpId, place: index + 1, figures: { position: index + 1 } }))
    await startPublicity(unit, id, { ranking, excluded: [] })
  })
}
