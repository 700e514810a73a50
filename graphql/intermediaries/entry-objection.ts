import { fromDbDay } from '#prisma/db-day.ts'
import { seesAllEntries } from '#services/intermediaries/visible-entries.ts'
import { builder } from '../builder.ts'

export const EntryObjectionState = builder.enumType('EntryObjectionState', {
  values: { OPEN: { description: '待答复' }, UPHELD: { description: '成立' }, DISMISSED: { description: '不成立' } },
} as const)

/** 公示期异议. Who objected, and how to reach them, is for the office that answers; the applicant reads what is objected. */
export const EntryObjection = builder.prismaObject('EntryObjection', {
  description: '公示期异议',
  fields: (t) => ({
    number: t.exposeString('number', { description: 'The receipt number.' }),
    text: t.exposeString('text'),
    filedAt: t.expose('filedAt', { type: 'DateTime' }),
    answerDueOn: t.field({ type: 'Day', resolve: ({ answerDueOn }) => fromDbDay(answerDueOn) }),
    state: t.field({ type: EntryObjectionState, resolve: ({ state }) => state }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    objectorName: t.string({
      nullable: true,
      resolve: ({ objectorName }, _args, { viewer }) => (seesAllEntries(viewer) ? objectorName : null),
    }),
    contact: t.string({
      nullable: true,
      resolve: ({ contactCipher }, _args, { viewer, identityVault }) => (seesAllEntries(viewer) ? identityVault.open(contactCipher) : null),
    }),
  }),
})
