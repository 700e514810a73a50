import type { UntrueState } from '#domain/verification/untrue-finding.ts'
import type { VerificationState } from '#domain/verification/verification-task.ts'
import type { Tone } from '#app/ui/badge.tsx'

export const taskTones: Readonly<Record<VerificationState, Tone>> = { OPEN: 'brand', TRUE: 'ok', DOUBTED: 'warn', DROPPED: 'neutral' }
export const findingTones: Readonly<Record<UntrueState, Tone>> = { NOTICED: 'warn', DEFENCE_FILED: 'brand', FOUND: 'seal', NOT_FOUND: 'ok' }
