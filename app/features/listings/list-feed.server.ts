import type { LoaderFunctionArgs } from '@remix-run/node'
import { startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { formatDay } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { atomDocument } from './atom-feed.ts'
import type { AtomEntry } from './atom-feed.ts'
import { FeedDocument } from './list-documents.server.ts'
import { listFeeds, listPages } from './list-pages.ts'

type List = keyof typeof listPages

/**
 * The newest 50 public entries of a list, or of all, and what ended in the last 30 days, as a feed. An entry changes with what happens to it; one
 * that has ended stays under its id without its party, so that who kept it knows to let it go.
 */
export async function listFeed(args: LoaderFunctionArgs, list: List | null): Promise<Response> {
  const { listEntries, endedEntries } = await runOperation(args, FeedDocument, { list })
  const { language } = await preferencesOf(args.request)
  const t = await serverText(args.request, 'lists')
  const listings = await serverText(args.request, 'listings')
  const shell = await serverText(args.request, 'shell')
  const { origin, hostname } = new URL(args.request.url)
  const categoryOf = (of: List) => ({ term: of, label: listings(`list.${of}`) })
  // The number of an entry is never given twice: with the host it names it for good (RFC 4151).
  const idOf = (path: string) => `tag:${hostname},2026-01-01:${path}`
  const held = listEntries.edges.map(({ node }): AtomEntry => {
    const changedOn = node.course.filter(({ isAhead }) => !isAhead).at(-1)?.on ?? node.fromOn
    const effects = node.effects.map(({ bars }) => listings.optional(`bars.${bars}`) ?? bars).join('；')
    const until = node.untilOn ? formatDay(node.untilOn, language) : listings('list.openEnd')
    const lines = [
      `${listings('list.code')}：${node.party.code}`,
      `${t('filter.mark')}：${listings(`entry.mark.${node.mark}`)}`,
      `${listings('entry.reasons')}：${node.reasons}`,
      `${listings('entry.basis')}：${node.basis}`,
      `${listings('list.until')}：${until}`,
      ...(effects === '' ? [] : [`${t('feedBarred')}：${effects}`]),
    ]
    return {
      id: idOf(`lists/${node.number}`),
      title: t('feedEntry', { name: node.party.name, list: listings(`list.${node.list}`) }),
      address: `${origin}/lists/${node.number}`,
      updatedAt: startOfShanghaiDay(changedOn),
      publishedAt: startOfShanghaiDay(node.decidedOn),
      category: categoryOf(node.list),
      summary: lines.join('\n'),
    }
  })
  const ended = endedEntries.map(({ number, list: of, mark, endedOn }): AtomEntry => {
    const facts = { number, list: listings(`list.${of}`), mark: listings(`entry.mark.${mark}`), day: formatDay(endedOn, language) }
    return {
      id: idOf(`lists/${number}`),
      title: t('feedEnded', facts),
      address: `${origin}/lists/${number}`,
      updatedAt: startOfShanghaiDay(endedOn),
      publishedAt: null,
      category: categoryOf(of),
      summary: t('feedEndedText', facts),
    }
  })
  const feedPath = list ? listFeeds[list] : '/lists.atom'
  const body = atomDocument({
    id: idOf(feedPath),
    title: list ? t('feedTitle', { list: listings(`list.${list}`) }) : t('feedAll'),
    language,
    author: shell('name'),
    rights: t('feedRights'),
    selfAddress: `${origin}${feedPath}`,
    pageAddress: `${origin}${list ? listPages[list] : '/blacklist'}`,
    updatedAt: startOfShanghaiDay('2026-01-01'),
    entries: [...held, ...ended].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'public, max-age=300',
      Vary: 'Cookie, Accept-Language',
    },
  })
}
