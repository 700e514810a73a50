import type { AudiencesOf } from '../files/procedure-audiences.ts'
import { readsAsOfficial, visibleCases } from './visible-cases.ts'

/** The officials of the procedure read everything; the party what is for the parties, once it may know of the case. */
export const violationCaseAudiences: AudiencesOf = async ({ prisma, viewer }, id) => {
  const seen = await prisma.violationCase.findFirst({ where: { AND: [{ id }, visibleCases(viewer)] }, select: { subjectId: true } })
  if (!seen) return []
  return readsAsOfficial(viewer, seen) ? ['OFFICIALS', 'PARTIES', 'PUBLIC'] : ['PARTIES', 'PUBLIC']
}
