import type { LoaderFunctionArgs } from '@remix-run/node'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CatalogueChangeState } from '#domain/catalogue/catalogue-change.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { ChangeDocument, ChangesDocument } from './change-documents.server.ts'
import type { ChangeData } from './change-documents.server.ts'
import { withCeilingText, withCeilingTexts } from './fee-text.server.ts'

const statesOfTab: Readonly<Record<string, readonly CatalogueChangeState[]>> = {
  running: ['APPLIED', 'REFERRED', 'EXAMINED', 'DELIBERATED', 'RETURNED'],
  published: ['PUBLISHED', 'FILED'],
  ended: ['REJECTED', 'WITHDRAWN'],
}
export const changeTabs = ['running', 'published', 'ended', 'all'] as const

/** The adjustments the viewer may see, by tab or by what was typed. */
export async function loadChanges({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'catalogueChanges')
  const { searchParams, search } = new URL(request.url)
  const text = (searchParams.get('q') ?? '').slice(0, 100)
  const tab = changeTabs.find((one) => one === searchParams.get('tab')) ?? (text === '' ? 'running' : 'all')
  const states = statesOfTab[tab]
  const filter = { text, states: states ? [...states] : undefined }
  const { catalogueChanges } = await runOperation({ request, context }, ChangesDocument, { filter, ...pageArguments(searchParams, 20) })
  return {
    title: t('title'),
    ...{ text, tab },
    changes: catalogueChanges.edges.map(({ node }) => node),
    totalCount: catalogueChanges.totalCount,
    links: pageLinks(search, catalogueChanges.pageInfo),
  }
}

/** One adjustment with a mutation id for each step it offers. @throws Response 404 for one the viewer may not know of */
export async function loadChange({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { catalogueChange, clock } = await runOperation({ request, context }, ChangeDocument, { number })
  if (!catalogueChange) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'catalogueChanges')
  const mutationIds = Object.fromEntries(catalogueChange.nextSteps.map(({ step }) => [step, newMutationId()]))
  const { language } = await preferencesOf(request)
  const change: ChangeData = {
    ...catalogueChange,
    content: withCeilingText(catalogueChange.content, language),
    differences: [...withCeilingTexts(catalogueChange.differences, language)],
  }
  return { title: t('change.title', { number }), change, mutationIds, today: shanghaiDayOf(new Date(clock.now)) }
}
