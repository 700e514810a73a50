import type { PermissionSubject } from '#domain/access/can.ts'
import type { AppealedDecision } from '#domain/remedies/appeal.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { decidingChain } from './deciding-chain.ts'

/** What has to be read of a case to know what an appeal against its decision meets. */
export const appealedCaseFacts = {
  listEntries: { orderBy: { id: 'asc' } },
  hearing: { select: { presiderId: true } },
  appeals: { select: { id: true, state: true } },
} as const satisfies Prisma.ViolationCaseInclude

export type AppealedCase = Prisma.ViolationCaseGetPayload<{ include: typeof appealedCaseFacts }>

/** The decision of a case as the appeal procedure knows it. @param appealId the appeal that asks; the others are the other ones */
export async function appealedDecision(tx: Tx, row: AppealedCase, appealId: string | null = null): Promise<AppealedDecision> {
  return { ...decisionWithoutChain(row, appealId), decidingChain: await decidingChain(tx, row) }
}

/** The same without asking whose chain decided: enough for who only asks whether an appeal can be filed. */
export function decisionWithoutChain(row: AppealedCase, appealId: string | null = null): AppealedDecision {
  const [entry] = row.listEntries
  return {
    caseState: row.state,
    isViolationFound: row.isViolationFound ?? false,
    appealDueOn: fromDbDayOrNull(row.appealDueOn),
    entry: entry
      ? { status: entry.status, untilOn: fromDbDayOrNull(entry.untilOn), earliestRepairOn: fromDbDayOrNull(entry.earliestRepairOn) }
      : null,
    reporterId: row.reporterId,
    investigatorId: row.investigatorId,
    deciderId: row.deciderId,
    presiderId: row.hearing?.presiderId ?? null,
    decidingChain: null,
    otherAppeals: row.appeals.filter(({ id }) => id !== appealId).map(({ state }) => state),
  }
}

/** The decision as `can` asks about it. */
export const appealFacts = (
  { subjectId }: { readonly subjectId: string },
  { reporterId, investigatorId, deciderId, decidingChain: chain }: AppealedDecision,
): PermissionSubject => ({
  concernedSubjectId: subjectId,
  reporterUserId: reporterId,
  investigatorUserId: investigatorId,
  deciderUserId: deciderId,
  decidingChain: chain,
})
