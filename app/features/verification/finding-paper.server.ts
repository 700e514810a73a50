import type { LoaderFunctionArgs } from '@remix-run/node'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { revocationBasis } from '#domain/verification/verification-rule-set.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { FindingDocument } from './documents.server.ts'

/** The notice or the decision of a finding on A4. @throws Response 404 */
export async function loadFindingPaper({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const isDecision = new URL(request.url).searchParams.get('document') === 'DECISION'
  const { untrueFinding } = await runOperation({ request, context }, FindingDocument, { number: params['number'] ?? '' })
  const { state } = untrueFinding ?? {}
  if (!untrueFinding || (isDecision && state !== 'FOUND' && state !== 'NOT_FOUND')) throw new Response(null, { status: 404 })
  const { number, decisionNumber } = untrueFinding
  const title = isDecision ? t(state === 'FOUND' ? 'paper.FOUND' : 'paper.NOT_FOUND') : t('paper.notice')
  const target = new URL(`/owner/findings/${number}`, request.url)
  return {
    title,
    number: (isDecision ? decisionNumber : null) ?? number,
    isDecision,
    finding: untrueFinding,
    basis: citeBasis(revocationBasis),
    qr: qrModules(target.href),
  }
}
export type FindingPaperData = Awaited<ReturnType<typeof loadFindingPaper>>
