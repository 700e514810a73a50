import type { ContractedEngagement, ContractVersion } from '#domain/engagements/contract.ts'
import { engagementSides } from '#domain/engagements/contract.ts'
import type { EngagementSide } from '#domain/engagements/contract.ts'
import type { Tx } from '#prisma/client.ts'
import type { Contract } from '#prisma/generated/client.ts'
import { loadCeilingFen } from './load-ceiling.ts'
import type { EngagementWithRecord } from './lock-engagement-party.ts'

/** A column that names a side. */
export const toSide = (text: string): EngagementSide => engagementSides.find((side) => side === text) ?? 'OWNER'

const toContractVersion = (row: Contract): ContractVersion => ({
  contractVersion: row.contractVersion,
  state: row.state,
  proposedBySide: toSide(row.proposedBySide),
  answeredAt: row.answeredAt,
  feeFen: row.feeFen,
  promisedWorkingDays: row.promisedWorkingDays,
  scope: row.scope,
  liability: row.liability,
})

/** An engagement as the rules of its contract read it. */
export async function toContracted(tx: Tx, row: EngagementWithRecord, now: Date): Promise<ContractedEngagement> {
  const { state, feeFen, contracts } = row
  return { state, feeFen, ceilingFen: await loadCeilingFen(tx, row, now), contracts: contracts.map(toContractVersion) }
}
