import { builder } from '../builder.ts'

export const Clarification = builder.prismaObject('Clarification', {
  description: '澄清: public, the asker is named to nobody.',
  fields: (t) => ({
    key: t.exposeString('id'),
    question: t.exposeString('question'),
    askedAt: t.expose('askedAt', { type: 'DateTime' }),
    answer: t.exposeString('answer', { nullable: true }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    isOwn: t.boolean({
      description: 'You asked it.',
      resolve: ({ askedBySubjectId }, _args, { viewer }) => viewer.subjectId !== null && askedBySubjectId === viewer.subjectId,
    }),
  }),
})
