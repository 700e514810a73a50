import type { Tx } from '#prisma/client.ts'

/** A result that could serve as a material of a case. */
export interface AttachableDeliverable {
  readonly seq: number
  readonly engagementNumber: string
  readonly intermediaryName: string
  readonly deliverableVersion: number
  readonly fileId: string | null
}

/** The applicant's accepted results of the services that the case's materials come from, latest first. */
export async function attachableDeliverables(
  tx: Tx,
  { applicantId, approvalItemCode }: { readonly applicantId: string; readonly approvalItemCode: string },
): Promise<readonly AttachableDeliverable[]> {
  const materials = await tx.material.findMany({
    where: { approvalItemCode, serviceItemCode: { not: null } },
    select: { seq: true, serviceItemCode: true },
    orderBy: { seq: 'asc' },
  })
  const codes = materials.flatMap(({ serviceItemCode }) => serviceItemCode ?? [])
  if (codes.length === 0) return []
  const accepted = await tx.deliverable.findMany({
    where: { state: 'ACCEPTED', engagement: { applicantId, serviceItemCode: { in: codes } } },
    include: { engagement: { include: { intermediary: { include: { subject: { select: { name: true } } } } } } },
    orderBy: { answeredAt: 'desc' },
    take: 50,
  })
  return materials.flatMap(({ seq, serviceItemCode }) =>
    accepted
      .filter(({ engagement }) => engagement.serviceItemCode === serviceItemCode)
      .map(({ engagement, deliverableVersion, fileId }) => ({
        ...{ seq, deliverableVersion, fileId },
        engagementNumber: engagement.number,
        intermediaryName: engagement.intermediary.subject.name,
      })),
  )
}
