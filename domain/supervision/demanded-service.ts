import type { ItemContent } from '#domain/catalogue/item-content.ts'
import type { AlertKind, AlertLevel } from './alert.ts'
import { alertRules } from './alert.ts'

/** What a reported demand amounts to, by the catalogue of the day on which it was made. */
export type DemandFinding =
  /** Cancelled: nobody may demand it (003 三(三)). */
  | 'CANCELLED'
  /** Not on the list: no condition of acceptance (广东 art. 43). */
  | 'UNLISTED'
  /** On the list, but nobody has read a text that demands it: our own caution (evidence D), a person looks. */
  | 'BASIS_UNVERIFIED'
  /** On the list and founded: it may be demanded. */
  | 'LAWFUL'

/** Judges a demand by the entry it was recognised as; null: none of the catalogue. */
export function judgeDemand(item: Pick<ItemContent, 'status' | 'isLegalBasisVerified'> | null): DemandFinding {
  if (!item) return 'UNLISTED'
  if (item.status === 'CANCELLED') return 'CANCELLED'
  return item.isLegalBasisVerified ? 'LAWFUL' : 'BASIS_UNVERIFIED'
}

/** The alert that follows; null: none, because the demand was lawful. */
export function alertOfDemand(finding: DemandFinding): { readonly kind: AlertKind; readonly level: AlertLevel } | null {
  if (finding === 'LAWFUL') return null
  const kind = finding === 'CANCELLED' ? 'CANCELLED_ITEM_DEMANDED' : 'UNLISTED_SERVICE_DEMANDED'
  return { kind, level: alertRules[kind].level }
}
