import { defineConfig } from 'prisma/config'
import { env } from './env.ts'

/** For the Prisma command line only (generate, validate, migrate diff). The program applies migrations with prisma/migrate.ts. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: env.DATABASE_URL ?? 'postgresql://localhost/unused' },
})
