import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const require = createRequire(import.meta.url)

// One copy of graphql-js: the ESM and the CommonJS build together fail with "another module or realm".
const alias = { graphql: require.resolve('graphql') }
// A worker for every core: Vitest leaves one free, which on two cores is half of the machine.
const shared = { setupFiles: ['test/setup/console-error.ts'], maxWorkers: availableParallelism() }

// Tests keep their database, secrets and log level apart from yours. Here, because the workers and the global set-up inherit it.
Object.assign(process.env, {
  DATA_DIR: '.data/test',
  LOG_LEVEL: 'silent',
  DATABASE_URL: '',
  MIGRATION_DATABASE_URL: '',
  SANDBOX: '',
  DEMO: '',
})

/** The three kinds of tests. Kept apart from vite.config.ts, whose Remix plugin would transform the tests. */
export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{domain,prisma,search,services,graphql,app,jobs,server}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          ...shared,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'api',
          include: ['test/{api,contract}/**/*.test.ts'],
          ...shared,
          globalSetup: ['test/setup/database.global.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          ...shared,
          globalSetup: ['test/setup/database.global.ts'],
          // After the others, so that a browser's waits are not theirs.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
