import { can } from '#domain/access/can.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { nominationFacts } from '#services/listings/visible-nominations.ts'
import { builder } from '../builder.ts'

export const RedListObjectionState = builder.enumType('RedListObjectionState', {
  values: { FILED: { description: '待答复' }, UPHELD: { description: '成立' }, REJECTED: { description: '不成立' } },
} as const)

interface SealedObjector {
  readonly name: string
  readonly contact: string
}

/** 红名单公示异议. Who objects is opened for the office that answers and for nobody else; the nominating authority reads what is objected. */
export const RedListObjection = builder.prismaObject('RedListObjection', {
  description: '红名单公示异议',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The receipt number.' }),
    text: t.exposeString('text'),
    filedAt: t.expose('filedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: ({ answerDueOn }) => fromDbDay(answerDueOn) }),
    state: t.field({ type: RedListObjectionState, resolve: ({ state }) => state }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    reasons: t.exposeString('reasons', { nullable: true }),
    objector: t.string({
      nullable: true,
      description: 'Name and contact, for the office that answers; null: anonymous, or not for you.',
      select: { nomination: { select: { organisationId: true, subjectId: true, nominatedById: true } } },
      resolve: ({ contactCipher, nomination }, _args, { viewer, identityVault }) => {
        if (contactCipher === null || !can(viewer, 'redList.examine', nominationFacts(nomination, null))) return null
        const { name, contact } = JSON.parse(identityVault.open(contactCipher)) as SealedObjector
        return [name, contact].filter((part) => part !== '').join(' · ')
      },
    }),
  }),
})
