import { randomUUID } from 'node:crypto'
import { fileDraft } from '#services/acceptance/file-draft.ts'
import { handInMaterial } from '#services/acceptance/hand-in-material.ts'
import { startDraft } from '#services/acceptance/start-draft.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { toleratedItem } from './accepting.ts'

/** The step's input for a case as it stands now. */
export async function caseStep({ prisma }: UseCaseContext, id: string) {
  const { number, version } = await prisma.approvalCase.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}

/** An application that the owner begins online. */
export const draft = (owner: UseCaseContext, agencyId: string, projectName = '虚构厂房扩建'): Promise<string> =>
  startDraft(owner, { clientMutationId: randomUUID(), approvalItemCode: toleratedItem, organisationId: agencyId, projectName })

/** Files of an invented paper for these materials of the case. */
export async function handIn(who: UseCaseContext, id: string, seqs: readonly number[]): Promise<void> {
  for (const seq of seqs) {
    const content = new TextEncoder().encode(`%PDF-1.7\nmaterial ${seq}`)
    await handInMaterial(who, { ...(await caseStep(who, id)), seq, files: [{ fileName: `材料${seq}.pdf`, content }] })
  }
}

/** An application online with files for these materials, filed. */
export async function fileOnline(owner: UseCaseContext, agencyId: string, seqs: readonly number[]): Promise<string> {
  const id = await draft(owner, agencyId)
  await handIn(owner, id, seqs)
  return fileDraft(owner, await caseStep(owner, id))
}
