import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The receipts a viewer may see: auditors all, officials those of their own body, a party those about itself. */
export function receiptsVisibleTo(viewer: Viewer): Prisma.CheckReceiptWhereInput {
  if (can(viewer, 'audit.view')) return {}
  const { organisationId, subjectId } = viewer
  return { OR: [...(organisationId ? [{ organisationId }] : []), ...(subjectId ? [{ subjectId }] : [])] }
}
