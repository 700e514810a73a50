import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { CatalogueChangeKind } from './catalogue-change.ts'
import { changedFields } from './compare-items.ts'
import type { ItemContent, ProposedContent } from './item-content.ts'

/** What an agency proposes for one item. */
export interface Proposal {
  readonly kind: CatalogueChangeKind
  readonly itemCode: string
  /** The entry as it should read; a cancellation and a restoration may leave it out: the text then stays. */
  readonly wanted: ProposedContent | null
  readonly cancellingDocument: string | null
  /** The newest version of the item, also one that is not in force yet; null: the catalogue doesn't have the code. */
  readonly latest: { readonly version: number; readonly content: ItemContent } | null
}

export type ProposalRefusal =
  | { readonly code: 'ITEM_EXISTS'; readonly itemCode: string }
  | { readonly code: 'ITEM_UNKNOWN'; readonly itemCode: string }
  | { readonly code: 'ITEM_CANCELLED'; readonly itemCode: string; readonly cancelledBy: string | null }
  | { readonly code: 'ITEM_NOT_CANCELLED'; readonly itemCode: string }
  | { readonly code: 'CANCELLING_DOCUMENT_MISSING' }
  | { readonly code: 'CONTENT_MISSING' }
  | { readonly code: 'NOTHING_CHANGED'; readonly itemCode: string }

/** The version as it would be published. Status and cancelling document follow from the kind, whatever the form said. */
export interface ProposedVersion {
  readonly content: ItemContent
  readonly baseVersion: number | null
}

/** What a proposal comes to against the item as it stands, or why it can't be made (rulebook R2). */
export function proposeVersion({ kind, itemCode, wanted, cancellingDocument, latest }: Proposal): Result<ProposedVersion, ProposalRefusal> {
  const retained = { status: 'RETAINED', cancelledBy: null } as const
  if (kind === 'ADD') {
    if (latest) return refuse({ code: 'ITEM_EXISTS', itemCode })
    return wanted ? ok({ content: { ...wanted, ...retained }, baseVersion: null }) : refuse({ code: 'CONTENT_MISSING' })
  }
  if (!latest) return refuse({ code: 'ITEM_UNKNOWN', itemCode })
  const { content, version: baseVersion } = latest
  if (kind === 'RESTORE') {
    if (content.status === 'RETAINED') return refuse({ code: 'ITEM_NOT_CANCELLED', itemCode })
    return ok({ content: { ...(wanted ?? content), ...retained }, baseVersion })
  }
  if (content.status === 'CANCELLED') return refuse({ code: 'ITEM_CANCELLED', itemCode, cancelledBy: content.cancelledBy })
  if (kind === 'CANCEL') {
    const cancelledBy = cancellingDocument?.trim() ?? ''
    if (cancelledBy === '') return refuse({ code: 'CANCELLING_DOCUMENT_MISSING' })
    return ok({ content: { ...content, status: 'CANCELLED', cancelledBy }, baseVersion })
  }
  if (!wanted) return refuse({ code: 'CONTENT_MISSING' })
  const amended = { ...wanted, ...retained }
  if (changedFields(content, amended).length === 0) return refuse({ code: 'NOTHING_CHANGED', itemCode })
  return ok({ content: amended, baseVersion })
}
