import type { LoaderFunctionArgs } from '@remix-run/node'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { CaseDocument } from './documents.server.ts'
import type { CaseData } from './documents.server.ts'

export type CasePaperKind = 'correctionNotice' | 'acceptanceReceipt' | 'nonAcceptance'

/** The number of the document, as it went out; null where it never did. */
function numberOf(of: CaseData, paper: CasePaperKind): string | null {
  if (paper === 'correctionNotice') return of.correctionNumber
  return paper === 'nonAcceptance' ? of.nonAcceptanceNumber : of.acceptanceNumber
}

/** A paper of a case for printing: the correction notice, the notice of acceptance, or that of non-acceptance. @throws Response 404 */
export async function loadCasePaper({ request, context, params }: LoaderFunctionArgs, paper: CasePaperKind) {
  const t = await serverText(request, 'acceptance')
  const intake = await serverText(request, 'intake')
  const { approvalCase } = await runOperation({ request, context }, CaseDocument, { number: params['number'] ?? '' })
  const documentNumber = approvalCase && numberOf(approvalCase, paper)
  if (!approvalCase || !documentNumber) throw new Response(null, { status: 404 })
  const { preview: _preview, modesOffered: _modes, steps: _steps, ...of } = approvalCase
  const title = paper === 'nonAcceptance' ? intake('paper.nonAcceptance') : t(`case.${paper}`)
  return {
    title: `${title} ${documentNumber}`,
    heading: title,
    documentNumber,
    of,
    qr: qrModules(new URL(`/owner/approvals/${of.number}`, request.url).href),
  }
}
