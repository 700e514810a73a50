import { filingGaps } from '#domain/acceptance/filing.ts'
import type { FilingGap } from '#domain/acceptance/filing.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { ApprovalCase } from '#prisma/generated/client.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { cancelledMaterials } from './cancelled-materials.ts'
import { draftedMaterials } from './drafted-materials.ts'

/** What is missing before a draft is filed, as its filing will see it today; nothing of a case that was filed. */
export async function gapsOf({ prisma, clock }: UseCaseContext, { id, state, projectName }: ApprovalCase): Promise<readonly FilingGap[]> {
  if (state !== 'DRAFT') return []
  const rows = await prisma.caseMaterial.findMany({
    where: { caseId: id },
    include: { material: true, files: true },
    orderBy: { material: { seq: 'asc' } },
  })
  const asked = rows.map(({ material }) => material)
  return filingGaps({ projectName, materials: draftedMaterials(rows, await cancelledMaterials(prisma, asked, shanghaiDayOf(clock.now()))) })
}
