import { collusionSignals } from '#domain/selection/collusion-signals.ts'
import type { BidderTraits } from '#domain/selection/collusion-signals.ts'
import type { Selection } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'
import { hashOf } from './age-sealing.ts'
import type { OpenedBid } from './opening-of.ts'

/** Firms that one alert names; it counts them all. */
const MAX_NAMED = 20

/**
 * Looks for hints at an agreement among the bidders of an opened selection (招标投标法实施条例 art. 39–40). Each raises one alert for the
 * supervising body; nobody is excluded for it, and bidders and owner are told nothing.
 */
export async function raiseCollusionAlerts(unit: UnitOfWork, selection: Selection, opened: readonly OpenedBid[]): Promise<void> {
  const names = new Map(opened.map(({ bid }) => [bid.signUpId, bid.name]))
  for (const { code, signUpIds, facts } of collusionSignals(opened.map(traitsOf))) {
    await raiseAlert(unit, {
      ...{
        kind: 'COLLUSION_SIGNAL',
        level: 'YELLOW',
        sourceType: 'Selection',
        sourceId: `${selection.id}:${code}:${hashOf(signUpIds.join())}`,
      },
      serviceItemCode: selection.serviceItemCode,
      facts: { selection: selection.number, signal: code, firms: signUpIds.slice(0, MAX_NAMED).map((id) => names.get(id) ?? ''), ...facts },
    })
  }
}

const traitsOf = ({ bid, transcribed: { offered } }: OpenedBid): BidderTraits => ({
  signUpId: bid.signUpId,
  networkHash: bid.networkHash,
  deviceHash: bid.deviceHash,
  practitionerIds: bid.practitionerIds,
  feeFen: offered?.feeFen ?? null,
  workingDays: offered?.workingDays ?? null,
  plan: offered?.plan ?? null,
})
