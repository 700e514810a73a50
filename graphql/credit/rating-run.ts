import { builder } from '../builder.ts'

export const RunStateType = builder.enumType('RunState', { values: ['PENDING', 'RUNNING', 'DONE', 'FAILED'] as const })

/** 全量重评 */
export const RatingRun = builder.prismaObject('RatingRun', {
  description: '全量重评: every subject rated anew when a version takes effect.',
  fields: (t) => ({
    state: t.field({ type: RunStateType, resolve: ({ state }) => state }),
    rated: t.exposeInt('rated'),
    changed: t.exposeInt('changed', { description: 'Of them with another grade or score.' }),
    finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true }),
  }),
})
