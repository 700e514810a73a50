import { markNotificationsRead } from '#services/notifications/mark-notifications-read.ts'
import { visibleNotifications } from '#services/notifications/visible-notifications.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const Notification = builder.prismaNode('Notification', {
  id: { field: 'id' },
  description: '通知: what the party concerned is told; `kind` names the event, `facts` fill the sentence.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    facts: t.field({ type: 'JSON', resolve: (notification) => notification.facts }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    isRead: t.boolean({ resolve: (notification) => notification.readAt !== null }),
  }),
})

builder.queryField('notifications', (t) =>
  t.prismaConnection({
    type: Notification,
    cursor: 'id',
    authScopes: { may: 'notification.view' },
    totalCount: (_parent, _args, context) => context.prisma.notification.count({ where: visibleNotifications(context.viewer) }),
    resolve: (query, _root, _args, context) =>
      context.prisma.notification.findMany({
        ...query,
        where: visibleNotifications(context.viewer),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)

builder.queryField('unreadNotifications', (t) =>
  t.int({
    authScopes: { public: true },
    description: 'How many messages wait for the viewer; 0 for anonymous.',
    resolve: (_root, _args, context) =>
      context.prisma.notification.count({ where: { AND: [visibleNotifications(context.viewer), { readAt: null }] } }),
  }),
)

builder.relayMutationField(
  'markNotificationsRead',
  { inputFields: (t) => ({ until: t.field({ type: 'DateTime' }) }) },
  {
    authScopes: { may: 'notification.view' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ userId: await markNotificationsRead(context, input) }),
  },
  {
    outputFields: (t) => ({
      unread: t.int({
        resolve: (_payload, _args, context) =>
          context.prisma.notification.count({ where: { AND: [visibleNotifications(context.viewer), { readAt: null }] } }),
      }),
    }),
  },
)
