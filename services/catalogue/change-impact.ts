import type { CatalogueChangeKind } from '#domain/catalogue/catalogue-change.ts'
import type { CatalogueRuleSet } from '#domain/catalogue/catalogue-rule-set.ts'
import { countOutcomes, impactOf } from '#domain/catalogue/change-impact.ts'
import type { ChangeImpact, Touched } from '#domain/catalogue/change-impact.ts'
import { feeScheduleSchema } from '#domain/catalogue/fee-schedule.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'

/** Rows of each list that are shown and kept; the counts are of all. */
const mostRows = 200

/** Whom a change touches and what happens to each: counts of all, and the first rows of each list. */
export interface CountedImpact extends ChangeImpact {
  /** The day on which it was counted. */
  readonly asOfOn: CalendarDay
  readonly counts: Readonly<Record<keyof ChangeImpact, readonly { readonly outcome: string; readonly count: number }[]>>
}

/** Reads whom a change of the item touches today (rulebook R2). */
export async function readChangeImpact(
  tx: Tx,
  change: {
    readonly kind: CatalogueChangeKind
    readonly itemCode: string
    readonly before: ItemContent | null
    readonly after: ItemContent
  },
  rules: CatalogueRuleSet,
  today: CalendarDay,
): Promise<CountedImpact> {
  const touched = change.kind === 'ADD' ? { offerings: [], engagements: [], materials: [] } : await readTouched(tx, change.itemCode, today)
  const { offerings, engagements, materials } = impactOf(change, touched, rules)
  return {
    asOfOn: today,
    counts: { offerings: countOutcomes(offerings), engagements: countOutcomes(engagements), materials: countOutcomes(materials) },
    offerings: offerings.slice(0, mostRows),
    engagements: engagements.slice(0, mostRows),
    materials: materials.slice(0, mostRows),
  }
}

async function readTouched(tx: Tx, code: string, today: CalendarDay): Promise<Touched> {
  const day = toDbDay(today)
  const inTime = { validFromOn: { lte: day }, OR: [{ validUntilOn: null }, { validUntilOn: { gte: day } }] }
  const offerings = await tx.serviceOffering.findMany({
    where: { serviceItemCode: code, isWithdrawn: false, intermediary: { status: { not: 'EXITED' } } },
    select: {
      feeFen: true,
      feeSchedule: true,
      intermediary: {
        select: {
          subject: { select: { uscc: true, name: true } },
          qualifications: { where: { serviceItemCodes: { has: code }, ...inTime }, select: { id: true }, take: 1 },
        },
      },
    },
    orderBy: { id: 'asc' },
  })
  const engagements = await tx.engagement.findMany({
    where: { serviceItemCode: code, state: 'ACTIVE' },
    select: {
      number: true,
      projectName: true,
      deliverDueOn: true,
      intermediary: { select: { subject: { select: { name: true } } } },
    },
    orderBy: { deliverDueOn: 'asc' },
  })
  const materials = await tx.material.findMany({
    where: { serviceItemCode: code },
    select: { approvalItemCode: true, seq: true, nameZh: true, isEssential: true, approvalItem: { select: { nameZh: true } } },
    orderBy: [{ approvalItemCode: 'asc' }, { seq: 'asc' }],
  })
  return {
    offerings: offerings.map(({ feeFen, feeSchedule, intermediary }) => ({
      uscc: intermediary.subject.uscc ?? '',
      firm: intermediary.subject.name,
      feeFen,
      feeSchedule: feeScheduleSchema.parse(feeSchedule),
      hasQualification: intermediary.qualifications.length > 0,
    })),
    engagements: engagements.map(({ intermediary, deliverDueOn, ...one }) => ({
      ...one,
      firm: intermediary.subject.name,
      deliverDueOn: fromDbDay(deliverDueOn),
    })),
    materials: materials.map(({ approvalItem, ...one }) => ({ ...one, approvalItem: approvalItem.nameZh })),
  }
}
