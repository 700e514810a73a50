import { deleteSavedSearch } from '#services/intermediaries/delete-saved-search.ts'
import { renameSavedSearch } from '#services/intermediaries/rename-saved-search.ts'
import { saveSearch } from '#services/intermediaries/save-search.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const SavedSearch = builder.prismaNode('SavedSearch', {
  id: { field: 'id' },
  description: '收藏的搜索: a search of the register that a person kept. Seen by that person alone.',
  fields: (t) => ({
    key: t.exposeString('id'),
    name: t.exposeString('name'),
    query: t.exposeString('query', { description: "What stands after the `?` of the search page's address." }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})

builder.queryField('savedSearches', (t) =>
  t.prismaConnection({
    type: SavedSearch,
    cursor: 'id',
    description: "The viewer's own, latest first.",
    authScopes: { may: 'search.save' },
    resolve: (query, _root, _args, { prisma, viewer }) =>
      viewer.userId === null ? [] : prisma.savedSearch.findMany({ ...query, where: { userId: viewer.userId }, orderBy: { id: 'desc' } }),
  }),
)

builder.relayMutationField(
  'saveSearch',
  {
    inputFields: (t) => ({
      name: t.string({ description: 'At most 100 characters, another for each of the own searches.' }),
      query: t.string({ description: "What stands after the `?` of the search page's address, at most 2,000 characters." }),
    }),
  },
  {
    description: 'Keeps a search, at most 50.',
    authScopes: { may: 'search.save' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await saveSearch(context, input) }),
  },
  {
    outputFields: (t) => ({
      savedSearch: t.prismaField({
        type: SavedSearch,
        // A retry may come after the search was deleted.
        nullable: true,
        resolve: (query, { id }, _args, { prisma }) => prisma.savedSearch.findUnique({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'renameSavedSearch',
  { inputFields: (t) => ({ id: t.string(), name: t.string() }) },
  {
    authScopes: { may: 'search.save' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await renameSavedSearch(context, input) }),
  },
  {
    outputFields: (t) => ({
      savedSearch: t.prismaField({
        type: SavedSearch,
        // A retry may come after the search was deleted.
        nullable: true,
        resolve: (query, { id }, _args, { prisma }) => prisma.savedSearch.findUnique({ ...query, where: { id } }),
      }),
    }),
  },
)

builder.relayMutationField(
  'deleteSavedSearch',
  { inputFields: (t) => ({ id: t.string() }) },
  {
    authScopes: { may: 'search.save' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await deleteSavedSearch(context, input) }),
  },
  { outputFields: (t) => ({ deletedKey: t.string({ resolve: ({ id }) => id }) }) },
)
