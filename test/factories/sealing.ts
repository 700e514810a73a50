import { randomUUID } from 'node:crypto'
import { quoteText } from '#domain/selection/quote.ts'
import type { Quote } from '#domain/selection/quote.ts'
import { freshUscc, contextOf } from '#test/factories/people.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createIdentity, randomHex, recipientOf, sealTwice, wrapUnder } from '#services/selection/age-sealing.ts'
import { depositSupervisorKeys } from '#services/selection/deposit-supervisor-keys.ts'
import { prepareSealing } from '#services/selection/prepare-sealing.ts'
import { createOffers } from './offers.ts'

/** Times of the round that these tests play: Monday to Thursday, opened an hour after the line. */
export const sealedTimes = {
  announced: '2026-11-02T01:00:00Z',
  open: '2026-11-03T02:00:00Z',
  closes: '2026-11-05T09:00:00Z',
  opens: '2026-11-05T10:00:00Z',
  graceEnds: '2026-11-06T10:00:00Z',
} as const

export const passphrase = '不 要 告 诉 任 何 人 2026'

/** A supervising body with an officer, and `stock` keys in stock; identities by recipient, as only that officer could have them. */
export interface SupervisingBody {
  readonly organisationId: string
  readonly officer: (at: string) => UseCaseContext
  readonly identities: Map<string, string>
}

export async function createSupervisor(platform: Platform, stock = 1): Promise<SupervisingBody> {
  const data = {
    kind: 'REFORM_OFFICE',
    nameZh: '虚构监督单位',
    divisionCode: '410105',
    createdAt: new Date('2026-01-05T02:00:00Z'),
  } as const
  const { id: organisationId } = await platform.prisma.organisation.create({ data })
  const userId = randomUUID()
  const body: SupervisingBody = {
    organisationId,
    officer: (at) => contextOf(platform, at, { roles: ['REFORM_OFFICE'], organisationId, userId }),
    identities: new Map(),
  }
  for (let made = 0; made < stock; made++) {
    const { identity, ...key } = await makeKey()
    body.identities.set(key.recipient, identity)
    await depositSupervisorKeys(body.officer(sealedTimes.announced), { clientMutationId: randomUUID(), keys: [key] })
  }
  return body
}

/** What the officer's browser makes, wrapped as cheaply as is taken. */
export async function makeKey(): Promise<{ identity: string; recipient: string; wrappedIdentity: string }> {
  const identity = await createIdentity()
  const recipient = await recipientOf(identity)
  if (recipient === null) throw new Error('no recipient')
  return { identity, recipient, wrappedIdentity: await wrapUnder(passphrase, identity, 15) }
}

/** A selection in sign-up with its keys, and bidders who have signed up. */
export interface SealedRound {
  readonly id: string
  readonly number: string
  readonly recipients: { readonly supervisor: string; readonly platform: string }
  readonly bidders: readonly Bidder[]
}
export interface Bidder {
  readonly signUpId: string
  readonly uscc: string
  readonly staff: (at: string) => UseCaseContext
}

let rounds = 0

export async function createRound(
  platform: Platform,
  body: SupervisingBody,
  bidderCount: number,
  changes: Changes = {},
): Promise<SealedRound> {
  const number = `XX-2026-9${String(rounds++).padStart(5, '0')}`
  const owner = await platform.prisma.subject.create({
    data: {
      kind: 'ORGANISATION',
      name: '虚构业主有限公司',
      uscc: freshUscc(),
      isFictitious: true,
      createdAt: new Date(sealedTimes.announced),
    },
  })
  const { id } = await platform.prisma.selection.create({
    data: {
      ...{ number, mode: 'LOWEST_QUOTE', state: 'SIGN_UP', applicantId: owner.id, createdById: randomUUID(), projectName: '虚构厂房' },
      ...{ serviceItemCode: 'ZJ-EIA-001', divisionCode: '410105', fundSource: 'PRIVATE', requirements: '环评报告表。' },
      ...{ ceilingFen: 2_000_000, maxWorkingDays: 30, ruleSetVersion: 'ZZ-SELECTION-1', createdAt: new Date(sealedTimes.announced) },
      ...{ announcedAt: new Date(sealedTimes.announced), signUpOpensAt: new Date(sealedTimes.announced) },
      ...{ signUpClosesAt: new Date(sealedTimes.closes), opensAt: new Date(sealedTimes.opens), supervisorId: body.organisationId },
      ...changes,
    },
  })
  await runInTransaction(contextOf(platform, sealedTimes.announced), (unit) =>
    prepareSealing(unit, { selectionId: id, supervisorId: body.organisationId, opensAt: new Date(sealedTimes.opens) }),
  )
  const sealing = await platform.prisma.sealing.findUniqueOrThrow({ where: { selectionId: id }, include: { supervisorKey: true } })
  const recipients = { supervisor: sealing.supervisorKey.recipient, platform: sealing.platformRecipient }
  return { id, number, recipients, bidders: await signUpAll(platform, id, bidderCount) }
}
type Changes = Partial<{ ceilingFen: number | null; maxWorkingDays: number | null; size: number }>

/** The sign-ups themselves are another procedure's: here they only stand there. */
async function signUpAll(platform: Platform, selectionId: string, count: number): Promise<readonly Bidder[]> {
  const firms = await createOffers(platform, count)
  const rows = await platform.prisma.signUp.createManyAndReturn({
    data: firms.map(({ intermediaryId, offeringId }) => ({
      ...{ selectionId, intermediaryId, offeringId, signedUpAt: new Date(sealedTimes.open), signedUpById: randomUUID() },
    })),
    select: { id: true, intermediaryId: true },
  })
  const ids = new Map(rows.map(({ id, intermediaryId }) => [intermediaryId, id]))
  return firms.map(({ intermediaryId, subjectId, uscc }) => ({
    ...{ signUpId: ids.get(intermediaryId) ?? '', uscc },
    staff: (at) => contextOf(platform, at, { roles: ['INTERMEDIARY'], subjectId }),
  }))
}

/** Sealed as the bidder's browser does it. */
export async function sealed(round: SealedRound, bidder: Bidder, changes: Partial<Quote> = {}): Promise<string> {
  const quote = { selection: round.number, uscc: bidder.uscc, feeFen: 1_500_000, workingDays: 20, plan: '现场踏勘后编制。', ...changes }
  return sealTwice(quoteText(quote, randomHex), round.recipients)
}
