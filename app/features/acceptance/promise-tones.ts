import type { CommitmentState } from '#domain/commitments/commitment-state.ts'
import type { Tone } from '#app/ui/badge.tsx'

export const promiseTones: Readonly<Record<CommitmentState, Tone>> = {
  PENDING: 'brand',
  FULFILLED: 'ok',
  MISSED: 'warn',
  UNTRUE: 'seal',
  WITHDRAWN: 'neutral',
}
