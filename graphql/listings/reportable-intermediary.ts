import { normaliseUscc } from '#domain/kernel/uscc.ts'
import { builder } from '../builder.ts'

const ReportablePractitioner = builder.prismaObject('Practitioner', {
  variant: 'ReportablePractitioner',
  fields: (t) => ({
    key: t.exposeID('id', { description: 'For reportViolation.' }),
    name: t.string({ select: { subject: { select: { name: true } } }, resolve: ({ subject }) => subject.name }),
    identityMasked: t.string({
      nullable: true,
      select: { subject: { select: { identityMasked: true } } },
      resolve: ({ subject }) => subject.identityMasked,
    }),
    title: t.exposeString('title'),
  }),
})

const ReportableIntermediary = builder.prismaObject('Intermediary', {
  variant: 'ReportableIntermediary',
  description: 'An institution as the report form offers it.',
  fields: (t) => ({
    name: t.string({ select: { subject: { select: { name: true } } }, resolve: ({ subject }) => subject.name }),
    uscc: t.string({ select: { subject: { select: { uscc: true } } }, resolve: ({ subject }) => subject.uscc ?? '' }),
    practitioners: t.relation('practitioners', { type: ReportablePractitioner, query: { orderBy: { id: 'asc' } } }),
  }),
})

builder.queryField('reportableIntermediaries', (t) =>
  t.prismaField({
    type: [ReportableIntermediary],
    description: 'Institutions by USCC or part of the name, at most 10.',
    args: { text: t.arg.string() },
    authScopes: { may: 'violation.report' },
    resolve: (query, _root, { text }, context) => {
      const wanted = text.normalize('NFKC').trim()
      if (wanted === '') return []
      const byText = { OR: [{ uscc: normaliseUscc(wanted) }, { name: { contains: wanted } }] }
      return context.prisma.intermediary.findMany({ ...query, where: { subject: byText }, orderBy: { id: 'asc' }, take: 10 })
    },
  }),
)
