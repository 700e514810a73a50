import { recordKinds } from '#domain/listings/decide-investigation.ts'
import { builder } from '../builder.ts'

export const RecordKind = builder.enumType('InvestigationRecordKind', { values: recordKinds })

export const InvestigationRecordType = builder.prismaObject('InvestigationRecord', {
  description: '调查笔录',
  fields: (t) => ({
    key: t.exposeID('id'),
    kind: t.field({ type: RecordKind, resolve: ({ kind }) => kind }),
    takenAt: t.expose('takenAt', { type: 'DateTime' }),
    place: t.exposeString('place'),
    counterpart: t.exposeString('counterpart'),
    secondOfficer: t.exposeString('secondOfficer'),
    text: t.exposeString('text'),
    addedBy: t.string({
      nullable: true,
      resolve: async ({ addedById }, _args, { prisma }) =>
        (await prisma.user.findUnique({ where: { id: addedById }, select: { name: true } }))?.name ?? null,
    }),
  }),
})
