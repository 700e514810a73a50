import { can } from '#domain/access/can.ts'
import type { Prisma, Selection } from '#prisma/generated/client.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { readDrawSituation, rungInUse } from './draw-state.ts'
import { selectionFacts } from './visible-selections.ts'

/** Selections whose draw stands at the lottery's rung and for which the viewer may enter the numbers; the earliest deadline first. */
export async function awaitedLotteries(
  { prisma: tx, clock, viewer }: Pick<UseCaseContext, 'prisma' | 'clock' | 'viewer'>,
  query: Pick<Prisma.SelectionFindManyArgs, 'include' | 'select'> = {},
): Promise<Selection[]> {
  const waiting = await tx.selection.findMany({
    where: { state: { in: ['CLOSED', 'OPENED'] }, draw: { state: { in: ['COMMITTED', 'WAITING'] } } },
    orderBy: { closedAt: 'asc' },
  })
  const due: { readonly id: string; readonly deadlineAt: Date }[] = []
  for (const selection of waiting) {
    if (!can(viewer, 'draw.enterLottery', selectionFacts(selection))) continue
    const situation = await readDrawSituation({ tx, now: clock.now() }, selection)
    const open = situation && rungInUse(situation)
    if (open?.rung.kind === 'LOTTERY') due.push({ id: selection.id, deadlineAt: open.window.deadlineAt })
  }
  due.sort((a, b) => a.deadlineAt.getTime() - b.deadlineAt.getTime())
  const rows = await tx.selection.findMany({ ...query, where: { id: { in: due.map(({ id }) => id) } } })
  return due.flatMap(({ id }) => rows.find((row) => row.id === id) ?? [])
}
