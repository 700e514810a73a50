import { findSharpRise } from '#domain/catalogue/fee-watch.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { ServiceOffering } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'
import type { CheckedOffering } from './check-offerings.ts'

/** How far back is read: longer than any time the rules watch; they look at less. */
const daysRead = 400

/** Leaves an alert where the new fee rises sharply against what was asked or agreed lately (our own default). It hinders nothing. */
export async function flagSharpRise(
  unit: UnitOfWork,
  { subjectId }: { readonly subjectId: string },
  current: ServiceOffering,
  next: CheckedOffering,
): Promise<void> {
  const { tx, now } = unit
  if (current.feeFen === 0 && next.feeFen === 0) return
  const today = shanghaiDayOf(now)
  const since = new Date(now.getTime() - daysRead * 86_400_000)
  const versions = await tx.offeringVersion.findMany({
    where: { offeringId: current.id },
    orderBy: { version: 'asc' },
    select: { feeFen: true, fromAt: true, isWithdrawn: true },
  })
  const engagements = await tx.engagement.findMany({
    where: { offeringId: current.id, chosenAt: { gte: since } },
    orderBy: { chosenAt: 'desc' },
    select: { feeFen: true, size: true, chosenAt: true },
    take: 200,
  })
  const past = {
    // A fee is asked until the next one begins; the last of them until today.
    referenceFees: versions
      .map(({ feeFen, isWithdrawn }, index) => {
        const next = versions[index + 1]
        return { feeFen, isWithdrawn, untilOn: next ? shanghaiDayOf(next.fromAt) : today }
      })
      .filter(({ isWithdrawn, untilOn }) => !isWithdrawn && untilOn >= addDays(today, -daysRead)),
    agreedFees: engagements.map(({ chosenAt, ...one }) => ({ ...one, chosenOn: shanghaiDayOf(chosenAt) })),
  }
  const found = unwrap(findSharpRise({ schedule: next.feeSchedule, referenceFeeFen: next.feeFen }, past, today))
  if (found === null) return
  await raiseAlert(unit, {
    kind: 'FEE_RAISED_SHARPLY',
    level: 'YELLOW',
    sourceType: 'OfferingVersion',
    sourceId: `${current.id}:${current.version + 1}`,
    subjectId,
    serviceItemCode: next.serviceItemCode,
    facts: { ...found },
  })
}
