import { z } from 'zod'
import { acceptanceModes } from '#domain/acceptance/acceptance-request.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { lockApplicants } from '../commitments/settle-triggers.ts'
import { signedPromiseInput } from '../commitments/signed-promise.ts'
import { takeCommitment } from '../commitments/take-commitment.ts'
import { sentFilesAsked } from '../files/sent-files.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { caseStepInput } from './case-input.ts'
import { concludeIntake } from './conclude-intake.ts'
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
 * stays with the case. A case filed online that nobody took up is taken up with it. Answers with the case's id.
 * @throws RefusedError MODE_NOT_ALLOWED with every reason, DEEMED_ACCEPTED, FLAW_NOT_NAMED, CALENDAR_NOT_LOADED, DUE_DAY_… · ValidationError
 */
export async function acceptCase(context: UseCaseContext, input: z.input<typeof acceptCaseInput>): Promise<string> {
  const parsed = parseInput(acceptCaseInput, input)
  const asked = { ...parsed, signedPaper: sentFilesAsked(parsed.signedPaper) }
  const command = { operation: 'acceptCase', clientMutationId: parsed.clientMutationId, input: asked }
  const work = async (given: UnitOfWork) => {
    const locked = await lockApprovalCase(given, 'case.accept', parsed)
    const unit = await lockApplicants(given, [locked.applicantId])
    if (locked.materials.length === 0) throw new RefusedError({ code: 'MATERIALS_NOT_RECORDED' })
    const calendar = await loadCalendar(unit.tx)
    const deemedOn = deemedAcceptedOn(locked, calendar, unit.now)
    const modes = await modesOf(
      unit.tx,
      { item: locked.approvalItem, materials: locked.materials, subjectId: locked.applicantId, exceptions: locked.exceptions },
      unit.now,
    )
    const decision = requireMode(parsed, modes, deemedOn)
    const { mode } = parsed
    const acceptedOn = deemedOn ?? shanghaiDayOf(unit.now)
    const promised = await takeCommitment(unit, locked, { ...parsed, decision, acceptedOn, calendar })
    const officerId = locked.officerId ?? unit.viewer.userId
    await concludeIntake(unit, locked, { mode, decision, modes, deemedOn, calendar, officerId, promised })
    return locked.id
  }
  return runUseCase(context, command, work, { isPrepared: true })
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
