import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatFen, parseYuan } from '#domain/kernel/money.ts'
import { feeRefusal } from '#app/features/catalogue/fee-refusal.ts'
import { DeliverDocument } from '#app/features/engagements/documents.server.ts'
import { EngagementFacts, EngagementProgress } from '#app/features/engagements/engagement-facts.tsx'
import { loadEngagement } from '#app/features/engagements/load-engagement.server.ts'
import { GivenReview } from '#app/features/engagements/review-form.tsx'
import { useFormState } from '#app/form-state.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadEngagement(args, 'INTERMEDIARY')

const schema = z.object({ version: z.coerce.number().int(), note: z.string().max(1000).optional(), charged: z.string().max(40).optional() })

export async function action({ request, context, params }: ActionFunctionArgs) {
  const number = params['number'] ?? ''
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const fees = await serverText(request, 'fees')
  const { charged, ...step } = form.value
  const chargedFeeFen = charged === undefined ? null : parseYuan(charged)
  if (chargedFeeFen?.ok === false) return form.refuse({ charged: [fees('refusal.FEE_INVALID')] })
  const input = { ...step, chargedFeeFen: chargedFeeFen?.value ?? null, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation({ request, context }, DeliverDocument, { input })
  if ('code' in result && result.code === 'FEE_RAISED_AFTER_CHOICE') return form.refuseWith(feeRefusal(result), fees)
  if ('code' in result) return form.refuseWith(result, await serverText(request, 'engagements'))
  return redirect(`/intermediary/engagements/${number}`)
}

/** 委托 as the intermediary sees it: what was promised, and the delivery. */
export default function IntermediaryEngagement() {
  const { title, engagement, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('engagements')
  const fees = useText('fees')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { note: t('deliver.note'), charged: fees('engagement.chargedField') },
  })
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary', label: t('provider.title') }]} current={engagement.number} />
      <PageHeading title={title} lead={<Badge tone="brand">{t(`state.${engagement.state}`)}</Badge>} />
      <div className="columns">
        <div>
          {engagement.state === 'ACTIVE' && (
            <Sheet title={t('deliver.title')}>
              <FormFrame form={form} mutationId={clientMutationId}>
                <input type="hidden" name="version" value={engagement.version} />
                <TextAreaField {...form.field('note')} hint={t('deliver.noteHint')} rows={3} maxLength={1000} isOptional />
                <TextField
                  {...form.field('charged')}
                  hint={fees('engagement.chargedHint', { fee: formatFen(engagement.feeFen) })}
                  width="number"
                  inputMode="decimal"
                  isOptional
                />
                <p className="small mute">{t('deliver.hint')}</p>
                <SubmitButton>{t('deliver.submit')}</SubmitButton>
              </FormFrame>
            </Sheet>
          )}
          {engagement.ownerReview && (
            <Sheet title={t('review.received')}>
              <GivenReview review={engagement.ownerReview} />
            </Sheet>
          )}
          <Sheet title={t('detail.snapshot')}>
            <EngagementFacts of={engagement} />
          </Sheet>
        </div>
        <Sheet title={t('detail.progress')}>
          <EngagementProgress of={engagement} />
        </Sheet>
      </div>
    </>
  )
}
