import { z } from 'zod'
import { decidePause } from '#domain/acceptance/case-pause.ts'
import { pauseBasis } from '#domain/commitments/intake-parameters.ts'
import { pauseCauses } from '#domain/commitments/pause-causes.ts'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import { promisedSupplementOf, rulesOfCommitment } from '../commitments/promised-supplement.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput, reasonText } from './case-input.ts'
import { demandOfficer } from './case-officer.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import type { LockedApprovalCase } from './read-locked-case.ts'
import { limitOf, toPause } from './pauses-of.ts'

export const pauseCaseInput = caseStepInput.extend({
  cause: z.enum(pauseCauses),
  /** Its last day, which the applicant is told in writing. */
  untilOn: z.string().refine(isCalendarDay, 'DAY_INVALID'),
  reasons: reasonText,
})

/**
 * Stops the time limit of an accepted case from today on, for a lawful cause and until a named day (行政许可法 art. 45); the day for the
 * decision moves with it, and the applicant learns of both. Answers with the case's id.
 * @throws RefusedError PAUSE_… with what stands in the way, CALENDAR_NOT_LOADED · ValidationError
 */
export async function pauseCase(context: UseCaseContext, input: z.input<typeof pauseCaseInput>): Promise<string> {
  const parsed = parseInput(pauseCaseInput, input)
  const command = { operation: 'pauseCase', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockApprovalCase(unit, 'case.pause', parsed)
    const { officerId } = demandOfficer(context, 'case.pause')
    const { id, state, acceptedAt } = locked
    const { cause, reasons, untilOn } = parsed
    const today = shanghaiDayOf(unit.now)
    const calendar = await loadCalendar(unit.tx)
    const pauses = locked.pauses.map(toPause)
    const facts = {
      state,
      today,
      decisionDueOn: fromDbDayOrNull(locked.decisionDueOn) ?? today,
      pauses,
      awaitedUntil: awaitedUntil(locked, unit.now),
    }
    const pause = unwrap(decidePause(facts, { cause, untilOn }, unwrap(toleranceRuleSetOn(today)).parameters, calendar))
    const { dueOn } = limitOf({ ...locked, acceptedAt: acceptedAt ?? unit.now }, [...pauses, pause], today, calendar)
    const basis = pauseBasis[cause]
    const days = { fromOn: toDbDay(pause.fromOn), untilOn: toDbDay(pause.untilOn) }
    await unit.tx.casePause.create({ data: { caseId: id, cause, basis, reasons, ...days, startedById: officerId, startedAt: unit.now } })
    await unit.tx.approvalCase.update({ where: { id }, data: { decisionDueOn: toDbDay(dueOn), version: { increment: 1 } } })
    const step = { kind: `PAUSED_${cause}`, facts: { untilOn, dueOn, basis, reasons } }
    await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, audience: 'PARTIES', ...step })
    await unit.audit({ action: 'acceptance.pauseCase', entity: 'ApprovalCase', entityId: id, after: { cause, ...step.facts }, basis })
    await unit.outbox('acceptance.paused', 'ApprovalCase', id)
    return id
  })
}

/** The last day of everything promised that is still out; null where nothing is. */
function awaitedUntil({ commitments }: LockedApprovalCase, now: Date): CalendarDay | null {
  const days = commitments
    .filter(({ state, mode }) => state === 'PENDING' && mode === 'TOLERANT_ACCEPTANCE')
    .flatMap((commitment) => {
      const assessed = assessSupplement(promisedSupplementOf(commitment), rulesOfCommitment(commitment), now)
      return assessed.state === 'FULFILLED' ? [] : assessed.outstanding.map((one) => one.dueOn)
    })
  return days.toSorted().at(-1) ?? null
}
