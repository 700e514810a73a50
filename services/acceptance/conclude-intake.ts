import type { AcceptanceMode } from '#domain/acceptance/acceptance-request.ts'
import { caseTransitions } from '#domain/acceptance/case-state.ts'
import { checkNotice } from '#domain/acceptance/correction-scope.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import { timeLimitOn } from '#domain/acceptance/time-limit.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { lookUpHeldSubject } from '../checks/check-credit.ts'
import { writeReceipt } from '../checks/issue-check-receipt.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { recordStep } from '../procedures/record-step.ts'
import type { LockedApprovalCase } from './read-locked-case.ts'
import { writeAcceptance, writeCorrectionNotice } from './write-intake.ts'

/** How the intake of an application ends: accepted, or with the one correction notice. */
export interface IntakeOutcome {
  readonly mode: AcceptanceMode
  readonly decision: ModeDecision
  /** All modes as they were offered, with their reasons. */
  readonly modes: readonly ModeDecision[]
  /** Since when it counts as accepted because nobody gave notice in time (行政许可法 art. 32(4)); null: decided today. */
  readonly deemedOn: CalendarDay | null
  readonly calendar: WorkingCalendar
  /** Who answers for the case from now on; null where the days alone accepted it. */
  readonly officerId: string | null
  /** The commitment taken with it. */
  readonly promised: object | null
}

/**
 * Writes down how an application was received: the signed receipt of the credit check, the numbered document, the time limit, the step. The
 * applicant's row is held, so that nothing about the standing changes meanwhile. The document's number comes last: everyone who accepts waits
 * for whoever holds it.
 * @throws RefusedError STEP_FORBIDDEN, FLAW_NOT_NAMED, CALENDAR_NOT_LOADED
 */
export async function concludeIntake(unit: UnitOfWork, locked: LockedApprovalCase, outcome: IntakeOutcome): Promise<void> {
  const { mode, modes, deemedOn, calendar, officerId } = outcome
  const isAccepted = mode !== 'CORRECTION_NOTICE'
  const state = unwrap(moveTo(caseTransitions, locked.state, isAccepted ? 'ACCEPTED' : 'CORRECTION_REQUESTED'))
  if (!isAccepted) unwrap(checkNotice(locked.materials.map(({ material: { seq }, presence, note }) => ({ seq, presence, note }))))
  const acceptedOn = deemedOn ?? shanghaiDayOf(unit.now)
  const limit = { acceptedOn, workingDays: locked.approvalItem.promisedWorkingDays, pauses: [] }
  const { dueOn } = unwrap(timeLimitOn(limit, acceptedOn, calendar))
  const rules = unwrap(toleranceRuleSetOn(shanghaiDayOf(unit.now)))
  const checked = await lookUpHeldSubject(unit, locked.applicantId)
  const checkReceiptId = await writeReceipt(unit, checked, `${locked.approvalItem.nameZh}（${locked.number}）`)
  await unit.outbox(deemedOn ? 'acceptance.deemed' : 'acceptance.decided', 'ApprovalCase', locked.id)
  const written = { caseId: locked.id, state, mode, officerId, checkReceiptId, modes, ruleSetVersion: rules.version }
  const documentNumber = isAccepted
    ? writeAcceptance(unit, written, {
        acceptedAt: deemedOn ? locked.filedAt : unit.now,
        isDeemed: deemedOn !== null,
        decisionDueOn: dueOn,
      })
    : writeCorrectionNotice(unit, written)
  await recordStep(unit, {
    procedure: 'APPROVAL_CASE',
    entityId: locked.id,
    audience: 'PARTIES',
    ...stepOf(locked, outcome, documentNumber, dueOn),
  })
  await unit.audit({
    action: deemedOn ? 'acceptance.deemAccepted' : `acceptance.${isAccepted ? 'acceptCase' : 'requestCorrection'}`,
    entity: 'ApprovalCase',
    entityId: locked.id,
    before: { state: locked.state, version: locked.version },
    after: {
      ...{ state, mode, documentNumber, deemedOn, commitment: outcome.promised },
      ...{ decisionDueOn: dueOn, materials: outcome.decision.materials },
    },
    basis: rules.legalBasis[0]?.instrument,
  })
}

/** The step for the record; of a notice with everything it lists, which is what the printed document says for good. */
function stepOf({ materials }: LockedApprovalCase, { mode, decision, deemedOn }: IntakeOutcome, number: string, dueOn: CalendarDay) {
  if (mode !== 'CORRECTION_NOTICE') {
    return { kind: deemedOn ? 'DEEMED_ACCEPTED' : `ACCEPTED_${mode}`, facts: { number, dueOn, ...(deemedOn && { deemedOn }) } }
  }
  const listed = materials.filter(({ material }) => decision.materials.includes(material.seq))
  const items = listed.map(({ material: { seq, nameZh, nameEn }, presence, note }) => ({ seq, nameZh, nameEn, presence, note }))
  return { kind: 'CORRECTION_REQUESTED', facts: { number, count: items.length, materials: items } }
}
