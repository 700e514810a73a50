import type { EligibilityRefusal } from '#domain/selection/eligibility.ts'
import { can } from '#domain/access/can.ts'
import type { Selection } from '#prisma/generated/client.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { checkEligibility } from './load-eligibility.ts'

/** What keeps the viewer's own firm out of a selection today; null: nothing, or the viewer acts for no firm of the register. */
export async function ownObstacleTo({ prisma, clock, viewer }: UseCaseContext, selection: Selection): Promise<EligibilityRefusal | null> {
  const { subjectId } = viewer
  if (subjectId === null || !can(viewer, 'selection.signUp', { intermediarySubjectId: subjectId })) return null
  const firm = await prisma.intermediary.findUnique({ where: { subjectId }, select: { id: true } })
  if (!firm) return null
  const checked = await checkEligibility(prisma, { intermediaryId: firm.id, selection }, clock.now())
  return checked.ok ? null : checked.refusal
}
