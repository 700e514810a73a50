import { randomUUID } from 'node:crypto'
import { drawTranscriptSchema } from '#domain/selection/draw-transcript.ts'
import { verifyTranscript } from '#domain/selection/verify-transcript.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { advanceDraw } from '#services/selection/run-draw.ts'
import { signUp } from '#services/selection/sign-up.ts'
import { createOwner } from './choosing.ts'
import { hashOfText, proofTools } from './drawing.ts'
import { contextOf } from './people.ts'
import { openRelay } from './relay.ts'
import { announceRound, createBiddingFirms, createReformOffice, roundTimes, signUpFirm, sweepAt } from './selecting.ts'
import type { AnnouncedRound } from './selecting.ts'

/** What the first two firms commit to as their contributions. */
export const contributionTexts = ['first firm’s own words 1', 'second firm’s own words 2'] as const

export const afterDue = '2026-11-05T10:10:30Z'
export const patienceOver = '2026-11-06T10:10:30Z'
export const numbersThere = '2026-11-08T15:00:00Z'
export const lotteryOver = '2026-11-11T16:00:00Z'
export const revealOver = '2026-11-13T16:00:00Z'

/** Everything that a draw needs: the platform with a relay of its own, an owner, five firms, and the two who enter lottery numbers. */
export async function openDrawRounds(base: Platform) {
  const relay = await openRelay()
  const platform: Platform = { ...base, beacon: relay.source }
  const officer = await createReformOffice(platform)
  const auditorId = randomUUID()
  const auditor = (at: string): UseCaseContext => contextOf(platform, at, { roles: ['AUDITOR'], userId: auditorId })
  const owner = await createOwner(platform, roundTimes.announced)
  const firms = await createBiddingFirms(platform, 5)

  /** A random draw closed with the first four firms; the first two committed to a contribution. */
  async function closedRound(): Promise<AnnouncedRound> {
    const round = await announceRound(owner, 'RANDOM_DRAW')
    for (const [index, firm] of firms.slice(0, 4).entries()) {
      const contribution = contributionTexts[index]
      if (contribution === undefined) await signUpFirm(firm, round.number)
      else
        await signUp(firm.staff(roundTimes.inSignUp), {
          ...{ clientMutationId: randomUUID(), number: round.number, practitionerIds: [firm.practitionerId] },
          contributionHash: hashOfText(contribution),
        })
    }
    await sweepAt(platform, roundTimes.frozen)
    return round
  }

  const rowOf = ({ id }: AnnouncedRound) =>
    platform.prisma.selection.findUniqueOrThrow({ where: { id }, include: { draw: true, events: { orderBy: { id: 'asc' } } } })

  return {
    ...{ relay, platform, officer, auditor, owner, firms, closedRound, rowOf },
    advance: ({ id }: AnnouncedRound, at: string) => advanceDraw(contextOf(platform, at), id),
    transcriptOf: async (round: AnnouncedRound) => drawTranscriptSchema.parse((await rowOf(round)).draw?.transcript),
    verified: async (round: AnnouncedRound) => {
      const { draw, poolHash, events } = await rowOf(round)
      const told = events.find(({ kind }) => kind === 'DRAWN')?.facts as { transcript: string }
      const known = { secretHash: draw?.secretHash ?? '', poolHash: poolHash ?? '', sha256: told.transcript }
      return verifyTranscript(draw?.transcript, proofTools(relay.source.chain), known)
    },
  }
}
