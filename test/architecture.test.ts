import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

// Plants violations of docs/architecture.md as text (nothing is written) and sees the rules of eslint.config.js fire.

const eslint = new ESLint()

async function rulesFired(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message)
}

/** One existing file of each layer, to import from. */
const targets = {
  domain: '#domain/kernel/result.ts',
  prisma: '#prisma/pool.ts',
  'prisma/seed': '#prisma/seed/index.ts',
  search: '#search/search-port.ts',
  services: '#services/kernel/clock.ts',
  graphql: '#graphql/builder.ts',
  'graphql/server': '#graphql/server/execute.ts',
  jobs: '#jobs/worker.ts',
  app: '#app/routes.ts',
  server: '#server/create-app.ts',
  test: '#test/setup/database.ts',
} as const
type Layer = keyof typeof targets

const allowed: Record<string, readonly Layer[]> = {
  'domain/checks/probe.ts': ['domain'],
  'prisma/probe.ts': ['prisma'],
  'prisma/seed/probe.ts': ['prisma', 'prisma/seed', 'services', 'search', 'domain'],
  'search/probe.ts': ['search', 'domain', 'prisma'],
  'services/checks/probe.ts': ['services', 'search', 'domain', 'prisma'],
  'graphql/checks/probe.ts': ['graphql', 'graphql/server', 'services', 'search', 'domain', 'prisma'],
  'graphql/server/probe.ts': ['graphql', 'graphql/server', 'services', 'search', 'domain', 'prisma'],
  'jobs/probe.ts': ['jobs', 'services', 'search', 'domain', 'prisma'],
  'app/probe.ts': ['app', 'domain'],
  'app/probe.server.ts': ['app', 'domain', 'graphql/server'],
}

describe.each(Object.entries(allowed))('%s', (file, may) => {
  test.each(Object.entries(targets))('importing %s', async (layer, specifier) => {
    const fired = await rulesFired(file, `import * as probe from '${specifier}'\nexport const kept = probe\n`)
    expect(fired).toEqual(may.some((allowedLayer) => allowedLayer === layer) ? [] : ['boundaries/dependencies'])
  })
})

describe('domain/ is pure', () => {
  test.each([
    ['the clock', 'export const at = Date.now()'],
    ['the clock by constructor', 'export const at = new Date()'],
    ['the clock by call', 'export const at = Date()'],
    ['randomness', 'export const luck = Math.random()'],
    ['the process', 'export const where = process.cwd()'],
    ['the network', "export const page = fetch('https://example.org')"],
    ['a package', "import pg from 'pg'\nexport const client = pg"],
    ['a Node module', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync"],
    ['a package re-exported', "export { Client } from 'pg'"],
    ['a package imported late', "export const late = () => import('pg')"],
    ['settings', "import { env } from '#env'\nexport const port = env.PORT"],
  ])('no %s', async (_, code) => {
    expect(await rulesFired('domain/checks/probe.ts', `${code}\n`)).not.toEqual([])
  })

  test.each([
    ['zod', "import { z } from 'zod'\nexport const shape = z.string()"],
    ['a Date made from an argument', 'export const of = (text: string) => new Date(text)'],
  ])('but %s', async (_, code) => {
    expect(await rulesFired('domain/checks/probe.ts', `${code}\n`)).toEqual([])
  })
})

describe('everywhere', () => {
  test.each([
    ['settings come from env.ts', 'export const port = process.env.PORT', 'no-restricted-syntax'],
    ['settings by destructuring too', 'export const { env } = process', 'no-restricted-syntax'],
    ['nothing is any', 'export const anything: any = 1', '@typescript-eslint/no-explicit-any'],
    ['types are not switched off', '// @ts-ignore\nexport const wrong: string = String(1)', '@typescript-eslint/ban-ts-comment'],
    ['output goes through the log', "console.log('here')", 'no-console'],
  ])('%s', async (_, code, rule) => {
    expect(await rulesFired('services/checks/probe.ts', `${code}\n`)).toContain(rule)
  })

  test('the settings are not for components', async () => {
    expect(await rulesFired('app/probe.tsx', "import { env } from '#env'\nexport const port = env.PORT\n")).toContain(
      'no-restricted-imports',
    )
  })
})
