import { agreeFee, sizeUnitOf } from '#domain/catalogue/fee.ts'
import type { AgreedFee, FeeRefusal, FeeRule } from '#domain/catalogue/fee.ts'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import { checkChoosable } from '#domain/engagements/choose.ts'
import type { ChoiceRefusal, Offering } from '#domain/engagements/choose.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'
import { avoidanceOf } from '#domain/intermediaries/avoidance.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { loadAgencyTiesOf } from '../intermediaries/load-agency-ties.ts'
import { loadChoiceFacts } from './load-choice-facts.ts'

/** What the applicant confirms before a choice, or why there is nothing to confirm. */
export interface ChoicePreview {
  readonly uscc: string
  readonly intermediaryName: string
  readonly grade: CreditGrade
  readonly serviceItemCode: string
  readonly offering: Offering | null
  /** What the fee or its ceiling is counted in: a size must be stated. Null: no size is asked. */
  readonly sizeUnit: FeeUnit | null
  /** The fee for the size given; null while none is, or there is no fee for it. */
  readonly fee: AgreedFee | null
  /** What is wrong with the size given. */
  readonly sizeProblem: FeeRefusal | null
  /** If chosen today; null where the calendar does not reach that far. */
  readonly deliverDueOn: CalendarDay | null
  /** Divisions the project may lie in. */
  readonly divisionCodes: readonly string[]
  readonly qualificationName: string | null
  readonly refusal: ChoiceRefusal | null
}

/** What a choice would be today, with fee and days as they stand; null when institution or item are unknown. */
export async function previewChoice(
  context: UseCaseContext,
  { uscc, serviceItemCode, size = null }: { readonly uscc: string; readonly serviceItemCode: string; readonly size?: number | null },
): Promise<ChoicePreview | null> {
  const { prisma, clock, viewer } = context
  const now = clock.now()
  const offered = await prisma.serviceOffering.findFirst({
    where: { serviceItemCode, intermediary: { subject: { uscc: normaliseUscc(uscc) } } },
    select: { divisionCodes: true },
  })
  const today = shanghaiDayOf(now)
  const within = await divisionsWithin(context, offered?.divisionCodes ?? [])
  const divisionCodes = await withoutAvoided(context, { uscc: normaliseUscc(uscc), serviceItemCode }, within)
  const [divisionCode] = divisionCodes
  // Without an offering any division will do: the refusal says that it isn't offered.
  const anywhere = divisionCode ?? (await prisma.division.findFirstOrThrow({ orderBy: { code: 'asc' } })).code
  const facts = await loadChoiceFacts(prisma, { uscc, serviceItemCode, divisionCode: anywhere }, now)
  if ('unknown' in facts) return null
  const { intermediary, offering, standing, item } = facts
  const choosable = checkChoosable(facts)
  const isOwn = viewer.subjectId === intermediary.subjectId
  const due = offering && addWorkingDays(today, offering.promisedWorkingDays, await loadCalendar(prisma))
  return {
    uscc: normaliseUscc(uscc),
    intermediaryName: intermediary.name,
    grade: standing.grade,
    serviceItemCode,
    offering,
    ...feeOf(offering, size, item),
    deliverDueOn: due?.ok ? due.value : null,
    divisionCodes,
    qualificationName: choosable.ok ? (choosable.value.qualification?.name ?? null) : null,
    refusal: isOwn ? { code: 'OWN_INTERMEDIARY' } : choosable.ok ? null : choosable.refusal,
  }
}

/** The fee for the size given; while a size is wanted and none is given, nothing is wrong yet. */
function feeOf(offering: Offering | null, size: number | null, rule: FeeRule): Pick<ChoicePreview, 'sizeUnit' | 'fee' | 'sizeProblem'> {
  if (!offering) return { sizeUnit: null, fee: null, sizeProblem: null }
  const agreed = agreeFee(offering.feeSchedule, size, rule)
  const isWaiting = !agreed.ok && agreed.refusal.code === 'FEE_SIZE_REQUIRED'
  return {
    sizeUnit: sizeUnitOf(offering.feeSchedule, rule),
    fee: agreed.ok ? agreed.value : null,
    sizeProblem: agreed.ok || isWaiting ? null : agreed.refusal,
  }
}

/** Those in which no tie to the approving agency bars the firm; all of them where it is barred everywhere, so that the refusal is told. */
async function withoutAvoided(
  { prisma, clock }: UseCaseContext,
  { uscc, serviceItemCode }: { readonly uscc: string; readonly serviceItemCode: string },
  divisionCodes: readonly string[],
): Promise<readonly string[]> {
  const ties = await loadAgencyTiesOf(prisma, uscc, shanghaiDayOf(clock.now()))
  if (ties.length === 0) return divisionCodes
  const item = await prisma.serviceItem.findUnique({ where: { code: serviceItemCode }, select: { approvingAgencyZh: true } })
  const approval = { approvingAgency: item?.approvingAgencyZh ?? '' }
  const open = divisionCodes.filter((code) => avoidanceOf(ties, approval, [code]) === null)
  return open.length > 0 ? open : divisionCodes
}

/** The divisions offered and all that lie in them. */
async function divisionsWithin({ prisma }: UseCaseContext, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE down AS (
      SELECT "code" FROM "Division" WHERE "code" = ANY(${[...codes]}::text[])
      UNION SELECT d."code" FROM "Division" d JOIN down ON d."parentCode" = down."code"
    ) SELECT "code" FROM down ORDER BY "code"`
  return rows.map((row) => row.code)
}
