import type { FeeRule } from '#domain/catalogue/fee.ts'
import { feeScheduleSchema, feeUnits } from '#domain/catalogue/fee-schedule.ts'
import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import type { Bar } from '#domain/credit/bar.ts'
import { creditGrades } from '#domain/credit/grade.ts'
import type { ChoiceFacts, ChosenStanding } from '#domain/engagements/choose.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { CreditStanding, Prisma, Qualification, ServiceItem, ServiceOffering } from '#prisma/generated/client.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import { loadAgencyTiesOf } from '../intermediaries/load-agency-ties.ts'

/** What is to be chosen: an intermediary, an item, and the division of the project. */
export interface WantedChoice {
  readonly uscc: string
  readonly serviceItemCode: string
  readonly divisionCode: string
}

/** Loads what the choice is decided by; null in place of what isn't registered. */
export async function loadChoiceFacts(
  tx: Tx,
  wanted: WantedChoice,
  now: Date,
): Promise<ChoiceFacts | { readonly unknown: keyof WantedChoice }> {
  const { serviceItemCode, divisionCode } = wanted
  const uscc = normaliseUscc(wanted.uscc)
  const intermediary = await tx.intermediary.findFirst({
    where: { subject: { uscc } },
    include: { qualifications: true, offerings: { where: { serviceItemCode } }, subject: { include: { standing: true } } },
  })
  if (!intermediary) return { unknown: 'uscc' }
  const item = await itemInForce(tx, serviceItemCode, shanghaiDayOf(now))
  if (!item) return { unknown: 'serviceItemCode' }
  const divisionCodes = (await divisionLines(tx, [divisionCode])).get(divisionCode)
  if (!divisionCodes) return { unknown: 'divisionCode' }
  const { id, subjectId, subject, status, qualifications, offerings } = intermediary
  return {
    now,
    divisionCodes,
    item: toItem(item),
    offering: offerings[0] ? toOffering(offerings[0]) : null,
    intermediary: {
      intermediaryId: id,
      subjectId,
      name: subject.name,
      status,
      qualifications: qualifications.map(toQualification),
      agencyTies: await loadAgencyTiesOf(tx, uscc, shanghaiDayOf(now)),
    },
    standing: toStanding(subject.standing),
  }
}

type ItemFacts = Pick<
  ServiceItem,
  'code' | 'nameZh' | 'status' | 'cancelledBy' | 'isQualificationRequired' | 'approvingAgencyZh' | 'feeBasis' | 'feeUnit' | 'referenceSize'
> & { readonly feeCeiling: FeeSchedule | Prisma.JsonValue }

/** An entry of the catalogue as the rules read it: a version in force, or the row that lists show. */
export const toItem = (item: ItemFacts): ChoiceFacts['item'] => ({
  code: item.code,
  nameZh: item.nameZh,
  status: item.status,
  cancelledBy: item.cancelledBy,
  isQualificationRequired: item.isQualificationRequired,
  approvingAgency: item.approvingAgencyZh,
  ...toFeeRule(item),
})

/** How an entry is priced. */
export const toFeeRule = (item: Pick<ItemFacts, 'feeBasis' | 'feeUnit' | 'referenceSize' | 'feeCeiling'>): FeeRule => ({
  feeBasis: item.feeBasis,
  feeUnit: feeUnits.find((unit) => unit === item.feeUnit) ?? null,
  referenceSize: item.referenceSize,
  feeCeiling: item.feeCeiling === null ? null : feeScheduleSchema.parse(item.feeCeiling),
})

export const toOffering = (offering: ServiceOffering): NonNullable<ChoiceFacts['offering']> => ({
  offeringId: offering.id,
  version: offering.version,
  serviceItemCode: offering.serviceItemCode,
  divisionCodes: offering.divisionCodes,
  feeSchedule: feeScheduleSchema.parse(offering.feeSchedule),
  feeFen: offering.feeFen,
  promisedWorkingDays: offering.promisedWorkingDays,
  isWithdrawn: offering.isWithdrawn,
})

export const toQualification = (one: Qualification): ChoiceFacts['intermediary']['qualifications'][number] => ({
  name: one.name,
  certificateNo: one.certificateNo,
  validFromOn: fromDbDay(one.validFromOn),
  validUntilOn: fromDbDayOrNull(one.validUntilOn),
  serviceItemCodes: one.serviceItemCodes,
})

/** Nothing on record yet is grade N and no bar. */
export const toStanding = (row: CreditStanding | null): ChosenStanding => ({
  grade: creditGrades.find((grade) => grade === row?.grade) ?? 'N',
  score: row?.score ?? null,
  ruleSetVersion: row?.ruleSetVersion ?? '',
  bars: (row?.bars ?? []) as unknown as readonly Bar[],
})
