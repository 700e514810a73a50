import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import { commitmentLetterOf } from '#domain/commitments/commitment-letter.ts'
import { checkSupplementDay } from '#domain/commitments/due-date.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { verificationDay } from '#domain/commitments/verification-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import type { AcceptCase } from './accept-case.ts'
import type { LockedApprovalCase } from './lock-approval-case.ts'

export interface Acceptance {
  readonly locked: LockedApprovalCase
  readonly decision: ModeDecision
  readonly input: AcceptCase
  readonly acceptedOn: CalendarDay
  readonly calendar: WorkingCalendar
}

/**
 * Takes the signed commitment 承诺 that a tolerant mode demands, with the letter as signed; null for the other modes.
 * @throws RefusedError DUE_DAY_…, CALENDAR_NOT_LOADED · ValidationError for a missing signer, day or consent
 */
export async function takeCommitment(unit: UnitOfWork, acceptance: Acceptance): Promise<{ number: string; dueOn: CalendarDay } | null> {
  const { mode, materials } = acceptance.decision
  if (mode !== 'TOLERANT_ACCEPTANCE' && mode !== 'TOLERANT_HANDLING') return null
  const { locked, acceptedOn } = acceptance
  const { signerName, dueOn } = requireSigned(acceptance)
  const rules = unwrap(toleranceRuleSetOn(acceptedOn))
  const promised = locked.materials.map(({ material }) => material).filter(({ seq }) => materials.includes(seq))
  const facts = {
    mode,
    applicantName: locked.applicant.name,
    agencyName: locked.agency.nameZh,
    approvalItem: { zh: locked.approvalItem.nameZh, en: locked.approvalItem.nameEn },
    materials: promised.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
    dueOn,
  }
  const number = await nextNumber(unit, 'COMMITMENT')
  await unit.tx.commitment.create({
    data: {
      number,
      caseId: locked.id,
      subjectId: locked.applicantId,
      mode,
      supplementDueOn: toDbDay(dueOn),
      letter: asJson(commitmentLetterOf(facts, rules)) ?? {},
      signerName,
      signedAt: unit.now,
      isPublished: mode === 'TOLERANT_HANDLING',
      ruleSetVersion: rules.version,
      items: { create: promised.map(({ seq, nameZh, nameEn }) => ({ materialSeq: seq, nameZh, nameEn })) },
    },
  })
  return { number, dueOn }
}

/** What the applicant gave at the counter. Every gap is told at once, beside its field. */
function requireSigned({ decision, input, acceptedOn, locked, calendar }: Acceptance): { signerName: string; dueOn: CalendarDay } {
  const isHandling = decision.mode === 'TOLERANT_HANDLING'
  const signerName = input.signerName || null
  const supplementDueOn = input.supplementDueOn || null
  const gaps = [
    ...(signerName ? [] : ['signerName']),
    ...(isHandling || supplementDueOn ? [] : ['supplementDueOn']),
    ...(isHandling && input.isPublicityAgreed !== true ? ['isPublicityAgreed'] : []),
  ]
  if (!signerName || gaps.length > 0) throw new ValidationError(gaps.map((path) => ({ path, code: 'REQUIRED', facts: {} })))
  const { promisedWorkingDays } = locked.approvalItem
  const dueOn = isHandling
    ? verificationDay(acceptedOn, calendar)
    : checkSupplementDay(supplementDueOn ?? '', { acceptedOn, promisedWorkingDays }, calendar)
  return { signerName, dueOn: unwrap<CalendarDay, { readonly code: string }>(dueOn) }
}
