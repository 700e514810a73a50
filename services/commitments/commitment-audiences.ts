import type { AudiencesOf } from '../files/procedure-audiences.ts'
import { visibleCommitments } from './visible-commitments.ts'

/** The agency and the reviewing bodies read everything of a commitment; who gave it what is for the parties. */
export const commitmentAudiences: AudiencesOf = async ({ prisma, viewer }, id) => {
  const seen = await prisma.commitment.findFirst({ where: { AND: [{ id }, visibleCommitments(viewer)] }, select: { subjectId: true } })
  if (!seen) return []
  return viewer.subjectId === seen.subjectId ? ['PARTIES', 'PUBLIC'] : ['OFFICIALS', 'PARTIES', 'PUBLIC']
}
