import type { LoaderFunctionArgs } from '@remix-run/node'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { ListEntriesDocument, ListFiltersDocument } from './list-documents.server.ts'
import { nameIn } from './name-in.ts'

export type PublicListData = Awaited<ReturnType<typeof loadList>>

const severities = ['MINOR', 'GENERAL', 'SERIOUS'] as const
/** Those of which an entry can be public. */
const publicMarks = ['PUBLISHED', 'UNDER_APPEAL'] as const

/** One page of a public list as it stands today, by the filters in the address. */
export async function loadList(args: LoaderFunctionArgs, list: 'BLACKLIST' | 'RED_LIST' | 'DISHONESTY') {
  const t = await serverText(args.request, 'listings')
  const { language } = await preferencesOf(args.request)
  const { searchParams, search } = new URL(args.request.url)
  const wanted = readFilters(searchParams)
  const { text, severity, mark, division, item, from, until } = wanted
  const dates = { decidedFromOn: from || undefined, decidedUntilOn: until || undefined }
  const places = { divisionCode: division || undefined, serviceItemCode: item || undefined }
  const filter = { list, text, severity: severity || undefined, mark: mark || undefined, ...dates, ...places }
  const [{ listEntries }, { divisions, serviceItems }] = await Promise.all([
    runOperation(args, ListEntriesDocument, { filter, ...pageArguments(searchParams, 20) }),
    runOperation(args, ListFiltersDocument, {}),
  ])
  const options = (rows: typeof divisions | typeof serviceItems) => rows.map((row) => ({ value: row.code, label: nameIn(language, row) }))
  return {
    title: t(`list.${list}`),
    list,
    wanted,
    divisions: options(divisions),
    items: options(serviceItems),
    entries: listEntries.edges.map(({ node }) => node),
    totalCount: listEntries.totalCount,
    links: pageLinks(search, listEntries.pageInfo),
  }
}

/** The filters that an address asks for; what can't be meant is left out. */
function readFilters(search: URLSearchParams) {
  const value = (name: string, most: number) => (search.get(name) ?? '').trim().slice(0, most)
  const oneOf = <Name extends string>(names: readonly Name[], name: string): Name | '' =>
    names.find((one) => one === search.get(name)) ?? ''
  const dayOf = (name: string) => (isCalendarDay(value(name, 10)) ? value(name, 10) : '')
  return {
    ...{ text: value('q', 100), division: value('division', 20), item: value('item', 40), from: dayOf('from'), until: dayOf('until') },
    severity: oneOf(severities, 'severity'),
    mark: oneOf(publicMarks, 'mark'),
  }
}
