import { keepOrdersOf } from '#search/intermediaries/neutral-places.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { writeSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import { buildSearchDocument } from '#search/intermediaries/search-document.ts'
import { openTestPlatform } from '../../setup/database.ts'
import { describeSearchContract } from './search-contract.ts'

describeSearchContract('postgres', async () => {
  const { pool, close } = await openTestPlatform()
  return {
    port: createPostgresSearch(pool),
    index: async (facts) => {
      await pool.query(writeSearchDocuments, [JSON.stringify(facts.map(buildSearchDocument))])
    },
    close,
  }
})

// Every search as if it fitted much of the register: from the kept order of a day, begun before the documents or after.
describeSearchContract('postgres, broad searches', async () => {
  const { pool, close } = await openTestPlatform()
  await keepOrdersOf(pool, ['2026-11-21'])
  return {
    port: createPostgresSearch(pool, { broadFrom: 0 }),
    index: async (facts) => {
      await pool.query(writeSearchDocuments, [JSON.stringify(facts.map(buildSearchDocument))])
      await keepOrdersOf(pool, ['2026-11-21', '2026-11-22'])
    },
    close,
  }
})
