import type { ExitHold as Hold } from '#domain/intermediaries/exit.ts'
import { can } from '#domain/access/can.ts'
import { runningRegisterChangeStates } from '#domain/intermediaries/register-change.ts'
import { loadExitHolds } from '#services/intermediaries/load-exit-holds.ts'
import { builder } from '../builder.ts'
import { Intermediary } from './intermediary.ts'
import { RegisterChange } from './register-change.ts'

const ExitHold = builder.objectRef<Hold>('ExitHold').implement({
  description: 'One thing that an exit waits for.',
  fields: (t) => ({
    because: t.field({
      type: builder.enumType('ExitHoldKind', { values: ['ENGAGEMENT', 'REVIEW_WINDOW', 'VIOLATION_CASE'] as const }),
      resolve: ({ because }) => because,
    }),
    number: t.exposeString('number'),
  }),
})

const OwnEntry = builder.prismaObject('Intermediary', {
  variant: 'OwnEntry',
  description: "The institution's own entry in the register, with what it has asked to have changed.",
  fields: (t) => ({
    intermediary: t.variant(Intermediary),
    nameEn: t.string({
      nullable: true,
      select: { subject: { select: { organisation: { select: { nameEn: true } } } } },
      resolve: ({ subject }) => subject.organisation?.nameEn ?? null,
    }),
    running: t.relation('registerChanges', {
      type: RegisterChange,
      description: 'One of each kind at most.',
      query: { where: { state: { in: [...runningRegisterChangeStates] } }, orderBy: { submittedAt: 'asc' } },
    }),
    exitHolds: t.field({
      type: [ExitHold],
      description: 'What an exit would wait for, or waits for.',
      select: { id: true, subjectId: true },
      resolve: async (row, _args, { prisma, clock }) => [...(await loadExitHolds(prisma, row, clock.now()))],
    }),
  }),
})

builder.queryField('ownEntry', (t) =>
  t.prismaField({
    type: OwnEntry,
    nullable: true,
    description: 'Your institution in the register; null where you act for none.',
    authScopes: { may: 'registerChange.request' },
    resolve: (query, _root, _args, { prisma, viewer }) =>
      viewer.subjectId !== null && can(viewer, 'registerChange.request', { intermediarySubjectId: viewer.subjectId })
        ? prisma.intermediary.findUnique({ ...query, where: { subjectId: viewer.subjectId } })
        : null,
  }),
)
