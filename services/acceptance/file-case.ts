import { correctionNoticeLastDay } from '#domain/acceptance/correction-notice.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { ApprovalItem, IntakeChannel } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { nextNumber } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import type { FoundMaterials } from './case-input.ts'
import { ensureApplicant, readApplicantCode } from './ensure-applicant.ts'
import { saveMaterials } from './save-materials.ts'

/** An application as it is filed, whichever way it came. */
export interface Filing {
  readonly approvalItemCode: string
  readonly applicantCode: string
  readonly applicantName: string | null
  readonly projectName: string
  readonly projectCode: string | null
  readonly agencyId: string
  /** Who answers for it. */
  readonly officerId: string
  readonly channel: Exclude<IntakeChannel, 'ONLINE'>
  readonly filedAt: Date
  readonly externalNumber: string | null
  readonly materials: FoundMaterials | null
}

/**
 * Files an application within a transaction: at the counter, by post, by an agency's system, or out of its table. Under the office's own
 * number it is filed once: again, and at the same time, it is the same case.
 * @returns the case's id
 * @throws RefusedError CALENDAR_NOT_LOADED, EXTERNAL_NUMBER_USED for another application under that number · ValidationError
 */
export async function fileCase(unit: UnitOfWork, filing: Filing): Promise<string> {
  const { tx } = unit
  const { approvalItemCode, agencyId, officerId, projectName, projectCode, channel, filedAt, externalNumber, materials } = filing
  const item = await tx.approvalItem.findUnique({ where: { code: approvalItemCode } })
  if (!item) throw new ValidationError([{ path: 'approvalItemCode', code: 'UNKNOWN_CODE', facts: { approvalItemCode } }])
  const { divisionCode } = await tx.organisation.findUniqueOrThrow({ where: { id: agencyId } })
  const applicantId = await ensureApplicant(unit, { code: filing.applicantCode, name: filing.applicantName, divisionCode })
  const filedOn = shanghaiDayOf(filedAt)
  const rules = unwrap(toleranceRuleSetOn(filedOn))
  const correctionDueOn = unwrap(correctionNoticeLastDay(filedOn, rules, await loadCalendar(tx)))
  const number = await nextNumber(unit, 'APPROVAL_CASE')
  const [made] = await tx.approvalCase.createManyAndReturn({
    data: {
      ...{ number, approvalItemCode, agencyId, applicantId, officerId, projectName, projectCode, channel, externalNumber, filedAt },
      state: 'FILED',
      correctionDueOn: toDbDay(correctionDueOn),
      ruleSetVersion: rules.version,
    },
    select: { id: true },
    skipDuplicates: true,
  })
  if (!made) return filedBefore(unit, filing, item, applicantId)
  const { id } = made
  if (materials) await saveMaterials(unit, id, approvalItemCode, materials)
  const applicant = readApplicantCode(unit, filing.applicantCode).shown
  const after = { number, approvalItemCode, applicant, projectName, channel, externalNumber, filedAt, correctionDueOn, materials }
  await unit.audit({ action: 'acceptance.openCase', entity: 'ApprovalCase', entityId: id, after })
  await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: `FILED_${channel}`, audience: 'PARTIES', facts: { filedOn } })
  await unit.outbox('acceptance.filed', 'ApprovalCase', id)
  return id
}

/** The case that the office filed under its own number before, if it is this one: a number that means two things is told, not followed. */
async function filedBefore(
  { tx }: UnitOfWork,
  { agencyId, externalNumber }: Filing,
  item: ApprovalItem,
  applicantId: string,
): Promise<string> {
  const before = await tx.approvalCase.findFirstOrThrow({
    where: { agencyId, externalNumber: externalNumber ?? '' },
    select: { id: true, number: true, approvalItemCode: true, applicantId: true },
  })
  if (before.approvalItemCode !== item.code || before.applicantId !== applicantId)
    throw new RefusedError({ code: 'EXTERNAL_NUMBER_USED', externalNumber, number: before.number })
  return before.id
}
