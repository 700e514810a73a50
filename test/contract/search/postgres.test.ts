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
