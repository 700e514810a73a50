import type { Dispute } from '#domain/engagements/dispute.ts'
import type { EngagementDispute } from '#prisma/generated/client.ts'
import { toSide } from './to-contract-version.ts'

/** A dispute as its rules read it. */
export const toDispute = ({ state, raisedBySide, raisedAt, statedAt }: EngagementDispute): Dispute => ({
  state,
  raisedBySide: toSide(raisedBySide),
  raisedAt,
  isStated: statedAt !== null,
})
