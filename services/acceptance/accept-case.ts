import { z } from 'zod'
import { acceptanceModes } from '#domain/acceptance/acceptance-request.ts'
import { caseTransitions } from '#domain/acceptance/case-state.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { lookUpHeldSubject } from '../checks/check-credit.ts'
import { writeReceipt } from '../checks/issue-check-receipt.ts'
import { lockApplicants } from '../commitments/settle-triggers.ts'
import { signedPromiseInput } from '../commitments/signed-promise.ts'
import { takeCommitment } from '../commitments/take-commitment.ts'
import { sentFilesAsked } from '../files/sent-files.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { caseStepInput } from './case-input.ts'
import { deemedAcceptedOn } from './deemed-acceptance.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import { modesOf } from './modes-of.ts'

export const acceptCaseInput = caseStepInput.extend({
  mode: z.enum(acceptanceModes),
  ...signedPromiseInput,
})
export type AcceptCase = z.output<typeof acceptCaseInput>

/**
 * Decides how an application is received (rulebook R1): fully, with deficiencies, handled first, or by the one correction notice.
 * The mode must be allowed at this moment: the applicant's standing is read with its row held, and the signed receipt of that check
 * stays with the case. Answers with the case's id.
 * @throws RefusedError MODE_NOT_ALLOWED with every reason, DEEMED_ACCEPTED, CALENDAR_NOT_LOADED, DUE_DAY_… · ValidationError
 */
export async function acceptCase(context: UseCaseContext, input: z.input<typeof acceptCaseInput>): Promise<string> {
  const parsed = parseInput(acceptCaseInput, input)
  const asked = { ...parsed, signedPaper: sentFilesAsked(parsed.signedPaper) }
  const command = { operation: 'acceptCase', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (given) => {
    const locked = await lockApprovalCase(given, 'case.accept', parsed)
    const unit = await lockApplicants(given, [locked.applicantId])
    if (locked.materials.length === 0) throw new RefusedError({ code: 'MATERIALS_NOT_RECORDED' })
    const calendar = await loadCalendar(unit.tx)
    const deemedOn = deemedAcceptedOn(locked, calendar, unit.now)
    const modes = await modesOf(
      unit.tx,
      { item: locked.approvalItem, materials: locked.materials, subjectId: locked.applicantId },
      unit.now,
    )
    const decision = requireMode(parsed, modes, deemedOn)
    const state = unwrap(moveTo(caseTransitions, locked.state, parsed.mode === 'CORRECTION_NOTICE' ? 'CORRECTION_REQUESTED' : 'ACCEPTED'))
    const acceptedOn = deemedOn ?? shanghaiDayOf(unit.now)
    const decisionDueOn = unwrap(addWorkingDays(acceptedOn, locked.approvalItem.promisedWorkingDays, calendar))
    const checked = await lookUpHeldSubject(unit, locked.applicantId)
    const { approvalItem, id, number } = locked
    const checkReceiptId = await writeReceipt(unit, checked, `${approvalItem.nameZh}（${number}）`)
    const isAccepted = state === 'ACCEPTED'
    await unit.tx.approvalCase.update({
      where: { id },
      data: {
        state,
        mode: parsed.mode,
        modesOffered: asJson(modes) ?? [],
        checkReceiptId,
        ruleSetVersion: unwrap(toleranceRuleSetOn(shanghaiDayOf(unit.now))).version,
        acceptedAt: isAccepted ? (deemedOn ? locked.filedAt : unit.now) : null,
        decisionDueOn: isAccepted ? toDbDay(decisionDueOn) : null,
        version: { increment: 1 },
      },
    })
    const promised = await takeCommitment(unit, locked, { ...parsed, decision, acceptedOn, calendar })
    await unit.audit({
      action: `acceptance.${state === 'ACCEPTED' ? 'acceptCase' : 'requestCorrection'}`,
      entity: 'ApprovalCase',
      entityId: id,
      before: { state: locked.state, version: locked.version },
      after: { state, mode: parsed.mode, decisionDueOn, deemedOn, materials: decision.materials, commitment: promised },
      basis: unwrap(toleranceRuleSetOn(acceptedOn)).legalBasis[0]?.instrument,
    })
    await unit.outbox('acceptance.decided', 'ApprovalCase', id)
    return id
  })
}

/** The decision of the mode asked for, if the law allows it now; nothing may be demanded any more of a case deemed accepted. */
function requireMode({ mode }: AcceptCase, modes: readonly ModeDecision[], deemedOn: CalendarDay | null): ModeDecision {
  if (deemedOn !== null) {
    if (mode !== 'NORMAL') throw new RefusedError({ code: 'DEEMED_ACCEPTED', acceptedOn: deemedOn })
    return { mode, isAllowed: true, reasons: [], requires: [], materials: [] }
  }
  const decision = modes.find((one) => one.mode === mode)
  if (!decision?.isAllowed) throw new RefusedError({ code: 'MODE_NOT_ALLOWED', mode, reasons: decision?.reasons ?? [] })
  return decision
}
