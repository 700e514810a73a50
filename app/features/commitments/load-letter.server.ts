import type { LoaderFunctionArgs } from '@remix-run/node'
import type { CommitmentLetter } from '#domain/commitments/commitment-letter.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { CommitmentDocument } from './documents.server.ts'

/** The commitment letter as it was signed. @throws Response 404 */
export async function loadLetter({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { commitment } = await runOperation({ request, context }, CommitmentDocument, { number: params['number'] ?? '' })
  if (!commitment) throw new Response(null, { status: 404 })
  const { number, signerName, signedAt, ruleSetVersion, case: of } = commitment
  const target = new URL(`/owner/commitments/${number}/letter`, request.url)
  return {
    title: `${t('case.letter')} ${number}`,
    letter: commitment.letter as CommitmentLetter,
    signed: { number, signerName, signedAt, ruleSetVersion, caseNumber: of.number },
    qr: qrModules(target.href),
    // Unless one was chosen, as the page speaks.
    isReadingCopy: (new URL(request.url).searchParams.get('copy') ?? t.language) === 'en',
  }
}
export type LetterData = Awaited<ReturnType<typeof loadLetter>>
