/** Kinds of rows of a large load, each with ids of its own. */
const kinds = ['subject', 'person', 'organisation', 'intermediary', 'qualification', 'practitioner', 'offering', 'event', 'entry'] as const
export type BulkKind = (typeof kinds)[number]

/** A UUID of version 7 in form, ascending with `index` so that indexes grow at one end, and the same at every load. */
export function bulkId(kind: BulkKind, index: number): string {
  const variant = (0x8000 + kinds.indexOf(kind)).toString(16)
  return `019b0000-0000-7000-${variant}-${index.toString(16).padStart(12, '0')}`
}
