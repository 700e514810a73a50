import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// Starts the built program on a new embedded database, asks it the first questions, and stops it.

const dir = mkdtempSync(join(tmpdir(), 'xinxuan-smoke-'))
const port = await new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address()
    probe.close(() => done(port))
  })
})
const url = `http://127.0.0.1:${port}`
const environment = { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', DATA_DIR: dir, PORT: String(port), LOG_LEVEL: 'warn' }
// As root PostgreSQL runs as another user, who must get into the folder.
const { chmodSync } = await import('node:fs')
chmodSync(dir, 0o755)

let output = ''
const child = spawn(process.execPath, ['start.mjs'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
const ended = new Promise((done) => child.once('exit', done))

function check(holds, what) {
  if (!holds) throw new Error(`${what}\n${output}`)
  console.log(`✓ ${what}`)
}

try {
  const until = Date.now() + 300_000
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
  while (!(await isReady()) && child.exitCode === null && Date.now() < until) await sleep(200)
  check(await isReady(), 'it becomes ready')
  check((await fetch(`${url}/healthz`)).ok, '/healthz answers')
  const home = await fetch(url)
  check(home.status === 200 && (await home.text()).includes('信选'), 'the home page is there')
  check(home.headers.get('content-security-policy')?.includes("'nonce-") === true, 'with a nonce in its Content-Security-Policy')
  const query = JSON.stringify({ query: '{ __typename }' })
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: query })
  check((await answer.json()).data?.__typename === 'Query', '/graphql answers')
  child.kill('SIGTERM')
  check((await ended) === 0 && /Stopped\./.test(output), 'it stops cleanly')
} finally {
  child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
}
