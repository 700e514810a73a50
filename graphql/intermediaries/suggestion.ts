import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Suggestion } from '#search/search-port.ts'
import { suggestionKinds } from '#search/search-port.ts'
import { parseInput } from '#services/kernel/parse-input.ts'
import { ValidationError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'

/** Suggestions at most: more than one glance takes is a search (our own default). */
const mostSuggestions = 10
const usualSuggestions = 8

const suggestInput = z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(mostSuggestions) })

const SuggestionKind = builder.enumType('SuggestionKind', { values: suggestionKinds })

const SuggestionType = builder.objectRef<Suggestion>('Suggestion').implement({
  description: 'What a text being typed may become.',
  fields: (t) => ({
    kind: t.field({ type: SuggestionKind, resolve: ({ kind }) => kind }),
    key: t.exposeString('key', { description: 'The USCC of an intermediary, the code of an item or a division.' }),
    nameZh: t.string({ resolve: ({ name }) => name }),
    nameEn: t.string({
      nullable: true,
      description: 'Intermediaries have none.',
      // Lookups by the key are gathered into one statement a table.
      resolve: async ({ kind, key }, _args, { prisma }) => {
        const named = { where: { code: key }, select: { nameEn: true } }
        if (kind === 'SERVICE_ITEM') return (await prisma.serviceItem.findUnique(named))?.nameEn ?? null
        return kind === 'DIVISION' ? ((await prisma.division.findUnique(named))?.nameEn ?? null) : null
      },
    }),
  }),
})

const Suggestions = builder.objectRef<{ readonly suggestions: readonly Suggestion[] }>('Suggestions').implement({
  fields: (t) => ({ suggestions: t.field({ type: [SuggestionType], resolve: ({ suggestions }) => [...suggestions] }) }),
})

builder.queryField('suggest', (t) =>
  t.field({
    type: Suggestions,
    description:
      'Items, divisions and intermediaries that a text being typed may mean: items and divisions first, intermediaries that fit alike in the neutral order of the day.',
    args: {
      text: t.arg.string({ description: 'As typed so far, at most 100 characters.' }),
      limit: t.arg.int({ required: false, description: 'At most 10; 8 unless given.' }),
    },
    authScopes: { public: true },
    errors: { types: [ValidationError] },
    resolve: async (_root, args, { search, clock }) => {
      const { text, limit } = parseInput(suggestInput, { text: args.text, limit: args.limit ?? usualSuggestions })
      return { suggestions: await search.suggest({ text, limit, day: shanghaiDayOf(clock.now()) }) }
    },
  }),
)
