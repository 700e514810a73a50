import type { ComplaintState } from '#domain/complaints/complaint.ts'

export const stateTones = {
  RECEIVED: 'brand',
  HANDLING: 'brand',
  TRANSFERRED: 'brand',
  SUBSTANTIATED: 'warn',
  UNSUBSTANTIATED: 'neutral',
  NOT_ADMITTED: 'neutral',
} as const satisfies Record<ComplaintState, string>
