import { sharedPractitioners } from '#services/intermediaries/shared-practitioners.ts'
import type { SharedPractitioner as Shared } from '#services/intermediaries/shared-practitioners.ts'
import { builder } from '../builder.ts'
import { MAX_PAGE_SIZE } from '../kernel/cost-of-field.ts'

const Institution = builder.objectRef<Shared['institutions'][number]>('PractitionersInstitution').implement({
  fields: (t) => ({ uscc: t.exposeString('uscc'), name: t.exposeString('name'), title: t.exposeString('title') }),
})

const SharedPractitioner = builder.objectRef<Shared>('SharedPractitioner').implement({
  description: 'One person at several institutions: allowed, and looked at.',
  fields: (t) => ({
    key: t.exposeID('subjectId'),
    name: t.exposeString('name'),
    identityMasked: t.exposeString('identityMasked', { nullable: true }),
    institutions: t.field({ type: [Institution], resolve: ({ institutions }) => [...institutions] }),
  }),
})

const SharedPractitioners = builder
  .objectRef<{ readonly total: number; readonly people: readonly Shared[] }>('SharedPractitioners')
  .implement({
    fields: (t) => ({
      total: t.exposeInt('total'),
      people: t.field({ type: [SharedPractitioner], resolve: ({ people }) => [...people] }),
    }),
  })

builder.queryField('sharedPractitioners', (t) =>
  t.field({
    type: SharedPractitioners,
    description: 'Persons registered at several institutions now, by name.',
    args: { page: t.arg.int({ defaultValue: 1 }), limit: t.arg.int({ defaultValue: 20 }) },
    authScopes: { may: 'practitioner.viewFlagged' },
    resolve: (_root, { page, limit }, { prisma }) => {
      const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE)
      return sharedPractitioners(prisma, { offset: (Math.min(Math.max(page, 1), 10_000) - 1) * size, limit: size })
    },
  }),
)
