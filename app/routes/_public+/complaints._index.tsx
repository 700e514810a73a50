import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FollowComplaintDocument } from '#app/features/complaints/documents.server.ts'
import { ReceiptSheet } from '#app/features/complaints/receipt-sheet.tsx'
import { readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await serverText(request, 'complaints')
  return { title: t('title') }
}

const schema = z.object({ number: z.string().max(60), secret: z.string().max(100) })

/** Shows the status in the answer itself: the secret stands in no address, no log and no history. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const t = await serverText(args.request, 'complaints')
  const { result } = await runOperation(args, FollowComplaintDocument, form.value)
  if (result === null) return form.refuse({ '': [t('follow.wrong')] })
  if (result.__typename !== 'ComplaintReceipt') return form.refuseWith(result, t)
  return data({ values: {}, errors: {}, receipt: result }, { headers: { 'Cache-Control': 'no-store' } })
}

/** What can be reported, how it is handled, and what became of it. */
export default function Complaints() {
  const { title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('complaints')
  const form = useFormState({ result, labels: { number: t('follow.number'), secret: t('follow.secret') } })
  return (
    <>
      <PageHeading title={title} lead={t('lead')} actions={<ButtonLink to="/complaints/new">{t('file')}</ButtonLink>} />
      {result && 'receipt' in result && <ReceiptSheet receipt={result.receipt} />}
      <div className="columns">
        <Sheet title={t('follow.title')}>
          <p>{t('follow.lead')}</p>
          <FormFrame form={form}>
            <TextField {...form.field('number')} width="code" autoComplete="off" maxLength={40} />
            <TextField {...form.field('secret')} hint={t('follow.secretHint')} width="code" autoComplete="off" maxLength={60} />
            <SubmitButton>{t('follow.submit')}</SubmitButton>
          </FormFrame>
          <p className="small mute">{t('follow.noSignIn')}</p>
        </Sheet>
        <NoticeBanner title={t('protect.title')}>
          <p>{t('protect.text')}</p>
          <p>{t('protect.network')}</p>
          <p>{t('clocks')}</p>
        </NoticeBanner>
      </div>
    </>
  )
}
