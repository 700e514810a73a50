import { feeScheduleSchema } from '../catalogue/fee-schedule.ts'
import type { FeeSchedule, FeeTier, FeeUnit } from '../catalogue/fee-schedule.ts'
import { parseYuan } from '../kernel/money.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import type { SheetLanguage } from './column.ts'
import type { HeadingUnit } from './match-header.ts'

/**
 * How a fee stands in one cell:
 * `12000` fixed · `80/平方米` per unit · `1.5%` of the project cost · `≤1000000:1.5%;>1000000:1.2%` or `≤500:10/份;>500:8/份` graduated.
 * Behind it `;最低5000` and `;最高30000`, or `min` and `max`. Amounts are in yuan.
 */
export type FeeRefusal = { readonly code: string } & Readonly<Record<string, unknown>>

const unitNames: Readonly<Record<Exclude<FeeUnit, 'PROJECT_COST'>, readonly [zh: string, en: string, ...also: string[]]>> = {
  SQUARE_METRE: ['平方米', 'm2', '平米', '㎡', 'sqm'],
  KILOMETRE: ['公里', 'km', '千米'],
  MU: ['亩', 'mu'],
  VEHICLE: ['辆', 'vehicle', '台'],
  PIECE: ['个', 'piece', '件', '项'],
  PERSON: ['人', 'person', '人次'],
  COPY: ['份', 'copy'],
}
const units = Object.keys(unitNames) as (keyof typeof unitNames)[]
const unitOfName = new Map(units.flatMap((unit) => [unit, ...unitNames[unit]].map((name) => [fold(name), unit] as const)))

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}

const malformed = refuse({ code: 'FEE_MALFORMED' })

/** An amount in yuan as fen; a trailing 元 or yuan is understood, 万元 or 万 multiplies. */
function fenOf(text: string, unit: HeadingUnit): number | null {
  const match = /^(.*?)(万元|万|元|yuan)?$/.exec(text)
  const amount = parseYuan(match?.[1] ?? '')
  // More decimals than two make sense of 万元 only: 1.2345 万元 is 12345 yuan.
  const isTenThousand = match?.[2]?.startsWith('万') ?? false
  if (isTenThousand || (match?.[2] === undefined && unit === 'TEN_THOUSAND_YUAN')) return tenThousandsInFen(match?.[1] ?? '')
  return amount.ok ? amount.value : null
}

function tenThousandsInFen(text: string): number | null {
  const match = /^¥?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,6}))?$/.exec(text)
  if (!match) return null
  const fen = Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? '').padEnd(6, '0'))
  return Number.isSafeInteger(fen) ? fen : null
}

type Rate = { readonly unit: FeeUnit; readonly rate: number }

/** `1.5%` or `80/平方米`. */
function rateOf(text: string): Rate | null {
  const percent = /^(\d{1,3})(?:\.(\d{1,4}))?%$/.exec(text)
  if (percent) return { unit: 'PROJECT_COST', rate: Number((percent[1] ?? '') + (percent[2] ?? '').padEnd(4, '0')) }
  const [amount = '', name, ...surplus] = text.split('/')
  const unit = name === undefined ? undefined : unitOfName.get(name)
  const fen = fenOf(amount, 'YUAN')
  return unit === undefined || surplus.length > 0 || fen === null ? null : { unit, rate: fen }
}

const tierShape = /^(?:(?:≤|<=)(?<upTo>[\d.,]+)|>(?<over>[\d.,]*))(?:元|yuan)?:(?<rate>.+)$/

function tiersOf(parts: readonly string[]): { readonly unit: FeeUnit; readonly tiers: readonly FeeTier[] } | null {
  const tiers: FeeTier[] = []
  let unit: FeeUnit | null = null
  for (const part of parts) {
    const { upTo, over, rate = '' } = tierShape.exec(part)?.groups ?? {}
    const read = rateOf(rate)
    if (!read || (unit !== null && unit !== read.unit) || (upTo === undefined && over === undefined)) return null
    // What the last band begins with is said twice; both must agree.
    if (over && Number(over.replaceAll(',', '')) !== tiers.at(-1)?.upTo) return null
    unit = read.unit
    tiers.push({ upTo: upTo === undefined ? null : Number(upTo.replaceAll(',', '')), rate: read.rate })
  }
  return unit === null ? null : { unit, tiers }
}

