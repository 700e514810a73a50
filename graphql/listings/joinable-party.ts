import { finalViolationStates } from '#domain/listings/violation-case.ts'
import { readsAsOfficial } from '#services/listings/visible-cases.ts'
import { builder } from '../builder.ts'

interface JoinableParty {
  readonly uscc: string
  readonly practitionerId: string | null
  readonly name: string
}

const JoinablePartyType = builder.objectRef<JoinableParty>('JoinableParty').implement({
  description: 'Whom a case is likely to be joined with: the institution of the party, and who works there.',
  fields: (t) => ({
    uscc: t.exposeString('uscc'),
    practitionerId: t.exposeString('practitionerId', { nullable: true }),
    name: t.exposeString('name'),
  }),
})

builder.prismaObjectField('ViolationCase', 'joinable', (t) =>
  t.field({
    type: [JoinablePartyType],
    description: 'For officials only; parties of the case already are left out.',
    select: { subjectId: true, joinedToId: true, state: true },
    resolve: async ({ id, subjectId, joinedToId, state }, _args, { prisma, viewer }) => {
      if (!readsAsOfficial(viewer, { subjectId }) || finalViolationStates.includes(state)) return []
      const rootId = joinedToId ?? id
      const parties = await prisma.violationCase.findMany({
        where: { OR: [{ id: rootId }, { joinedToId: rootId }] },
        select: { subjectId: true },
      })
      const inCase = new Set(parties.map((party) => party.subjectId))
      const firms = await prisma.intermediary.findMany({
        where: { OR: [{ subjectId }, { practitioners: { some: { subjectId } } }] },
        include: { subject: true, practitioners: { include: { subject: true }, orderBy: { id: 'asc' }, take: 200 } },
        take: 5,
      })
      return firms.flatMap(({ subject, practitioners }) =>
        [{ subject, practitionerId: null }, ...practitioners.map((one) => ({ subject: one.subject, practitionerId: one.id }))]
          .filter((one) => !inCase.has(one.subject.id))
          .map((one) => ({ uscc: subject.uscc ?? '', practitionerId: one.practitionerId, name: one.subject.name })),
      )
    },
  }),
)
