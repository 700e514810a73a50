import type { DraftedMaterial } from '#domain/acceptance/filing.ts'
import { isInHand } from '#domain/acceptance/filing.ts'
import type { CaseMaterial, Material } from '#prisma/generated/client.ts'

type DraftRow = CaseMaterial & { readonly material: Material; readonly files: readonly unknown[] }

/** The materials of a draft as the applicant has put them together; `cancelled` are those nobody may ask for. */
export const draftedMaterials = (rows: readonly DraftRow[], cancelled: ReadonlyMap<string, unknown>): readonly DraftedMaterial[] =>
  rows.map(({ material, presence, deliverableId, files }) => ({
    seq: material.seq,
    isEssential: material.isEssential,
    isCancelled: cancelled.has(material.id),
    fileCount: files.length,
    hasDeliverable: deliverableId !== null,
    // While it is drafted, presence is the applicant's word that it comes on paper.
    isOnPaper: presence === 'PRESENT',
  }))

/** What the officer will find first: there is something for it, or nothing. */
export const presenceOf = (drafted: DraftedMaterial): 'PRESENT' | 'MISSING' => (isInHand(drafted) ? 'PRESENT' : 'MISSING')
