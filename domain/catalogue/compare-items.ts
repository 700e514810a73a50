import { itemFields } from './item-content.ts'
import type { ItemContent } from './item-content.ts'

/** One field of an entry that reads differently. */
export interface FieldChange {
  readonly field: keyof ItemContent
  readonly before: ItemContent[keyof ItemContent]
  readonly after: ItemContent[keyof ItemContent]
}

/** What became of an entry between two versions of it, or two days of the catalogue. */
export const itemChanges = ['ADDED', 'AMENDED', 'CANCELLED', 'RESTORED', 'REMOVED'] as const
export type ItemChange = (typeof itemChanges)[number]

export interface ItemDifference {
  readonly code: string
  readonly change: ItemChange
  readonly before: ItemContent | null
  readonly after: ItemContent | null
  /** Field by field, in the order of the entry; empty where it was only added or removed. */
  readonly fields: readonly FieldChange[]
}

/** The fields that differ, in the order in which an entry is shown. Lists and fee tables are compared by what they contain. */
export function changedFields(before: ItemContent, after: ItemContent): readonly FieldChange[] {
  return itemFields
    .filter((field) => canonical(before[field]) !== canonical(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

/**
 * What differs between two states of the catalogue, by code. REMOVED is an entry that the later state doesn't know at all: the days
 * were given the wrong way round, because nothing leaves the catalogue but by cancellation.
 */
export function compareCatalogues(
  before: ReadonlyMap<string, ItemContent>,
  after: ReadonlyMap<string, ItemContent>,
): readonly ItemDifference[] {
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort()
  return codes.flatMap((code): ItemDifference[] => {
    const old = before.get(code) ?? null
    const now = after.get(code) ?? null
    if (!old || !now) return [{ code, change: now ? 'ADDED' : 'REMOVED', before: old, after: now, fields: [] }]
    const fields = changedFields(old, now)
    return fields.length === 0 ? [] : [{ code, change: changeBetween(old, now), before: old, after: now, fields }]
  })
}

function changeBetween(before: ItemContent, after: ItemContent): ItemChange {
  if (before.status === after.status) return 'AMENDED'
  return after.status === 'CANCELLED' ? 'CANCELLED' : 'RESTORED'
}

/** JSON with the keys of objects in order: a database hands them back in its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
