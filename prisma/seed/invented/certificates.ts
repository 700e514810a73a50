import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { addDays, addYears } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Random } from '../random.ts'

/** What the generator needs to know of a service item. */
export interface InventedItem {
  readonly code: string
  readonly qualificationZh: string
  readonly isQualificationRequired: boolean
  readonly feeUnit: FeeUnit | null
  readonly referenceSize: number
}

export interface InventedCertificate {
  readonly name: string
  readonly grade: string | null
  readonly certificateNo: string
  readonly issuer: string
  readonly validFromOn: CalendarDay
  readonly validUntilOn: CalendarDay | null
  readonly serviceItemCodes: string[]
}

/** Grades as they are printed on certificates of these kinds; others carry none. */
const gradesOf: Readonly<Record<string, readonly string[]>> = {
  测绘资质: ['甲级', '乙级'],
  '测绘资质（房产测绘）': ['甲级', '乙级'],
  工程设计资质: ['甲级', '乙级'],
  工程勘察资质: ['甲级', '乙级'],
  工程监理资质: ['甲级', '乙级'],
  地质灾害危险性评估单位资质: ['甲级', '乙级'],
  雷电防护装置检测资质: ['甲级', '乙级'],
}

export interface CertificateTimes {
  /** All are valid on this day: the day of entry into the register. */
  readonly enteredOn: CalendarDay
  /** The day of the demonstration, on which some have run out. */
  readonly today: CalendarDay
}

/** One certificate for each kind that the items ask for. About one in twelve has run out by today, as many end within 60 days. */
export function inventCertificates(random: Random, items: readonly InventedItem[], times: CertificateTimes): InventedCertificate[] {
  const asked = items.filter((item) => item.isQualificationRequired)
  return [...new Set(asked.map((item) => item.qualificationZh))].map((kind, index) => ({
    // The catalogue's remarks aren't part of a certificate's name.
    name: kind.replace(/（(委托时|主管部门指定)）$/, ''),
    grade: gradesOf[kind] ? random.pick(gradesOf[kind]) : null,
    certificateNo: `演示${random.int(10_000_000, 99_999_999)}-${index + 1}`,
    issuer: '发证机关（演示）',
    ...validity(random, times),
    serviceItemCodes: asked.filter((item) => item.qualificationZh === kind).map((item) => item.code),
  }))
}

function validity(random: Random, { enteredOn, today }: CertificateTimes): Pick<InventedCertificate, 'validFromOn' | 'validUntilOn'> {
  const fate = random.next()
  const daysSinceEntry = Math.round((Date.parse(today) - Date.parse(enteredOn)) / 86_400_000)
  const validUntilOn =
    fate < 0.08 && daysSinceEntry > 5
      ? addDays(enteredOn, random.int(1, daysSinceEntry - 1))
      : fate < 0.16
        ? addDays(today, random.int(3, 60))
        : fate < 0.22
          ? null
          : addDays(today, random.int(90, 1_600))
  const from = validUntilOn === null ? addYears(enteredOn, -random.int(1, 6)) : addDays(addYears(validUntilOn, -5), 1)
  return { validFromOn: from < enteredOn ? from : enteredOn, validUntilOn }
}
