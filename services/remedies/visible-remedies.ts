import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { AudiencesOf } from '../files/procedure-audiences.ts'

/** True for the officials of the remedies, who see all of them; in their own they are the party all the same. */
export const seesAllRemedies = (viewer: Viewer): boolean => can(viewer, 'remedy.view')

/** Whether a viewer reads the remedy of this party as an official does, with what is for officials only. Nobody reads the own one so. */
export const readsRemedyAsOfficial = (viewer: Viewer, { subjectId }: { readonly subjectId: string }): boolean =>
  seesAllRemedies(viewer) && viewer.subjectId !== subjectId

/** The rows about one party that this viewer may know of: officials see all, a party its own, nobody else any. */
function ofViewer(viewer: Viewer): { readonly subjectId?: string; readonly id?: { readonly in: string[] } } {
  if (seesAllRemedies(viewer)) return {}
  const { subjectId } = viewer
  const isParty = subjectId !== null && can(viewer, 'remedy.view', { concernedSubjectId: subjectId })
  return isParty ? { subjectId } : { id: { in: [] } }
}

export const visibleAppeals = (viewer: Viewer): Prisma.AppealWhereInput => ofViewer(viewer)
export const visibleRepairs = (viewer: Viewer): Prisma.CreditRepairWhereInput => ofViewer(viewer)
export const visibleDataObjections = (viewer: Viewer): Prisma.DataObjectionWhereInput => ofViewer(viewer)

const audiencesFor = (viewer: Viewer, row: { readonly subjectId: string } | null) => {
  if (row === null) return []
  return readsRemedyAsOfficial(viewer, row) ? (['OFFICIALS', 'PARTIES', 'PUBLIC'] as const) : (['PARTIES', 'PUBLIC'] as const)
}
const subjectOf = { select: { subjectId: true } } as const

export const appealAudiences: AudiencesOf = async ({ prisma, viewer }, id) =>
  audiencesFor(viewer, await prisma.appeal.findFirst({ where: { AND: [{ id }, visibleAppeals(viewer)] }, ...subjectOf }))
export const repairAudiences: AudiencesOf = async ({ prisma, viewer }, id) =>
  audiencesFor(viewer, await prisma.creditRepair.findFirst({ where: { AND: [{ id }, visibleRepairs(viewer)] }, ...subjectOf }))
export const dataObjectionAudiences: AudiencesOf = async ({ prisma, viewer }, id) =>
  audiencesFor(viewer, await prisma.dataObjection.findFirst({ where: { AND: [{ id }, visibleDataObjections(viewer)] }, ...subjectOf }))
