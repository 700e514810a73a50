import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { issueApiKey } from '#services/access/issue-api-key.ts'
import { issueCheckReceipt } from '#services/checks/issue-check-receipt.ts'
import { openAccount } from '#test/factories/accounts.ts'
import { contextOf, freshUscc } from '#test/factories/people.ts'
import { openTestEndpoint, post } from '#test/setup/endpoint.ts'
import type { TestEndpoint } from '#test/setup/endpoint.ts'

let api: TestEndpoint
beforeAll(async () => {
  api = await openTestEndpoint()
})
afterAll(() => api.close())

test('a body finds its receipts with the latest first, page by page', async () => {
  const { organisationId } = await openAccount(api.platform, ['AGENCY_MANAGER'])
  const manager = contextOf(api.platform, new Date().toISOString(), { roles: ['AGENCY_MANAGER'], organisationId })
  const wish = { name: '受理系统', organisationId, roles: ['WINDOW_OFFICER' as const], expiresOn: addDays(shanghaiDayOf(new Date()), 90) }
  const { key } = await issueApiKey(manager, { clientMutationId: randomUUID(), ...wish })
  for (let day = 10; day < 20; day += 1) {
    const officer = contextOf(api.platform, `2026-06-${day}T01:00:00Z`, { roles: ['WINDOW_OFFICER'], organisationId })
    await issueCheckReceipt(officer, { clientMutationId: randomUUID(), code: freshUscc(), purpose: 'CASE_ACCEPTANCE' })
  }
  const found: string[] = []
  for (let after: string | null = null, pages = 0; pages < 3; pages += 1) {
    const query = `query ($after: String) { checkReceipts(first: 4, after: $after) { edges { cursor node { checkedAt } } } }`
    const { json } = await post(api.endpoint, { query, variables: { after } }, { Authorization: `Bearer ${key}` })
    const { edges } = json?.data?.checkReceipts as { edges: { cursor: string; node: { checkedAt: string } }[] }
    found.push(...edges.map(({ node }) => node.checkedAt.slice(8, 10)))
    after = edges.at(-1)?.cursor ?? null
  }
  expect(found).toEqual(['19', '18', '17', '16', '15', '14', '13', '12', '11', '10'])
})
