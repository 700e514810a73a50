import type { Pool } from 'pg'
import { createRandom } from '#prisma/seed/random.ts'
import type { IntermediaryQuery } from '#search/search-port.ts'
import { nameCore } from '#search/text/name-core.ts'
import { initialsOf } from '#search/text/pinyin-initials.ts'

export type QueryClass = 'exact' | 'partial' | 'pinyin' | 'code' | 'service' | 'wrongCharacter' | 'filter' | 'browse'

export interface BenchQuery {
  readonly kind: QueryClass
  readonly query: IntermediaryQuery
  /** Ids of what should be among the first ten, by a plain scan of the documents; null where any order of the day will do. */
  readonly relevant: ReadonlySet<string> | null
}

const plain: Omit<IntermediaryQuery, 'day'> = {
  text: '',
  serviceItemCodes: [],
  isOfferingAll: false,
  divisionCodes: [],
  grades: [],
  feeFromFen: null,
  feeToFen: null,
  minDays: null,
  maxDays: null,
  isChoosableOnly: false,
  sort: 'RELEVANCE',
  page: 1,
  limit: 20,
}

interface Doc {
  readonly id: string
  readonly nameKey: string
  readonly initials: string
  readonly uscc: string
  readonly items: readonly string[]
}

/** How many queries of each class make 200. */
const shares: readonly (readonly [QueryClass, number])[] = [
  ['exact', 30],
  ['partial', 40],
  ['pinyin', 26],
  ['code', 26],
  ['service', 16],
  ['wrongCharacter', 20],
  ['filter', 36],
  ['browse', 6],
]
/** What people type for services: the catalogue's words and everyday ones. */
const serviceWords: readonly (readonly [string, string])[] = [
  ['环评', 'ZJ-EIA-001'],
  ['环境影响报告书', 'ZJ-EIA-001'],
  ['水土保持方案', 'ZJ-SWC-001'],
  ['节能报告', 'ZJ-ENE-001'],
  ['施工图审查', 'ZJ-CON-002'],
  ['工程监理', 'ZJ-CON-003'],
  ['招标代理', 'ZJ-CON-007'],
  ['地质灾害', 'ZJ-GEO-001'],
]

/** 200 mixed queries over the documents there are, the same for the same documents. */
export async function benchQueries(pool: Pool, day: string): Promise<readonly BenchQuery[]> {
  const { rows: docs } = await pool.query<Doc>(
    `SELECT "intermediaryId" AS id, "nameKey", "initials", "uscc", "serviceItemCodes" AS items FROM "SearchDocument" WHERE "isListed" ORDER BY "uscc"`,
  )
  const { rows: districts } = await pool.query<{ code: string }>(
    `SELECT "code" FROM "Division" WHERE "parentCode" = '410100' ORDER BY "code"`,
  )
  const items = [...new Set(docs.flatMap((doc) => doc.items))].sort()
  const random = createRandom('search bench')
  const matching = (fits: (doc: Doc) => boolean) => new Set(docs.filter(fits).map(({ id }) => id))
  const make: Record<QueryClass, (n: number) => Omit<BenchQuery, 'kind'>> = {
    exact: () => {
      const { nameKey } = random.pick(docs)
      return { query: { ...plain, day, text: nameKey }, relevant: matching((doc) => doc.nameKey === nameKey) }
    },
    partial: (n) => {
      const text = nameCore(random.pick(docs).nameKey).slice(0, 2 + (n % 3))
      return { query: { ...plain, day, text }, relevant: matching((doc) => doc.nameKey.includes(text)) }
    },
    pinyin: () => {
      const text = initialsOf(nameCore(random.pick(docs).nameKey).slice(0, 5))
      return { query: { ...plain, day, text }, relevant: matching((doc) => doc.initials.includes(text)) }
    },
    code: (n) => {
      const text = random.pick(docs).uscc.slice(0, n % 2 === 0 ? 18 : 14)
      return { query: { ...plain, day, text }, relevant: matching((doc) => doc.uscc.startsWith(text)) }
    },
    service: (n) => {
      const [text, code] = serviceWords[n % serviceWords.length] ?? ['', '']
      const district = n < serviceWords.length ? [] : [random.pick(districts).code]
      return { query: { ...plain, day, text, divisionCodes: district }, relevant: matching((doc) => doc.items.includes(code)) }
    },
    wrongCharacter: () => {
      const { nameKey } = random.pick(docs)
      const at = nameKey.length - nameCore(nameKey).length > 4 ? 3 : 1
      const text = `${nameKey.slice(0, at)}龘${nameKey.slice(at + 1)}`
      // Whoever typed it may have meant any name that differs in this one character.
      const isMeant = (name: string) => name.slice(0, at) === nameKey.slice(0, at) && name.slice(at + 1) === nameKey.slice(at + 1)
      return { query: { ...plain, day, text }, relevant: matching((doc) => isMeant(doc.nameKey)) }
    },
    filter: (n) => {
      const serviceItemCodes = [random.pick(items)]
      const divisionCodes = n % 3 === 0 ? [] : [random.pick(districts).code]
      const sort = (['RELEVANCE', 'FEE', 'DAYS', 'GRADE'] as const)[n % 4] ?? 'FEE'
      const query = { ...plain, day, serviceItemCodes, divisionCodes, sort, isChoosableOnly: n % 2 === 0, maxDays: n % 5 === 0 ? 20 : null }
      return { query, relevant: null }
    },
    browse: (n) => ({ query: { ...plain, day, divisionCodes: n % 3 === 0 ? [] : [random.pick(districts).code] }, relevant: null }),
  }
  return shares.flatMap(([kind, count]) => Array.from({ length: count }, (_, n) => ({ kind, ...make[kind](n) })))
}

/** The share of what should be found among the first ten that is there. */
export function recallAtTen(ids: readonly string[], relevant: ReadonlySet<string>): number {
  const most = Math.min(10, relevant.size)
  return most === 0 ? 1 : Math.min(most, ids.slice(0, 10).filter((id) => relevant.has(id)).length) / most
}
