import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { entryFacts } from '#services/intermediaries/visible-entries.ts'
import { builder } from '../builder.ts'

export const EntryObjectionState = builder.enumType('EntryObjectionState', {
  values: { OPEN: { description: '待答复' }, UPHELD: { description: '成立' }, DISMISSED: { description: '不成立' } },
} as const)

const ofEntry = { application: { select: { applicantUserId: true } } } as const
/** Who answers, and reads whom to: never whoever applied, though they sit in that office. */
const answers = (viewer: Viewer, entry: { readonly applicantUserId: string }): boolean => can(viewer, 'entry.check', entryFacts(entry))

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
      select: ofEntry,
      resolve: ({ objectorName, application }, _args, { viewer }) => (answers(viewer, application) ? objectorName : null),
    }),
    contact: t.string({
      nullable: true,
      select: ofEntry,
      resolve: ({ contactCipher, application }, _args, { viewer, identityVault }) =>
        answers(viewer, application) ? identityVault.open(contactCipher) : null,
    }),
  }),
})
