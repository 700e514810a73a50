import type { Pool } from 'pg'
import type { SearchPort, SuggestionQuery } from '#search/search-port.ts'
import type { Found, Vocabulary } from './answer.ts'
import { answerQuery, planOf, unfiltered } from './answer.ts'
import { breadthOf } from './breadth.ts'
import { searchBroadly } from './broad-search.ts'
import { loadCatalogueWords } from './catalogue-words.ts'
import type { Counted } from './counted.ts'
import { KeptCounts, keep, keptFor } from './kept.ts'
import { findPage, pageAlone } from './find-page.ts'
import type { Reading } from './read-query.ts'
import type { SearchPlan } from './search-statement.ts'
import { searchStatement } from './search-statement.ts'
import { loadShares } from './shares.ts'
import { namesOf, suggest } from './suggest.ts'

/** Results this many make counting slower than finding: their counts are kept for a moment. */
const keptFrom = 500
/** How many searches' counts are kept. */
export const mostKept = 500
/** From so many expected results on, the first documents of the day are read instead of all that fit. */
export const usuallyBroad = 1_500

export interface PostgresSearchOptions {
  readonly broadFrom?: number
}

/**
 * The default adapter: PostgreSQL, over the documents that refresh-search-document.ts writes. Which firms are on the page and in which
 * order is always read anew; only the counts of broad searches may be some minutes old, or estimates the first time.
 */
export function createPostgresSearch(pool: Pool, { broadFrom = usuallyBroad }: PostgresSearchOptions = {}): SearchPort {
  const vocabulary = keepVocabulary(pool)
  const counts = new KeptCounts<Counted>(mostKept, keptFor)

  async function findAndCount(plan: SearchPlan): Promise<Found> {
    const { text, values } = searchStatement(plan)
    const { rows } = await pool.query<Found>(text, [...values])
    return rows[0] as Found
  }

  async function findBroadly(plan: SearchPlan, breadth: number): Promise<Found | null> {
    const kept = counts.get(countsKey(plan), () => findAndCount(plan))
    const broad = await searchBroadly(pool, { plan, breadth, isCounting: !kept })
    if (!broad) return null
    if (kept) return { ...kept, ids: broad.ids ?? (await pageAlone(pool, plan)) }
    // Too few in the sample for a page are too few to estimate by; and to find the page means to read everything that fits.
    if (!broad.ids || !broad.counted) return null
    const { page, limit } = plan.query
    return { ...broad.counted, total: Math.max(broad.counted.total, (page - 1) * limit + broad.ids.length), ids: broad.ids }
  }

  async function find(plan: SearchPlan): Promise<Found> {
    const breadth = breadthOf(plan)
    const broad = breadth * plan.shares.documents >= broadFrom ? await findBroadly(plan, breadth) : null
    if (broad) return broad
    const kept = counts.peek(countsKey(plan), () => findAndCount(plan))
    if (kept) return { ...kept, ids: await pageAlone(pool, plan) }
    const found = await findAndCount(plan)
    if (found.total >= keptFrom) counts.set(countsKey(plan), found)
    return found
  }

  return {
    name: 'postgres',
    searchIntermediaries: async (query) => answerQuery(query, await vocabulary(), find),
    suggest: async (query) => {
      const known = await vocabulary()
      return suggest(query, known.catalogue, async (reading, limit) =>
        namesOf(pool, await findPage(pool, planForNames(reading, { ...query, limit }, known), broadFrom)),
      )
    },
  }
}

/** The vocabulary of queries, read anew from time to time. */
export function keepVocabulary(pool: Pool): () => Promise<Vocabulary> {
  return keep(async () => ({ catalogue: await loadCatalogueWords(pool), shares: await loadShares(pool) }))
}

function planForNames(reading: Reading, { day, limit }: SuggestionQuery, vocabulary: Vocabulary): SearchPlan {
  return planOf({ ...unfiltered({ text: '', sort: 'RELEVANCE', day }), limit }, reading, vocabulary)
}

/** Searches with equal counts: order and page make no difference. */
export const countsKey = ({ query, reading }: SearchPlan): string =>
  JSON.stringify([{ ...query, text: '', sort: '', page: 1, limit: 0 }, reading])
