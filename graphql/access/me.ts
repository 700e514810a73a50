import type { Viewer } from '#domain/access/viewer.ts'
import { builder } from '../builder.ts'

const Me = builder.objectRef<Viewer>('Me').implement({
  description: 'Who asks, as the API sees it.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    name: t.exposeString('name', { nullable: true }),
    roles: t.exposeStringList('roles'),
  }),
})

builder.queryField('me', (t) => t.field({ type: Me, authScopes: { public: true }, resolve: (_root, _args, context) => context.viewer }))
