import type { Platform } from '#services/kernel/use-case-context.ts'

export interface SeedOptions {
  readonly platform: Platform
  /** Catalogues, calendar, divisions: idempotent, run at every start. */
  readonly reference: boolean
  /** The invented institutions, persons and cases: loaded once. */
  readonly demo: boolean
  /** Told what is being loaded, for the terminal. */
  readonly say: (line: string) => void
}

/** Brings the database's contents to what this release needs. */
export async function seed({ platform, say }: SeedOptions): Promise<void> {
  await platform.prisma.$queryRaw`SELECT 1`
  say('nothing to load')
}
