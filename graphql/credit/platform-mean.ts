import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { publishedMeans } from '#services/credit/load-platform-means.ts'
import type { PublishedBaseline } from '#services/credit/load-platform-means.ts'
import { builder } from '../builder.ts'

const PlatformMean = builder.objectRef<PublishedBaseline>('PlatformMean').implement({
  description: '平台平均分: the mean review 0–100 towards which scores with few reviews are shrunk, in force until the next one is.',
  fields: (t) => ({
    publishedOn: t.field({ type: 'Day', description: 'In force from that day.', resolve: ({ publishedOn }) => publishedOn }),
    meanReview: t.exposeFloat('meanReview'),
    engagements: t.exposeInt('engagements', { description: 'Reviewed engagements it was made of.' }),
    isComing: t.boolean({
      description: 'Published for a day to come.',
      resolve: ({ publishedOn }, _args, { clock }) => publishedOn > shanghaiDayOf(clock.now()),
    }),
  }),
})

builder.queryField('platformMeans', (t) =>
  t.field({
    type: [PlatformMean],
    description: 'One a month, newest first; two years of them at most.',
    authScopes: { public: true },
    resolve: async (_root, _args, { prisma }) => (await publishedMeans(prisma)).slice(0, 24),
  }),
)
