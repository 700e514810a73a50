import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import { commitmentLetterOf } from '#domain/commitments/commitment-letter.ts'
import { publicityUntil } from '#domain/commitments/publicity.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import type { LockedApprovalCase } from '../acceptance/read-locked-case.ts'
import { attachFile } from '../files/attach-file.ts'
import { receiveFile } from '../files/receive-file.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { recordStep } from '../procedures/record-step.ts'
import { openHandlingTask } from '../verification/open-handling-task.ts'
import { nextDueOnOf } from './next-due.ts'
import { requireSigned } from './signed-promise.ts'
import type { SignedPromise } from './signed-promise.ts'
import { writeCommitment } from './write-commitment.ts'
import type { SignedCommitment } from './write-commitment.ts'

/** What was decided about the case, and what the applicant signed for it. */
export interface Acceptance extends SignedPromise {
  readonly decision: ModeDecision
  /** From where days count: the day the case counts as accepted. */
  readonly acceptedOn: CalendarDay
  readonly calendar: WorkingCalendar
}

/**
 * Takes the signed commitment 承诺 that a tolerant mode demands, with the letter as signed, the day of each material and, for a handling, its
 * publicity; null for the other modes. In the transaction of the acceptance.
 * @throws RefusedError DUE_DAY_…, CALENDAR_NOT_LOADED, FILE_… · ValidationError for a missing signer, signed paper, day or consent
 */
export async function takeCommitment(
  unit: UnitOfWork,
  locked: LockedApprovalCase,
  acceptance: Acceptance,
): Promise<{ readonly number: string; readonly dueOn: CalendarDay } | null> {
  const { mode, materials } = acceptance.decision
  if (mode !== 'TOLERANT_ACCEPTANCE' && mode !== 'TOLERANT_HANDLING') return null
  const { acceptedOn, calendar } = acceptance
  const promised = locked.materials.map(({ material }) => material).filter(({ seq }) => materials.includes(seq))
  const signed = requireSigned({ mode, promised, acceptance, promisedWorkingDays: locked.approvalItem.promisedWorkingDays })
  const { signerName, signatureMethod, signedPaper, lastDueOn, dueOnOf } = signed
  const rules = unwrap(toleranceRuleSetOn(acceptedOn))
  const facts = {
    mode,
    applicantName: locked.applicant.name,
    agencyName: locked.agency.nameZh,
    approvalItem: { zh: locked.approvalItem.nameZh, en: locked.approvalItem.nameEn },
    materials: promised.map(({ seq, nameZh, nameEn }) => ({ zh: nameZh, en: nameEn, dueOn: dueOnOf(seq) })),
    dueOn: lastDueOn,
  }
  const publicUntilOn = mode === 'TOLERANT_HANDLING' ? unwrap(publicityUntil(acceptedOn, rules, calendar)) : null
  const items = promised.map(({ seq, nameZh, nameEn }) => ({ materialSeq: seq, nameZh, nameEn, dueOn: dueOnOf(seq) }))
  const signedFile = signedPaper && (await receiveFile(unit, signedPaper, { uploadedById: unit.viewer.userId }))
  const running = { mode, state: 'PENDING', supplementDueOn: toDbDay(lastDueOn), ruleSetVersion: rules.version } as const
  const { id, number } = await writeCommitment(unit, {
    ...{ mode, signerName, signatureMethod, ruleSetVersion: rules.version, items },
    caseId: locked.id,
    subjectId: locked.applicantId,
    supplementDueOn: lastDueOn,
    letter: commitmentLetterOf(facts, rules),
    signedFileId: signedFile?.id ?? null,
    nextDueOn: fromDbDayOrNull(nextDueOnOf(running, items.map(asPromised), unit.now)),
    isPublished: publicUntilOn !== null,
    publicFromOn: publicUntilOn && acceptedOn,
    publicUntilOn,
  })
  const entity = { procedure: 'COMMITMENT', entityId: id, audience: 'PARTIES' } as const
  if (signedFile) await attachFile(unit, { ...entity, purpose: 'SIGNED_LETTER', fileId: signedFile.id })
  await recordStep(unit, { ...entity, kind: 'COMMITMENT_SIGNED', facts: { signatureMethod, dueOn: lastDueOn } })
  if (mode === 'TOLERANT_HANDLING') await openHandlingTask(unit, { commitmentId: id, organisationId: locked.agencyId, dueOn: lastDueOn })
  return { number, dueOn: lastDueOn }
}

/** A material nobody has handed in yet. */
const asPromised = ({ materialSeq, dueOn }: SignedCommitment['items'][number]) => ({
  ...{ materialSeq, dueOn: dueOn === null ? null : toDbDay(dueOn) },
  ...{ deliveredAt: null, rejectedAt: null, secondDueOn: null },
})