/** Reads a cell. `unit` is what the heading counts a bare number in. */
export function readFee(text: string, unit: HeadingUnit): Result<FeeSchedule, FeeRefusal> {
  const parts = fold(text)
    .split(';')
    .filter((part) => part !== '')
  const bounds: { minFen: number | null; maxFen: number | null } = { minFen: null, maxFen: null }
  const rest: string[] = []
  for (const part of parts) {
    const bound = /^(最低|最高|min|max):?(.+)$/.exec(part)
    if (!bound) {
      rest.push(part)
      continue
    }
    const fen = fenOf(bound[2] ?? '', 'YUAN')
    const side = bound[1] === '最低' || bound[1] === 'min' ? 'minFen' : 'maxFen'
    if (fen === null || bounds[side] !== null) return malformed
    bounds[side] = fen
  }
  const schedule = scheduleOf(rest, bounds, unit)
  if (!schedule) return malformed
  const parsed = feeScheduleSchema.safeParse(schedule)
  if (parsed.success) return ok(parsed.data)
  const message = parsed.error.issues[0]?.message ?? ''
  return refuse({ code: /^FEE_[A-Z_]+$/.test(message) ? message : 'FEE_MALFORMED' })
}

function scheduleOf(parts: readonly string[], bounds: { minFen: number | null; maxFen: number | null }, unit: HeadingUnit): unknown {
  const [first = '', ...more] = parts
  if (/^[≤<>]/.test(first)) {
    const tiered = tiersOf(parts)
    return tiered && { kind: 'TIERED', ...tiered, ...bounds }
  }
  if (more.length > 0) return null
  const rate = rateOf(first)
  if (rate?.unit === 'PROJECT_COST') return { kind: 'PERCENTAGE', ratePpm: rate.rate, ...bounds }
  if (rate) return { kind: 'PER_UNIT', unit: rate.unit, feeFenPerUnit: rate.rate, ...bounds }
  const feeFen = fenOf(first, unit)
  // A fixed fee has no bounds: they would say something else than the amount.
  return feeFen === null || bounds.minFen !== null || bounds.maxFen !== null ? null : { kind: 'FIXED', feeFen }
}

/** An amount in yuan as short as can be: 1200000 → '12000', 1200050 → '12000.50'. */
const yuanOf = (fen: number): string =>
  fen % 100 === 0 ? String(fen / 100) : `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

const percentOf = (ppm: number): string => `${String(ppm / 10_000)}%`

/** Writes a fee so that `readFee` reads the same again under a heading in yuan. */
export function writeFee(schedule: FeeSchedule, language: SheetLanguage): string {
  if (schedule.kind === 'FIXED') return yuanOf(schedule.feeFen)
  const rate = (unit: FeeUnit, value: number): string =>
    unit === 'PROJECT_COST' ? percentOf(value) : `${yuanOf(value)}/${unitNames[unit][language === 'zh' ? 0 : 1]}`
  const parts =
    schedule.kind === 'PERCENTAGE'
      ? [percentOf(schedule.ratePpm)]
      : schedule.kind === 'PER_UNIT'
        ? [rate(schedule.unit, schedule.feeFenPerUnit)]
        : schedule.tiers.map((tier, index) => {
            const from = index === 0 ? '' : String(schedule.tiers[index - 1]?.upTo ?? '')
            return `${tier.upTo === null ? `>${from}` : `≤${tier.upTo}`}:${rate(schedule.unit, tier.rate)}`
          })
  const [least, most] = language === 'zh' ? ['最低', '最高'] : ['min ', 'max ']
  if (schedule.minFen !== null) parts.push(`${least}${yuanOf(schedule.minFen)}`)
  if (schedule.maxFen !== null) parts.push(`${most}${yuanOf(schedule.maxFen)}`)
  return parts.join(';')
}
