import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ContractFacts } from '#app/features/engagements/contract-sheet.tsx'
import { Version } from '#app/features/engagements/deliverable-sheet.tsx'
import { DisputeDocument } from '#app/features/engagements/dispute-documents.server.ts'
import { DisputeFacts } from '#app/features/engagements/dispute-sheet.tsx'
import { AnswerDisputeDocument } from '#app/features/engagements/step-documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const { dispute } = await runOperation(args, DisputeDocument, { number })
  if (!dispute) throw new Response(null, { status: 404 })
  const t = await serverText(args.request, 'contracts')
  return { title: t('dispute.detail', { number }), dispute, clientMutationId: newMutationId() }
}

const schema = z.object({ answer: z.string().max(4000) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, AnswerDisputeDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'contracts'))
  return redirect(`/regulator/disputes/${number}`)
}

/** One dispute with what the parties agreed and handed over, and the office's answer. */
export default function Dispute() {
  const { title, dispute, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('contracts')
  const form = useFormState({ result: useActionData<typeof action>(), labels: { answer: t('dispute.answerField') } })
  const { owner, intermediary, canAnswer, state } = dispute
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/disputes', label: t('dispute.list') }]} current={dispute.number} />
      <PageHeading title={title} lead={dispute.projectName} />
      <div className="columns">
        <div>
          <Sheet title={t('dispute.title')}>
            <DisputeFacts of={dispute} />
            {canAnswer ? (
              <FormFrame form={form} mutationId={clientMutationId}>
                <TextAreaField {...form.field('answer')} hint={t('dispute.answerHint')} rows={6} maxLength={4000} />
                <SubmitButton>{t('dispute.answerSubmit')}</SubmitButton>
              </FormFrame>
            ) : (
              state === 'OPEN' && <p className="mute">{t('dispute.notMine')}</p>
            )}
          </Sheet>
          {dispute.contracts.length > 0 && (
            <Sheet title={t('contract.title')}>
              {dispute.contracts.map((one) => (
                <ContractFacts key={one.contractVersion} of={one} />
              ))}
            </Sheet>
          )}
          {dispute.deliverables.length > 0 && (
            <Sheet title={t('deliverable.title')}>
              {dispute.deliverables.map((one) => (
                <Version key={one.deliverableVersion} of={one} />
              ))}
            </Sheet>
          )}
        </div>
        <Sheet title={t('dispute.parties')}>
          <DescriptionList
            items={[
              { term: t('dispute.engagement'), value: dispute.engagementNumber },
              { term: t('side.OWNER'), value: `${owner.name} ${owner.code}` },
              { term: t('side.INTERMEDIARY'), value: `${intermediary.name} ${intermediary.code}` },
            ]}
          />
        </Sheet>
      </div>
    </>
  )
}
