import { can } from '#domain/access/can.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { loadAgencyTiesOf } from './load-agency-ties.ts'
import { offersInclude, offersOf } from './offers-of.ts'
import type { PublicOffer } from './offers-of.ts'

/** What the viewer's own firm offers, withdrawn services included, each with what a choice would be answered today. */
export async function ownOffers(context: UseCaseContext): Promise<readonly PublicOffer[]> {
  const { prisma, clock, viewer } = context
  const { subjectId } = viewer
  if (subjectId === null || !can(viewer, 'offering.maintain', { intermediarySubjectId: subjectId })) return []
  const row = await prisma.intermediary.findUnique({ where: { subjectId }, include: offersInclude })
  if (!row) return []
  const now = clock.now()
  const ties = await loadAgencyTiesOf(prisma, row.subject.uscc ?? '', shanghaiDayOf(now))
  return offersOf(row, ties, now, { isWithdrawnShown: true })
}
