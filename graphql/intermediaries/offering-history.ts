import type { OfferingVersion as OfferingVersionRow } from '#prisma/generated/client.ts'
import { builder } from '../builder.ts'
import { describeStored, FeeScheduleType } from '../catalogue/fee-schedule.ts'
import { batched } from '../kernel/batched.ts'

export const OfferingVersion = builder.objectRef<OfferingVersionRow>('OfferingVersion').implement({
  description: '收费历史: what an offering said, from when until the next version.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    feeSchedule: t.field({ type: FeeScheduleType, resolve: ({ feeSchedule }) => describeStored(feeSchedule) }),
    feeFen: t.exposeInt('feeFen', { description: 'At the reference size of the item as it was then.' }),
    promisedWorkingDays: t.exposeInt('promisedWorkingDays'),
    divisionCodes: t.exposeStringList('divisionCodes'),
    isWithdrawn: t.exposeBoolean('isWithdrawn'),
    fromAt: t.expose('fromAt', { type: 'DateTime' }),
    reason: t.exposeString('reason', { description: 'In the words of the firm; may be empty.' }),
  }),
})

/** Versions of an offering shown at most; more changes than anybody reads. */
const shown = 100

/** The versions of an offering, the latest first. */
export const offeringHistoryOf = batched<string, readonly OfferingVersionRow[]>(async ({ prisma }, offeringIds) => {
  const rows = await prisma.offeringVersion.findMany({
    where: { offeringId: { in: [...offeringIds] } },
    orderBy: [{ offeringId: 'asc' }, { version: 'desc' }],
  })
  const byOffering = new Map<string, OfferingVersionRow[]>()
  for (const row of rows) {
    const versions = byOffering.get(row.offeringId) ?? []
    if (versions.length < shown) byOffering.set(row.offeringId, [...versions, row])
  }
  return byOffering
})
