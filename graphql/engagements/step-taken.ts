import { builder } from '../builder.ts'
import { Engagement } from './engagement.ts'

/** What every step of a party answers with. */
export const EngagementStepTaken = builder.objectRef<{ readonly id: string }>('EngagementStepTaken').implement({
  description: 'The engagement after the step.',
  fields: (t) => ({
    engagement: t.prismaField({
      type: Engagement,
      resolve: (query, { id }, _args, { prisma }) => prisma.engagement.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})
