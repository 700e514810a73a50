import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { seesAllCases, visibleCases } from '#services/listings/visible-cases.ts'
import { builder } from '../builder.ts'
import { isUuid } from '../kernel/is-uuid.ts'

/**
 * Evidence is for the officials, and for the party once the notice has told it what it is accused of; who was joined to a case sees the
 * evidence of that case, too.
 */
export function visibleEvidence(viewer: Viewer): Prisma.CaseEvidenceWhereInput {
  const { subjectId } = viewer
  const isOfficial = seesAllCases(viewer)
  if (isOfficial && subjectId === null) return {}
  const noticed: Prisma.ViolationCaseWhereInput = { AND: [visibleCases(viewer), { noticeServedAt: { not: null } }] }
  const others = isOfficial && subjectId !== null ? [{ case: { subjectId: { not: subjectId } } }] : []
  return { OR: [{ case: noticed }, { case: { joined: { some: noticed } } }, ...others] }
}

export const CaseEvidence = builder.prismaNode('CaseEvidence', {
  id: { field: 'id' },
  description: '证据材料',
  fields: (t) => ({
    key: t.exposeID('id', { description: 'For the query caseEvidence.' }),
    fileName: t.exposeString('fileName'),
    mediaType: t.exposeString('mediaType', { description: 'Found from the content.' }),
    sizeBytes: t.exposeInt('sizeBytes'),
    sha256: t.exposeString('sha256'),
    addedAt: t.expose('addedAt', { type: 'DateTime' }),
  }),
})

const EvidenceFile = builder.prismaObject('CaseEvidence', {
  variant: 'EvidenceFile',
  fields: (t) => ({
    fileName: t.exposeString('fileName'),
    mediaType: t.exposeString('mediaType'),
    content: t.field({ type: 'Bytes', resolve: (file) => file.content }),
  }),
})

builder.queryField('evidenceFile', (t) =>
  t.prismaField({
    type: EvidenceFile,
    nullable: true,
    description: 'One file of evidence with its content.',
    args: { key: t.arg.id() },
    authScopes: { may: 'violation.view' },
    resolve: (query, _root, { key }, context) =>
      isUuid(key)
        ? context.prisma.caseEvidence.findFirst({ ...query, where: { AND: [{ id: key }, visibleEvidence(context.viewer)] } })
        : null,
  }),
)
