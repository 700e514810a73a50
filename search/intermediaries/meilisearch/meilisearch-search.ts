import type { Pool } from 'pg'
import { z } from 'zod'
import type { SearchPort } from '#search/search-port.ts'
import type { Found } from '../answer.ts'
import { answerQuery, planOf, unfiltered } from '../answer.ts'
import { breadthOf } from '../breadth.ts'
import type { Counted } from '../counted.ts'
import { findPage } from '../find-page.ts'
import { KeptCounts, keptFor } from '../kept.ts'
import { countsKey, keepVocabulary, mostKept, usuallyBroad } from '../postgres-search.ts'
import type { SearchPlan } from '../search-statement.ts'
import { namesOf, suggest } from '../suggest.ts'
import { countBroadly } from './count-broadly.ts'
import type { EngineDocument } from './document.ts'
import { spanPlaces } from './document.ts'
import type { Engine } from './engine.ts'
import { evaluate } from './evaluate.ts'
import { compileFilter } from './filter.ts'
import { encodeKey } from './key.ts'
import { filtersOf } from './query-filter.ts'
import { defaultIndexUid } from './settings.ts'

export interface MeilisearchOptions {
  readonly engine: Engine
  /** Vocabulary, and the order of the day for broad searches. */
  readonly pool: Pool
  readonly indexUid?: string
  /** So many results are fetched whole and put in order here; of more the engine counts and PostgreSQL gives the page. */
  readonly mostFetched?: number
}

/** Of names that are only similar, more tell nobody anything. */
const mostSimilar = 200

/**
 * The adapter for Meilisearch. The engine finds and counts; the neutral order of the day can't be computed in it, so a small result is
 * fetched and ordered here by the tickets in the documents, and the page of a broad one is read from PostgreSQL's order of the day.
 */
export function createMeilisearchSearch(options: MeilisearchOptions): SearchPort {
  const { engine, pool, indexUid = defaultIndexUid, mostFetched = 300 } = options
  const vocabulary = keepVocabulary(pool)
  const counts = new KeptCounts<Counted>(mostKept, keptFor)
  const fetched = z.object({ hits: z.array(z.custom<EngineDocument>()), totalHits: z.number() })

  async function fetchFitting(
    plan: SearchPlan,
    most: number,
  ): Promise<{ readonly hits: readonly EngineDocument[]; readonly totalHits: number }> {
    const filter = compileFilter(filtersOf(plan).base)
    const body = { ...(filter === null ? {} : { filter }), page: 1, hitsPerPage: most, attributesToRetrieve: readBy(plan) }
    const found = await engine.request({ method: 'POST', path: `/indexes/${encodeURIComponent(indexUid)}/search`, body, answer: fetched })
    return { ...found, hits: found.hits.filter((document) => hasInitials(plan, document)) }
  }

  async function find(plan: SearchPlan): Promise<Found> {
    const most = plan.reading.isInexact ? mostSimilar : mostFetched
    if (breadthOf(plan) * plan.shares.documents < usuallyBroad) {
      const { hits, totalHits } = await fetchFitting(plan, most)
      if (totalHits <= most || plan.reading.isInexact) return evaluate(plan, hits)
    }
    const [counted, ids] = await Promise.all([count(plan), findPage(pool, plan, usuallyBroad)])
    return { ...counted, ids }
  }

  async function count(plan: SearchPlan): Promise<Counted> {
    const key = countsKey(plan)
    const kept = counts.peek(key, () => countBroadly(engine, indexUid, plan))
    if (kept) return kept
    const counted = await countBroadly(engine, indexUid, plan)
    if (counted.total >= usuallyBroad) counts.set(key, counted)
    return counted
  }

  return {
    name: 'meilisearch',
    searchIntermediaries: async (query) => answerQuery(query, await vocabulary(), find),
    suggest: async (query) => {
      const known = await vocabulary()
      return suggest(query, known.catalogue, async (reading, limit) => {
        const plan = planOf({ ...unfiltered({ text: '', sort: 'RELEVANCE', day: query.day }), limit }, reading, known)
        const { ids } = await find(plan)
        return namesOf(pool, ids)
      })
    },
  }
}

/** What evaluate.ts reads; of the offers only those asked about, which are most of a document. */
function readBy({ focus }: SearchPlan): readonly string[] {
  return [...ofFirm, ...focus.map((code) => `at.${encodeKey(code)}`)]
}
const ofFirm = [
  ...['id', 'nameKey', 'uscc', 'ticket', 'grade', 'initialsText', 'items', 'divisions', 'wide', 'fee', 'days'],
  ...spanPlaces.flatMap((place) => [`from${place}`, `until${place}`, `listedFrom${place}`, `listedUntil${place}`]),
]

/** The keys of long initials may come from different places of the name. */
function hasInitials({ reading }: SearchPlan, document: EngineDocument): boolean {
  const { tier, words } = reading
  if (tier !== 'INITIALS') return true
  const initials = String(document['initialsText'])
  return words.every(
    ({ word, itemCodes }) => itemCodes.length > 0 || word.length < 5 || initials.includes(word) || document.nameKey.includes(word),
  )
}
