import { finalComplaintStates } from '#domain/complaints/complaint.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { handlingKinds } from '#services/complaints/complaint-office.ts'
import { visibleComplaints } from '#services/complaints/visible-complaints.ts'
import { builder } from '../builder.ts'
import { Complaint } from './complaint.ts'

builder.queryField('complaints', (t) =>
  t.prismaConnection({
    type: Complaint,
    cursor: 'id',
    description: 'Of the own office, the one that must be answered first on top; closed ones, the last one on top.',
    args: { isOpen: t.arg.boolean() },
    authScopes: { may: 'complaint.view' },
    totalCount: (_root, { isOpen }, { prisma, viewer }) =>
      prisma.complaint.count({ where: { AND: [visibleComplaints(viewer), inStates(isOpen)] } }),
    resolve: (query, _root, { isOpen }, { prisma, viewer }) =>
      prisma.complaint.findMany({
        ...query,
        where: { AND: [visibleComplaints(viewer), inStates(isOpen)] },
        orderBy: isOpen ? [{ answerDueOn: 'asc' }, { id: 'asc' }] : [{ id: 'desc' }],
      }),
  }),
)

const inStates = (isOpen: boolean): Prisma.ComplaintWhereInput => ({
  state: isOpen ? { notIn: [...finalComplaintStates] } : { in: [...finalComplaintStates] },
})

const Office = builder.prismaObject('Organisation', {
  variant: 'ComplaintOffice',
  description: 'A body that handles reports and complaints.',
  fields: (t) => ({
    organisationId: t.exposeString('id'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
  }),
})

builder.queryField('complaintOffices', (t) =>
  t.prismaField({
    type: [Office],
    description: 'Where a misaddressed one can be sent on; not the own office.',
    authScopes: { may: 'complaint.handle' },
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.organisation.findMany({
        ...query,
        where: { kind: { in: [...handlingKinds] }, ...(viewer.organisationId ? { id: { not: viewer.organisationId } } : {}) },
        orderBy: { nameZh: 'asc' },
        take: 200,
      }),
  }),
)

const Body = builder.prismaObject('Organisation', {
  variant: 'ComplaintBody',
  description: 'A public body that a report or complaint can be about.',
  fields: (t) => ({
    organisationId: t.exposeString('id'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn', { nullable: true }),
  }),
})

builder.queryField('complaintBodies', (t) =>
  t.prismaField({
    type: [Body],
    authScopes: { public: true },
    resolve: (query, _root, _args, { prisma }) =>
      prisma.organisation.findMany({ ...query, where: { kind: 'AGENCY' }, orderBy: { nameZh: 'asc' }, take: 500 }),
  }),
)
