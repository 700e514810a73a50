import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { promiseTones } from '#app/features/acceptance/promise-tones.ts'
import { CommitmentItems } from '#app/features/commitments/commitment-items.tsx'
import { DeliveryList } from '#app/features/commitments/delivery-list.tsx'
import { CommitmentDocument } from '#app/features/commitments/documents.server.ts'
import { SignatureForm, UploadForm, WithdrawForm } from '#app/features/commitments/own-forms.tsx'
import { takeOwnStep } from '#app/features/commitments/own-steps.server.ts'
import { SignatureFacts } from '#app/features/commitments/signature-facts.tsx'
import { ProcedureFileList } from '#app/features/files/procedure-file-list.tsx'
import { ProcedureTimeline } from '#app/features/procedures/procedure-timeline.tsx'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { commitment } = await runOperation({ request, context }, CommitmentDocument, { number: params['number'] ?? '' })
  if (!commitment) throw new Response(null, { status: 404 })
  const { letter: _letter, breaches: _breaches, ...of } = commitment
  return {
    title: t('promises.of', { number: of.number }),
    of,
    mutationIds: { UPLOAD: newMutationId(), WITHDRAW: newMutationId(), SIGNATURE: newMutationId() },
  }
}

export const action = (args: ActionFunctionArgs) => takeOwnStep(args, args.params['number'] ?? '')

/** One promise of the applicant's own: what is due when, supply online, its course, and the way back out. */
export default function OwnPromise() {
  const { title, of, mutationIds } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText('acceptance')
  const own = useText('commitments')
  const step = (intent: keyof typeof mutationIds) => ({
    version: of.version,
    mutationId: mutationIds[intent],
    result: answer?.intent === intent ? answer.result : undefined,
  })
  const isSupplement = of.mode === 'TOLERANT_ACCEPTANCE'
  const isOpen = of.state === 'PENDING'
  const outstanding = of.items.filter(({ isDelivered }) => !isDelivered)
  const needsConfirmation = of.signatureMethod === 'TYPED' && !of.isSignatureConfirmed && of.state !== 'WITHDRAWN'
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/promises', label: t('mine.title') }]} current={of.number} />
      <PageHeading
        title={title}
        lead={<Badge tone={promiseTones[of.state]}>{t(`promiseState.${of.state}`)}</Badge>}
        actions={
          <ButtonLink look="ghost" to={`/owner/commitments/${of.number}/letter`}>
            {t('case.letter')}
          </ButtonLink>
        }
      />
      <div className="columns">
        <div>
          {isSupplement && isOpen && outstanding.length > 0 && (
            <Sheet title={own('upload')}>
              <UploadForm items={outstanding} {...step('UPLOAD')} />
            </Sheet>
          )}
          <Sheet title={isSupplement ? t('promises.items') : t('published.instead')}>
            <CommitmentItems items={of.items} isSupplement={isSupplement} />
          </Sheet>
          {isSupplement && (
            <Sheet title={own('deliveries')}>
              <DeliveryList deliveries={of.deliveries} items={of.items} />
            </Sheet>
          )}
          <Sheet title={own('course')}>
            <ProcedureTimeline steps={of.steps} />
          </Sheet>
        </div>
        <div>
          <Sheet title={own('letter')}>
            <p>
              {own('toCase')} <Link to={`/owner/approvals/${of.case.number}`}>{of.case.number}</Link>
            </p>
            <SignatureFacts of={of} />
            <ProcedureFileList files={of.files} />
          </Sheet>
          {needsConfirmation && (
            <Sheet title={own('confirmSignature')}>
              <SignatureForm signer={of.signerName} {...step('SIGNATURE')} />
            </Sheet>
          )}
          {isOpen && of.case.state === 'ACCEPTED' && (
            <Reasons summary={own('withdraw')} isOpen={answer?.intent === 'WITHDRAW'}>
              <WithdrawForm {...step('WITHDRAW')} />
            </Reasons>
          )}
        </div>
      </div>
    </>
  )
}
