import type { LoaderFunctionArgs } from '@remix-run/node'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { qrModules } from '#app/ui/qr-code.server.ts'
import type { CaseData } from './documents.server.ts'
import { CaseDocument } from './documents.server.ts'

type Paper = 'notice' | 'decision' | 'hearing-notice'

/** A document of a case for printing. Its code leads to the public entry where there is one, else to this page. @throws Response 404 */
export async function loadPaper({ request, context, params }: LoaderFunctionArgs, paper: Paper) {
  const number = params['number'] ?? ''
  const { violationCase } = await runOperation({ request, context }, CaseDocument, { number })
  const numbers = {
    notice: violationCase?.noticeNumber,
    decision: violationCase?.decisionNumber,
    'hearing-notice': violationCase?.hearing?.noticeNumber,
  }
  const paperNumber = numbers[paper]
  if (!violationCase || !paperNumber) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'listings')
  const entry = paper === 'decision' ? violationCase.listEntries[0] : undefined
  const target = new URL(entry ? `/lists/${entry.number}` : `/cases/${number}/${paper}`, request.url)
  return {
    title: `${t(paper === 'hearing-notice' ? 'procedure.paper.title' : `paper.${paper}`)} ${paperNumber}`,
    of: violationCase as CaseData,
    qr: qrModules(target.href),
  }
}
