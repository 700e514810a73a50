import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '#env'
import { settingsPage } from './settings-page.ts'

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterAll(() => {
  rmSync(dir, { recursive: true })
})

test('docs/reference/settings.md is current (npm run docs:settings)', () => {
  expect(readFileSync('docs/reference/settings.md', 'utf8')).toBe(settingsPage())
})

describe('settings', () => {
  test('defaults: embedded database with demo data on port 3000, an empty variable counts as unset', () => {
    const env = readSettings({ PORT: '', DATABASE_URL: '' })
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      DEMO: true,
      SANDBOX: false,
      WORKER: true,
    })
    expect(readSettings({ DATABASE_URL: 'postgresql://db/x' }).DEMO).toBe(false)
  })

  test('every wrong setting is named at once', () => {
    expect(() => readSettings({ PORT: 'abc', SANDBOX: 'maybe', DATABASE_URL: 'mysql://x' })).toThrow(
      /^Wrong settings: DATABASE_URL must begin with postgresql:\/\/; PORT must be a number; SANDBOX must be 1 or 0\.$/,
    )
  })

  test('a wrong secret is refused without being shown', () => {
    expect(() => readSettings({ IDENTITY_KEY: 'c2hvcnQ=' })).toThrow('Wrong settings: IDENTITY_KEY must be 32 bytes in base64.')
    expect(() => readSettings({ RECEIPT_SIGNING_KEY: 'nonsense' })).toThrow(/^((?!nonsense).)*$/)
  })

  test('with DATABASE_URL in production the missing secrets are named', () => {
    const given = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://db/x', AUTH_SECRET: 'x'.repeat(32) }
    expect(() => readSettings(given)).toThrow('these secrets must be set too: IDENTITY_KEY, IDENTITY_HASH_KEY, RECEIPT_SIGNING_KEY.')
  })

  test('in the embedded default secrets are made once, readable by the owner only, and never listed', () => {
    const env = readSettings({ DATA_DIR: dir })
    const first = env.IDENTITY_KEY
    expect(Buffer.from(first, 'base64')).toHaveLength(32)
    expect(readSettings({ DATA_DIR: dir }).IDENTITY_KEY).toBe(first)
    expect(readSettings({ DATA_DIR: dir, IDENTITY_KEY: Buffer.alloc(32).toString('base64') }).IDENTITY_KEY).not.toBe(first)
    expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(JSON.stringify(env)).not.toContain(first)
  })
})
