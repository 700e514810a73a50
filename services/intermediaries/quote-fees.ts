import { fiveFees } from '#domain/catalogue/five-fees.ts'
import type { FiveFees } from '#domain/catalogue/five-fees.ts'
import { agreeFee } from '#domain/catalogue/fee.ts'
import type { FeeRefusal, FeeRule } from '#domain/catalogue/fee.ts'
import { feeScheduleSchema, feeUnitDecimals, isSize } from '#domain/catalogue/fee-schedule.ts'
import type { FeeSchedule, FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { neutralOrderOf, neutralPlace, neutralTicketOf } from '#domain/catalogue/neutral-order.ts'
import { checkChoosable } from '#domain/engagements/choose.ts'
import type { Result } from '#domain/kernel/result.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { ServiceOffering } from '#prisma/generated/client.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import type { ItemInForce } from '../catalogue/item-in-force.ts'
import { toFeeRule, toItem, toOffering, toQualification, toStanding } from '../engagements/load-choice-facts.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { loadAgencyTies } from './load-agency-ties.ts'
import { refusalWherever } from './offers-of.ts'
import type { PublicOffer } from './offers-of.ts'

export interface FeeQuestion {
  readonly serviceItemCode: string
  /** In the item's fee unit; null: at the item's reference size. Left aside where the item has fixed fees only. */
  readonly size: number | null
  /** Where the project is; null: anywhere. */
  readonly divisionCode: string | null
  readonly page: number
  readonly limit: number
}

/** What one firm asks for that size. `feeFen` is null where its schedule has no fee for it; `refusal` is why nobody may choose it today. */
export interface FeeQuote {
  readonly intermediaryId: string
  readonly uscc: string
  readonly name: string
  readonly grade: string
  readonly feeSchedule: FeeSchedule
  readonly feeFen: number | null
  readonly promisedWorkingDays: number
  readonly refusal: PublicOffer['refusal']
}

export interface FeeQuotes {
  readonly size: number | null
  readonly unit: FeeUnit | null
  readonly total: number
  readonly page: number
  readonly pageCount: number
  /** Of the day's order among equal fees. */
  readonly seed: string
  /** Where the fees for this size, there, lie; null where none is asked. */
  readonly five: FiveFees | null
  readonly quotes: readonly FeeQuote[]
}

/**
 * 收费计算: what each listed firm asks for an item at a size, the lowest fee first and equals in the neutral order of the day (rulebook R3).
 * Every fee is reckoned by the one rule in `domain/`, then only the page asked for is read in full.
 * @returns null where the catalogue has no such item today
 * @throws ValidationError FEE_SIZE_INVALID, UNKNOWN_CODE for a division
 */
export async function quoteFees(context: UseCaseContext, asked: FeeQuestion): Promise<FeeQuotes | null> {
  const { prisma, clock } = context
  const today = shanghaiDayOf(clock.now())
  const item = await itemInForce(prisma, asked.serviceItemCode, today)
  if (!item) return null
  const rule = toFeeRule(item)
  const size = sizeOf(asked, rule)
  const line = await lineOf(context, asked.divisionCode)
  const order = neutralOrderOf(today)
  const placeOf = (id: string): number => neutralPlace(neutralTicketOf(id), order)
  const priced = (await readOfferings(context, item.code, line))
    .map(({ intermediaryId, feeSchedule }) => ({ intermediaryId, fee: agreeFee(feeScheduleSchema.parse(feeSchedule), size, rule) }))
    .sort((a, b) => sortFee(a.fee) - sortFee(b.fee) || placeOf(a.intermediaryId) - placeOf(b.intermediaryId))
  const pageCount = Math.max(1, Math.ceil(priced.length / asked.limit))
  const page = Math.min(asked.page, pageCount)
  const shown = priced.slice((page - 1) * asked.limit, page * asked.limit)
  const quotes = await readQuotes(context, item, shown, line)
  const five = fiveFees(priced.flatMap(({ fee }) => (fee.ok ? [fee.value.feeFen] : [])))
  return { size, unit: rule.feeUnit, total: priced.length, page, pageCount, seed: order.seed, five, quotes }
}

function sizeOf({ size }: FeeQuestion, { feeUnit, referenceSize }: FeeRule): number | null {
  if (feeUnit === null) return null
  if (size === null) return referenceSize
  if (isSize(size, feeUnit)) return size
  throw new ValidationError([{ path: 'size', code: 'FEE_SIZE_INVALID', facts: { unit: feeUnit, decimals: feeUnitDecimals[feeUnit] } }])
}

/** The division and those it lies in: an offering for the city covers its districts. */
async function lineOf({ prisma }: UseCaseContext, code: string | null): Promise<readonly string[] | null> {
  if (code === null) return null
  const line = (await divisionLines(prisma, [code])).get(code)
  if (!line) throw new ValidationError([{ path: 'divisionCode', code: 'UNKNOWN_CODE', facts: {} }])
  return line
}

const readOfferings = (
  { prisma }: UseCaseContext,
  serviceItemCode: string,
  line: readonly string[] | null,
): Promise<Pick<ServiceOffering, 'intermediaryId' | 'feeSchedule'>[]> =>
  prisma.serviceOffering.findMany({
    where: {
      serviceItemCode,
      isWithdrawn: false,
      intermediary: { status: 'LISTED' },
      ...(line === null ? {} : { divisionCodes: { hasSome: [...line] } }),
    },
    select: { intermediaryId: true, feeSchedule: true },
  })

type Priced = { readonly intermediaryId: string; readonly fee: Result<{ readonly feeFen: number }, FeeRefusal> }

/** What has no fee at that size comes last. */
const sortFee = (fee: Priced['fee']): number => {
  if (fee.ok) return fee.value.feeFen
  return fee.refusal.code === 'FEE_OVER_CEILING' ? fee.refusal.feeFen : Number.MAX_SAFE_INTEGER
}

async function readQuotes(
  { prisma, clock }: UseCaseContext,
  item: ItemInForce,
  shown: readonly Priced[],
  line: readonly string[] | null,
): Promise<readonly FeeQuote[]> {
  const now = clock.now()
  const rows = await prisma.intermediary.findMany({
    where: { id: { in: shown.map(({ intermediaryId }) => intermediaryId) } },
    include: { qualifications: true, subject: { include: { standing: true } }, offerings: { where: { serviceItemCode: item.code } } },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const usccs = rows.map(({ subject }) => subject.uscc ?? '')
  const ties = await loadAgencyTies(prisma, usccs, shanghaiDayOf(now))
  return shown.flatMap(({ intermediaryId, fee }) => {
    const row = byId.get(intermediaryId)
    const [offered] = row?.offerings ?? []
    if (!row || !offered) return []
    const { subjectId, subject, status, qualifications } = row
    const uscc = subject.uscc ?? ''
    const standing = toStanding(subject.standing)
    const facts = {
      ...{ now, item: toItem(item), offering: toOffering(offered), standing },
      intermediary: {
        ...{ intermediaryId, subjectId, name: subject.name, status },
        qualifications: qualifications.map(toQualification),
        agencyTies: ties.get(uscc) ?? [],
      },
    }
    const refusal =
      line === null ? refusalWherever(facts, offered.divisionCodes) : refusalOf(checkChoosable({ ...facts, divisionCodes: line }))
    return {
      ...{ intermediaryId, uscc, name: subject.name, grade: standing.grade },
      feeSchedule: facts.offering.feeSchedule,
      feeFen: fee.ok ? fee.value.feeFen : fee.refusal.code === 'FEE_OVER_CEILING' ? fee.refusal.feeFen : null,
      promisedWorkingDays: offered.promisedWorkingDays,
      refusal: refusal ?? refusalOf(fee),
    }
  })
}

const refusalOf = (result: Result<unknown, { readonly code: string }>): PublicOffer['refusal'] => (result.ok ? null : { ...result.refusal })
