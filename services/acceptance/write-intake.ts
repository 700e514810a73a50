import type { AcceptanceMode } from '#domain/acceptance/acceptance-request.ts'
import type { CaseState } from '#domain/acceptance/case-state.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { numbering } from '../kernel/next-number.ts'
import type { NumberedKind } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** What the end of an intake writes into its case, however it ends. */
export interface WrittenIntake {
  readonly caseId: string
  readonly state: CaseState
  readonly mode: AcceptanceMode
  readonly officerId: string | null
  readonly checkReceiptId: string
  /** All modes as they were offered. */
  readonly modes: readonly ModeDecision[]
  readonly ruleSetVersion: string
}

const given = Prisma.sql`(SELECT "number" FROM given)`

/** Writes an acceptance into its case. Answers with what stands for the number of its notice 受理通知书 until then. */
export const writeAcceptance = (
  unit: UnitOfWork,
  intake: WrittenIntake,
  accepted: { readonly acceptedAt: Date; readonly isDeemed: boolean; readonly decisionDueOn: CalendarDay },
): string =>
  write(
    unit,
    intake,
    'ACCEPTANCE_NOTICE',
    Prisma.sql`"acceptanceNumber" = ${given}, "isDeemedAccepted" = ${accepted.isDeemed}, "acceptedAt" = ${accepted.acceptedAt},
      "decisionDueOn" = ${accepted.decisionDueOn}::date`,
  )

/** Writes the one correction notice into its case. Answers with what stands for its number 补正通知书 until then. */
export const writeCorrectionNotice = (unit: UnitOfWork, intake: WrittenIntake): string =>
  write(unit, intake, 'CORRECTION_NOTICE', Prisma.sql`"correctionNumber" = ${given}, "correctionNoticedAt" = ${unit.now}`)

// At the very end: everyone who accepts waits for whoever holds the number.
function write(unit: UnitOfWork, intake: WrittenIntake, document: NumberedKind, outcome: Prisma.Sql): string {
  const { caseId, state, mode, officerId, checkReceiptId, modes, ruleSetVersion } = intake
  return unit.finish(
    numbering(unit, document),
    Prisma.sql`
      UPDATE "ApprovalCase" SET "state" = ${state}::"ApprovalCaseState", "mode" = ${mode}::"AcceptanceMode", "officerId" = ${officerId}::uuid,
        "checkReceiptId" = ${checkReceiptId}::uuid, "ruleSetVersion" = ${ruleSetVersion}, "modesOffered" = ${JSON.stringify(modes)}::jsonb,
        "version" = "version" + 1, ${outcome}
      WHERE "id" = ${caseId}::uuid`,
  )
}
