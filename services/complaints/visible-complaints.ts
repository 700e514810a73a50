import { can, couldEver } from '#domain/access/can.ts'
import type { PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Complaint, Prisma } from '#prisma/generated/client.ts'
import type { AudiencesOf } from '../files/procedure-audiences.ts'

/** True for those who read every office's complaints; the sealed part is closed to them, too. */
export const seesAllComplaints = (viewer: Viewer): boolean => can(viewer, 'complaint.audit')

/**
 * The complaints a viewer may know of: those of the own office, never one about oneself; auditors all. The party concerned and whoever
 * filed it don't find them here: the one learns of findings, the other follows with the receipt.
 */
export function visibleComplaints(viewer: Viewer): Prisma.ComplaintWhereInput {
  if (seesAllComplaints(viewer)) return {}
  const { organisationId, subjectId } = viewer
  if (organisationId === null || !couldEver(viewer, 'complaint.view')) return { id: { in: [] } }
  return { officeId: organisationId, ...(subjectId === null ? {} : { NOT: { subjectId } }) }
}

/** The complaint as `can` asks about it. Whoever filed it counts as its reporter: nobody handles the own complaint. */
export const complaintFacts = ({
  officeId,
  subjectId,
  filedById,
  handlerId,
}: Pick<Complaint, 'officeId' | 'subjectId' | 'filedById' | 'handlerId'>): PermissionSubject => ({
  organisationId: officeId,
  concernedSubjectId: subjectId,
  reporterUserId: filedById,
  officerUserId: handlerId,
})

/** Its files and steps: whole for the office and auditors, nothing for anybody else who is signed in. */
export const complaintAudiences: AudiencesOf = async ({ prisma, viewer }, id) => {
  const seen = await prisma.complaint.count({ where: { AND: [{ id }, visibleComplaints(viewer)] } })
  return seen > 0 ? ['OFFICIALS', 'PARTIES', 'PUBLIC'] : []
}
