import { hasQuotes } from '#domain/selection/selection.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { divisionLines } from '../../catalogue/division-lines.ts'
import type { Recipient } from '../notice.ts'

/** A selection's parties as recipients, with the facts that its sentences have. Who signed up is never among the facts. */
export async function selectionParties(tx: Tx, selectionId: string) {
  const row = await tx.selection.findUniqueOrThrow({
    where: { id: selectionId },
    include: {
      signUps: {
        orderBy: { id: 'asc' },
        select: { id: true, state: true, place: true, contributionHash: true, intermediary: { select: { subjectId: true } } },
      },
    },
  })
  const { number, projectName, applicantId, supervisorId, mode, winnerId, signUpClosesAt, opensAt } = row
  const firmsOf = (signUps: typeof row.signUps): readonly Recipient[] =>
    signUps.map(({ intermediary }) => ({ subjectId: intermediary.subjectId }))
  const bidders = row.signUps.filter(({ state }) => state !== 'WITHDRAWN')
  return {
    row,
    hasQuotes: hasQuotes(mode),
    owner: { subjectId: applicantId } satisfies Recipient,
    supervisor: { organisationId: supervisorId, role: 'REFORM_OFFICE' } satisfies Recipient,
    /** Whoever signed up and did not withdraw, the excluded too. */
    bidders: firmsOf(bidders),
    /** Of the frozen pool, whoever committed to a contribution to the draw; who stepped back since may still reveal it. */
    contributors: firmsOf(row.signUps.filter(({ place, contributionHash }) => place !== null && contributionHash !== null)),
    winner: firmsOf(row.signUps.filter(({ id }) => id === winnerId)),
    others: firmsOf(bidders.filter(({ id }) => id !== winnerId)),
    facts: {
      number,
      projectName,
      count: bidders.length,
      closesAt: minuteOf(signUpClosesAt),
      opensAt: minuteOf(opensAt),
      untilOn: fromDbDayOrNull(row.publicityUntilOn),
      contractDueOn: fromDbDayOrNull(row.contractDueOn),
    },
  }
}

/**
 * Who could sign up: firms in the register with a valid offering of the item for that division, members where there is a pool, each once; never
 * the owner itself.
 */
export async function invitedFirms(tx: Tx, selectionId: string): Promise<readonly Recipient[]> {
  const { divisionCode, serviceItemCode, applicantId, preselectionPoolId } = await tx.selection.findUniqueOrThrow({
    where: { id: selectionId },
  })
  const line = (await divisionLines(tx, [divisionCode])).get(divisionCode) ?? [divisionCode]
  const firms = await tx.intermediary.findMany({
    where: {
      status: 'LISTED',
      subjectId: { not: applicantId },
      offerings: { some: { serviceItemCode, isWithdrawn: false, divisionCodes: { hasSome: [...line] } } },
      ...(preselectionPoolId !== null && { preselections: { some: { poolId: preselectionPoolId, leftAt: null } } }),
    },
    select: { subjectId: true },
    orderBy: { id: 'asc' },
  })
  return firms.map(({ subjectId }) => ({ subjectId }))
}

/** An instant as it is read in China: 2026-11-20 09:00. */
export const minuteOf = (at: Date | null): string | null =>
  at && new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
