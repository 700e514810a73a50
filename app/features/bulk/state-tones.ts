import type { ImportState } from '#domain/bulk/import-run.ts'

/** Colours of the states: done, ready, stopped; the words say the same. */
export const stateTones = {
  UPLOADED: 'neutral',
  CHECKING: 'neutral',
  CHECKED: 'brand',
  FAULTY: 'warn',
  APPLYING: 'neutral',
  APPLIED: 'ok',
  FAILED: 'warn',
  ABANDONED: 'neutral',
} as const satisfies Record<ImportState, string>
