import { z } from 'zod'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import { isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import { itemInForce } from '../catalogue/item-in-force.ts'
import { toItem } from '../engagements/load-choice-facts.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'

export const openPreselectionPoolInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  titleZh: z.string().trim().min(1).max(200),
  titleEn: z.string().trim().max(200).default(''),
  serviceItemCode: z.string().trim().toUpperCase().min(1).max(40),
  divisionCode: z.string().min(1).max(12),
  conditions: z.string().trim().min(10).max(4000),
  /** Its last day. */
  validUntilOn: z.string().refine(isCalendarDay, 'DAY_INVALID'),
})
type Wish = z.output<typeof openPreselectionPoolInput>

/**
 * A reform office opens a pool 预选库 for government-invested projects: one service item, its own division or one below, until a day. One open
 * pool for an item and division (our own default): two would let the keeper pick between their members.
 * @returns the pool's id
 * @throws RefusedError ITEM_CANCELLED, POOL_EXISTS with the other's number, DIVISION_OF_ANOTHER_OFFICE · ValidationError · ForbiddenError
 */
export async function openPreselectionPool(context: UseCaseContext, input: z.input<typeof openPreselectionPoolInput>): Promise<string> {
  const parsed = parseInput(openPreselectionPoolInput, input)
  const command = { operation: 'openPreselectionPool', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { organisationId: keeperId } = unit.viewer
    demand(context, 'preselection.keep', { organisationId: keeperId })
    if (keeperId === null) throw new ForbiddenError('preselection.keep', false)
    const { tx, now } = unit
    const today = shanghaiDayOf(now)
    if (parsed.validUntilOn < today) throw new ValidationError([{ path: 'validUntilOn', code: 'DAY_PAST', facts: { today } }])
    const item = await itemInForce(tx, parsed.serviceItemCode, today)
    if (!item) throw new ValidationError([{ path: 'serviceItemCode', code: 'UNKNOWN_CODE', facts: {} }])
    unwrap(checkItemRetained(toItem(item)))
    await demandOwnArea(unit, keeperId, parsed.divisionCode)
    await demandNoTwin(unit, parsed)
    const { clientMutationId: _wish, validUntilOn, titleEn, ...content } = parsed
    const { id, number } = await tx.preselectionPool.create({
      data: {
        ...content,
        titleEn: titleEn === '' ? parsed.titleZh : titleEn,
        number: await nextNumber(unit, 'PRESELECTION_POOL'),
        keeperId,
        openedAt: now,
        validUntilOn: toDbDay(validUntilOn),
      },
    })
    await unit.audit({ action: 'preselection.open', entity: 'PreselectionPool', entityId: id, after: { number, ...content, validUntilOn } })
    await unit.outbox('preselection.opened', 'PreselectionPool', id)
    return id
  })
}

/** An office keeps pools for its own division and those that lie in it. */
async function demandOwnArea({ tx }: UnitOfWork, keeperId: string, divisionCode: string): Promise<void> {
  const line = (await divisionLines(tx, [divisionCode])).get(divisionCode)
  if (!line) throw new ValidationError([{ path: 'divisionCode', code: 'UNKNOWN_CODE', facts: {} }])
  const keeper = await tx.organisation.findUniqueOrThrow({ where: { id: keeperId }, select: { divisionCode: true } })
  if (!line.includes(keeper.divisionCode)) throw new RefusedError({ code: 'DIVISION_OF_ANOTHER_OFFICE', divisionCode })
}

async function demandNoTwin({ tx, now }: UnitOfWork, { serviceItemCode, divisionCode }: Wish): Promise<void> {
  // Two at once: the second waits here and then finds the first.
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`pool ${serviceItemCode} ${divisionCode}`}, 0))`
  const twin = await tx.preselectionPool.findFirst({
    where: { serviceItemCode, divisionCode, closedAt: null, validUntilOn: { gte: toDbDay(shanghaiDayOf(now)) } },
    select: { number: true },
  })
  if (twin) throw new RefusedError({ code: 'POOL_EXISTS', number: twin.number })
}
