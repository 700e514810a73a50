import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { handleGraphql } from '#graphql/server/http.ts'
import { issueApiKey } from '#services/access/issue-api-key.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import { openAccount } from '#test/factories/accounts.ts'
import { contextOf, freshUscc } from '#test/factories/people.ts'
import { openTestEndpoint } from '#test/setup/endpoint.ts'
import type { TestEndpoint } from '#test/setup/endpoint.ts'

// The examples of docs/how-to/window-systems.md, run as they stand against the endpoint over HTTP.

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')
/** A day of the loaded calendar, whenever this runs. */
const monday = '2026-03-02T04:00:00Z'

let api: TestEndpoint
let folder: string
let env: Record<string, string>
let calls = 0
const listener = createServer((request, response) => {
  calls += 1
  // The second call of all gets no answer: whoever follows the document asks again.
  if (calls === 2) {
    response.writeHead(503, { 'Retry-After': '1' }).end()
    return
  }
  const platform = { ...api.platform, clock: fixedClock(new Date(monday)) }
  void handleGraphql(request, response, { ...api.server, platform })
})

beforeAll(async () => {
  api = await openTestEndpoint()
  folder = await mkdtemp(join(tmpdir(), 'xinxuan-window-'))
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done))
  const officer = await openAccount(api.platform, ['WINDOW_OFFICER'])
  const manager = contextOf(api.platform, monday, { roles: ['AGENCY_MANAGER'], organisationId: officer.organisationId })
  const { key } = await issueApiKey(manager, {
    ...{ clientMutationId: randomUUID(), name: '受理系统', organisationId: officer.organisationId, roles: ['WINDOW_OFFICER'] },
    ...{ responsibleUserId: officer.userId, expiresOn: '2026-12-31' },
  })
  env = {
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    XINXUAN_URL: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/graphql`,
    XINXUAN_KEY: key ?? '',
    APPLICANT: freshUscc(),
  }
})
afterAll(async () => {
  await new Promise((done) => listener.close(done))
  await api.close()
  await rm(folder, { recursive: true })
})

/** The blocks of code in that language, in their order. */
async function blocksOf(language: 'sh' | 'ts'): Promise<string[]> {
  const text = await readFile(join(root, 'docs/how-to/window-systems.md'), 'utf8')
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block]) => block ?? '')
}
const caseOf = (externalNumber: string) =>
  api.platform.prisma.approvalCase.findFirstOrThrow({ where: { externalNumber }, include: { commitments: true } })

test('with curl: look, file, accept on a promise, take in the supplement; sent once more, nothing is done twice', async () => {
  const blocks = await blocksOf('sh')
  expect(blocks).toHaveLength(5)
  const [, , file = '', accept = ''] = blocks
  // As after a broken connection: the same wishes once more, with the version that was looked at.
  const again = ['SEEN=$VERSION', file, 'VERSION=$SEEN', accept, "pick 'data.acceptCase.case.state' < accepted.json"]
  const { stdout } = await run('bash', ['-c', ['set -euo pipefail', ...blocks, ...again].join('\n')], {
    cwd: folder,
    env: { ...env, NODE_ENV: 'test' },
  })
  expect(stdout).toBe('FULFILLED\nACCEPTED\n')
  const filed = await caseOf('YWXT-2026-000118')
  expect(filed).toMatchObject({ state: 'ACCEPTED', mode: 'TOLERANT_ACCEPTANCE', channel: 'SYSTEM', commitments: [{ state: 'FULFILLED' }] })
  for (const action of ['acceptance.openCase', 'acceptance.acceptCase'])
    expect(await api.platform.prisma.auditEvent.count({ where: { action, entityId: filed.id } })).toBe(1)
  // Four calls, two of them twice, and one that got no answer.
  expect(calls).toBe(7)
})

test('with TypeScript: complete and accepted, filed again the same, refused with its reason', async () => {
  const [source, ...others] = await blocksOf('ts')
  expect(others).toEqual([])
  const file = join(folder, 'window.mts')
  await writeFile(file, source ?? '')
  const { stdout } = await run(process.execPath, ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), file], {
    cwd: root,
    env: { ...env, NODE_ENV: 'test' },
  })
  expect(stdout.trim().split('\n')).toEqual(['ACCEPTED 2026-03-30', 'true', 'MODE_NOT_ALLOWED'])
  expect(await caseOf('YWXT-2026-000119')).toMatchObject({ state: 'ACCEPTED', mode: 'NORMAL' })
  expect(await caseOf('YWXT-2026-000120')).toMatchObject({ state: 'FILED' })
})
