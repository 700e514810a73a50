import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { createRandom } from '../random.ts'
import type { Random } from '../random.ts'
import { inventCertificates } from './certificates.ts'
import type { InventedCertificate, InventedItem } from './certificates.ts'
import { fictitiousIdentityNumber, fictitiousUscc } from './codes.ts'
import type { Field, ItemRange } from './field.ts'
import { inventFee } from './fee.ts'
import type { InventedFee } from './fee.ts'
import { fields } from './fields.ts'
import { inventBrand, inventPersonName } from './names.ts'
import { divisionOf, inventAddress } from './places.ts'

/** All there is to an invented intermediary: what a registration asks, and what the bulk load writes. */
export interface InventedIntermediary {
  readonly name: string
  readonly uscc: string
  readonly divisionCode: string
  readonly legalForm: string
  readonly legalRepresentative: string
  readonly address: string
  readonly phone: string
  readonly introduction: string
  readonly listedOn: CalendarDay
  readonly qualifications: InventedCertificate[]
  readonly practitioners: { name: string; identityNumber: string; title: string; certificateNo: string }[]
  readonly offerings: ({
    serviceItemCode: string
    divisionCodes: string[]
    feeNote: string
    promisedWorkingDays: number
  } & InventedFee)[]
}

export interface Inventing {
  readonly block: 'INTERMEDIARY' | 'BENCH'
  /** Retained service items by code; what isn't here is not offered. */
  readonly items: ReadonlyMap<string, InventedItem>
  /** Most practitioners of one firm; 1 for large loads. */
  readonly mostPractitioners: number
  readonly today: CalendarDay
}

/** The day on which the register began: firms that had been listed before were taken over then. */
export const registerBeganOn = '2026-01-05'

const lines: readonly Field[] = fields.flatMap((field) => Array.from({ length: field.share }, () => field))
/** Persons are counted apart for each block. */
const firstPerson = { INTERMEDIARY: 0, BENCH: 100_000 } as const
/** Room for each firm's own people. */
const peopleAFirm = 8

function fieldOf(index: number): Field {
  // 37 shares no factor with the number of lines, so that every stretch of a hundred firms has all of them.
  const field = lines[(index * 37) % lines.length]
  if (!field) throw new RangeError('no line of business')
  return field
}

/** The name of the intermediary of that number. */
export function inventName(block: Inventing['block'], index: number): string {
  const place = createRandom(`name ${block} ${index}`).pick(['河南', '郑州', '河南省'])
  return place + inventBrand(index) + fieldOf(index).nameZh
}

/** The intermediary of that number: always the same one, whatever was made before. */
export function inventIntermediary(index: number, options: Inventing): InventedIntermediary {
  const { block, items, today } = options
  const random = createRandom(`${block} ${index}`)
  const field = fieldOf(index)
  const division = divisionOf(random)
  const listedOn = random.chance(0.6) ? addDays('2023-03-01', random.int(0, 1_000)) : addDays(registerBeganOn, random.int(0, 300))
  const ranges = chooseRanges(random, field).filter(([code]) => items.has(code))
  const offered = ranges.flatMap(([code]) => items.get(code) ?? [])
  const practitioners = inventPractitioners(random, index, field, options)
  const legalRepresentative = random.chance(0.4) ? (practitioners[0]?.name ?? '') : inventPersonName(random)
  return {
    name: inventName(block, index),
    uscc: fictitiousUscc(block, index, division.code),
    divisionCode: division.code,
    legalForm: field.legalForm,
    legalRepresentative,
    address: inventAddress(random, division),
    // 0371-5555 is kept for the demonstration; nobody is called.
    phone: `0371-5555${String(index % 10_000).padStart(4, '0')}`,
    introduction: `${field.introduction}（虚构机构，仅供演示）`,
    listedOn,
    qualifications: inventCertificates(random, offered, { enteredOn: listedOn < registerBeganOn ? registerBeganOn : listedOn, today }),
    practitioners,
    offerings: ranges.map((range) =>
      inventOffering(random, range, division.code, (fen) => inventFee(`${block} ${index} ${range[0]}`, fen, items.get(range[0]))),
    ),
  }
}

/** Some of the own line's items, and for the larger firms a few of another line: 1 to 8. */
function chooseRanges(random: Random, field: Field): ItemRange[] {
  const own = random.sample(field.items, random.int(1, field.items.length))
  const other = random.pick(lines)
  if (other === field || !random.chance(0.15)) return own
  const taken = new Set(own.map(([code]) => code))
  return [...own, ...random.sample(other.items, random.int(1, 3)).filter(([code]) => !taken.has(code))]
}

function inventPractitioners(
  random: Random,
  index: number,
  field: Field,
  { block, mostPractitioners }: Inventing,
): InventedIntermediary['practitioners'] {
  return Array.from({ length: random.int(1, mostPractitioners) }, (_, place) => {
    const person = firstPerson[block] + index * peopleAFirm + place
    return {
      name: inventPersonName(createRandom(`person ${person}`)),
      identityNumber: fictitiousIdentityNumber(person),
      title: field.title,
      certificateNo: `演示证${String(person).padStart(7, '0')}`,
    }
  }).concat(sharedPractitioner(random, index, field, block, mostPractitioners))
}

/** One firm in fifty shares its neighbour's first practitioner: allowed, but marked (rulebook R3). */
function sharedPractitioner(
  random: Random,
  index: number,
  field: Field,
  block: Inventing['block'],
  mostPractitioners: number,
): InventedIntermediary['practitioners'] {
  if (mostPractitioners === 1 || index === 0 || !random.chance(0.02)) return []
  const person = firstPerson[block] + (index - 1) * peopleAFirm
  const name = inventPersonName(createRandom(`person ${person}`))
  return [
    {
      name,
      identityNumber: fictitiousIdentityNumber(person),
      title: field.title,
      certificateNo: `演示证${String(person).padStart(7, '0')}`,
    },
  ]
}

function inventOffering(
  random: Random,
  [serviceItemCode, minYuan, maxYuan, minDays, maxDays]: ItemRange,
  divisionCode: string,
  feeOf: (aboutFen: number) => InventedFee,
): InventedIntermediary['offerings'][number] {
  // Fees lie closer to the lower end, in steps that people would write.
  const yuan = minYuan + (maxYuan - minYuan) * random.next() ** 2
  const step = maxYuan >= 10_000 ? 500 : maxYuan >= 1_000 ? 50 : 10
  const isFixed = minYuan === maxYuan
  const fee = feeOf((isFixed ? minYuan : Math.max(minYuan, Math.round(yuan / step) * step)) * 100)
  return {
    serviceItemCode,
    divisionCodes: random.chance(0.7) ? ['410100'] : [divisionCode],
    ...fee,
    feeNote: isFixed || fee.size !== null ? '按公开标准收费（演示）' : '按项目规模商定，此为起步价（演示）',
    promisedWorkingDays: random.int(minDays, maxDays),
  }
}
