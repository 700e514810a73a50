import { changedFields, itemChanges } from '#domain/catalogue/compare-items.ts'
import type { ItemDifference } from '#domain/catalogue/compare-items.ts'
import { itemContentSchema } from '#domain/catalogue/item-content.ts'
import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { catalogueOn, compareCatalogueDays } from '#services/catalogue/catalogue-on.ts'
import type { ItemInForce } from '#services/catalogue/item-in-force.ts'
import { builder } from '../builder.ts'
import { FieldChangeType, ItemContentType } from './item-content.ts'
import { ServiceItemStatus } from './service-item.ts'

const CatalogueEntry = builder.objectRef<ItemInForce>('CatalogueEntry').implement({
  description: 'A catalogue entry as it stands on the day asked for.',
  fields: (t) => ({
    code: t.exposeString('code'),
    version: t.exposeInt('version'),
    content: t.field({ type: ItemContentType, resolve: (entry) => entry }),
  }),
})

builder.queryField('catalogueOn', (t) =>
  t.field({
    type: [CatalogueEntry],
    description: 'The catalogue of any day, past or to come; empty before its first edition.',
    args: { on: t.arg({ type: 'Day' }), status: t.arg({ type: ServiceItemStatus, required: false }) },
    authScopes: { public: true },
    resolve: async (_root, { on, status }, { prisma }) =>
      [...(await catalogueOn(prisma, on)).values()].filter((entry) => !status || entry.status === status),
  }),
)

const ItemChangeType = builder.enumType('ItemChange', { values: itemChanges })
const ItemDifferenceType = builder.objectRef<ItemDifference>('ItemDifference').implement({
  description: 'What became of an entry between two days of the catalogue.',
  fields: (t) => ({
    code: t.exposeString('code'),
    change: t.field({ type: ItemChangeType, resolve: ({ change }) => change }),
    before: t.field({ type: ItemContentType, nullable: true, resolve: ({ before }) => before }),
    after: t.field({ type: ItemContentType, nullable: true, resolve: ({ after }) => after }),
    fields: t.field({ type: [FieldChangeType], resolve: ({ fields }) => [...fields] }),
  }),
})

builder.queryField('catalogueComparison', (t) =>
  t.field({
    type: [ItemDifferenceType],
    description: 'What the catalogue of one day says otherwise than that of another.',
    args: { fromOn: t.arg({ type: 'Day' }), toOn: t.arg({ type: 'Day' }) },
    authScopes: { public: true },
    resolve: async (_root, { fromOn, toOn }, { prisma }) => [...(await compareCatalogueDays(prisma, fromOn, toOn))],
  }),
)

builder.prismaObject('CatalogueEdition', {
  description: '清单版次: one publication.',
  fields: (t) => ({
    number: t.exposeInt('number'),
    titleZh: t.exposeString('titleZh'),
    titleEn: t.exposeString('titleEn'),
    documentNo: t.exposeString('documentNo', { nullable: true }),
    effectiveOn: t.field({ type: 'Day', resolve: (edition) => fromDbDay(edition.effectiveOn) }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime' }),
    itemCount: t.relationCount('items'),
  }),
})

builder.queryField('catalogueEditions', (t) =>
  t.prismaField({
    type: ['CatalogueEdition'],
    description: 'All publications, the latest first; at most 200.',
    authScopes: { public: true },
    resolve: (query, _root, _args, { prisma }) => prisma.catalogueEdition.findMany({ ...query, orderBy: { number: 'desc' }, take: 200 }),
  }),
)

interface VersionBefore {
  readonly content: unknown
  readonly serviceItemCode: string
  readonly version: number
}

builder.prismaObject('ServiceItemVersion', {
  description: '事项版本: what an entry said from a day on.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    effectiveOn: t.field({ type: 'Day', resolve: (one) => fromDbDay(one.effectiveOn) }),
    content: t.field({ type: ItemContentType, resolve: (one) => contentOf(one) }),
    edition: t.relation('edition'),
    changes: t.field({
      type: [FieldChangeType],
      description: 'Against the version before; empty for the first.',
      resolve: async (one, _args, { prisma }) => {
        const before = await prisma.serviceItemVersion.findUnique({
          where: { serviceItemCode_version: { serviceItemCode: one.serviceItemCode, version: one.version - 1 } },
        })
        return before ? [...changedFields(contentOf(before), contentOf(one))] : []
      },
    }),
  }),
})

const contentOf = ({ content }: VersionBefore): ItemContent => itemContentSchema.parse(content)

builder.queryField('serviceItemVersions', (t) =>
  t.prismaField({
    type: ['ServiceItemVersion'],
    description: 'The history of an entry, also of one that is still to come, the newest first.',
    args: { code: t.arg.string() },
    authScopes: { public: true },
    resolve: (query, _root, { code }, { prisma }) =>
      prisma.serviceItemVersion.findMany({ ...query, where: { serviceItemCode: code }, orderBy: { version: 'desc' }, take: 100 }),
  }),
)
