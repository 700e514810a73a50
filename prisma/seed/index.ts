import type { Platform } from '#services/kernel/use-case-context.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { loadReference } from './reference.ts'

export interface SeedOptions {
  readonly platform: Platform
  /** Catalogues, calendar, divisions: idempotent, run at every start. */
  readonly reference: boolean
  /** The invented institutions, persons and cases: loaded once. */
  readonly demo: boolean
  /** Told what is being loaded, for the terminal. */
  readonly say: (line: string) => void
}

/** Ours, arbitrary: only one process seeds a database at a time. */
const advisoryLock = 7_215_094_320

/**
 * Brings the database's contents to what this release needs. Safe to run at every start, by several processes at once, and after
 * a kill in the middle: what is there stays, what is missing is added.
 * @throws ReferenceProblem when a reference file has a bad row
 */
export async function seed({ platform, reference, demo, say }: SeedOptions): Promise<void> {
  const lock = await platform.pool.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    if (reference) {
      for (const { file, rows, outcome } of await loadReference(platform)) {
        if (outcome !== 'UNCHANGED') say(`${file}: ${rows} rows ${outcome === 'LOADED' ? 'loaded' : 'brought up to date'}`)
      }
    }
    if (demo) await seedDemo(platform, say)
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [advisoryLock])
    lock.release()
  }
}
