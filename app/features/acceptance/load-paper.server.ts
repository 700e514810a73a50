import type { LoaderFunctionArgs } from '@remix-run/node'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { CaseDocument } from './documents.server.ts'

/** A paper of a case for printing: the correction notice, or the notice of acceptance. @throws Response 404 */
export async function loadCasePaper({ request, context, params }: LoaderFunctionArgs, paper: 'correctionNotice' | 'acceptanceReceipt') {
  const t = await serverText(request, 'acceptance')
  const { approvalCase } = await runOperation({ request, context }, CaseDocument, { number: params['number'] ?? '' })
  const isThere = paper === 'correctionNotice' ? approvalCase?.mode === 'CORRECTION_NOTICE' : approvalCase?.acceptedAt != null
  if (!approvalCase || !isThere) throw new Response(null, { status: 404 })
  const { preview: _preview, modesOffered, ...filed } = approvalCase
  const demanded = noticedMaterials(modesOffered)
  // What nobody may demand was never put on the notice, whatever an officer wrote down.
  const materials = filed.materials.filter(({ presence, material }) => presence === 'PRESENT' || demanded.includes(material.seq))
  const of = { ...filed, materials: paper === 'correctionNotice' ? materials : filed.materials }
  return { title: `${t(`case.${paper}`)} ${of.number}`, of, qr: qrModules(new URL(`/owner/approvals/${of.number}`, request.url).href) }
}

/** The sequence numbers that the decided notice is about, as they were kept with the case. */
function noticedMaterials(modesOffered: unknown): readonly number[] {
  const modes = modesOffered as readonly { readonly mode: string; readonly materials: readonly number[] }[]
  return modes.find(({ mode }) => mode === 'CORRECTION_NOTICE')?.materials ?? []
}
