import type { Profile } from '#domain/intermediaries/profile-change.ts'
import type { UpkeepRuleSet } from '#domain/intermediaries/upkeep-rule-set.ts'
import { upkeepRuleSets } from '#domain/intermediaries/upkeep-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'

/** An institution whose register entry is ours until commit. */
export type ChangingFirm = Prisma.IntermediaryGetPayload<{ include: { subject: { include: { organisation: true } } } }>

/**
 * Takes the viewer's own institution for a change of its entry. Changes of one firm come one after the other, and a choice under way
 * finishes first.
 * @throws ForbiddenError · NotFoundError for a viewer without one · RefusedError INTERMEDIARY_NOT_LISTED once it has left
 */
export async function lockOwnEntry(unit: UnitOfWork): Promise<ChangingFirm> {
  const { subjectId } = unit.viewer
  demand(unit.context, 'registerChange.request', { intermediarySubjectId: subjectId })
  const firm = await lockEntry(unit, subjectId ?? '')
  if (firm.status === 'EXITED') throw new RefusedError({ code: 'INTERMEDIARY_NOT_LISTED', status: firm.status })
  return firm
}

/** Takes an institution by its subject, whoever acts. The subject's row comes first, as everywhere. @throws NotFoundError */
export async function lockEntry({ tx }: UnitOfWork, subjectId: string): Promise<ChangingFirm> {
  await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "id" = ${subjectId}::uuid FOR NO KEY UPDATE`
  const firm = await tx.intermediary.findUnique({ where: { subjectId }, include: { subject: { include: { organisation: true } } } })
  if (!firm) throw new NotFoundError('Intermediary')
  return firm
}

/** The rules of upkeep in force now. */
export const upkeepRules = ({ now }: UnitOfWork): UpkeepRuleSet => unwrap(ruleSetOn(upkeepRuleSets, shanghaiDayOf(now)))

/** What the register says about the firm itself. */
export const profileOf = ({ subject, ...firm }: ChangingFirm): Profile => ({
  name: subject.name,
  nameEn: subject.organisation?.nameEn ?? null,
  legalRepresentative: firm.legalRepresentative,
  legalForm: firm.legalForm,
  divisionCode: subject.divisionCode ?? '',
  address: firm.address,
  phone: firm.phone,
  introduction: firm.introduction,
})
