import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CriteriaTable } from '#app/features/listings/criteria-table.tsx'
import { NominationFacts } from '#app/features/listings/nomination-facts.tsx'
import { NominationInPublicityDocument } from '#app/features/listings/red-list-documents.server.ts'
import { ObjectToNominationDocument } from '#app/features/listings/red-list-mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const { nominationInPublicity: nomination } = await runOperation(args, NominationInPublicityDocument, { number })
  if (!nomination) throw new Response(null, { status: 404 })
  const received = new URL(args.request.url).searchParams.get('received')
  const t = await serverText(args.request, 'lists')
  return { title: `${nomination.party.name} · ${t('publicity.title')}`, nomination, received, clientMutationId: newMutationId() }
}

const schema = z.object({
  objectorName: z.string().max(100).default(''),
  contact: z.string().max(200).default(''),
  text: z.string().trim().min(10).max(4000),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ObjectToNominationDocument, { input })
  if (result.__typename !== 'ObjectToNominationPayload') return form.refuseWith(result, await serverText(args.request, 'lists'))
  return redirect(`/red-list/publicity/${number}?received=${result.receiptNumber}`)
}

/** One nomination in publicity, and the form for whoever objects, with a name or without. */
export default function PublishedNomination() {
  const { nomination, received, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('lists')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { text: t('publicity.text'), objectorName: t('publicity.name'), contact: t('publicity.contact') },
  })
  const { party, number, findings, isOpenForObjections } = nomination
  return (
    <>
      <Breadcrumb parents={[{ to: '/red-list/publicity', label: t('publicity.title') }]} current={number} />
      <PageHeading title={party.name} lead={<Code code={party.code} label={t('nominations.party')} />} />
      {received && (
        <NoticeBanner tone="ok" title={t('publicity.received')} isResult>
          {t('publicity.receivedText', { number: received })}
        </NoticeBanner>
      )}
      <div className="columns">
        <div>
          <Sheet title={t('nomination.facts')}>
            <NominationFacts of={nomination} />
          </Sheet>
          <Sheet title={t('criterion.title')}>
            <CriteriaTable findings={findings} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('publicity.object')} id="object">
            {isOpenForObjections ? (
              <>
                <p className="small mute">{t('publicity.objectLead')}</p>
                <FormFrame form={form} mutationId={clientMutationId}>
                  <TextAreaField {...form.field('text')} hint={t('publicity.textHint')} rows={6} maxLength={4000} />
                  <TextField {...form.field('objectorName')} autoComplete="name" maxLength={100} isOptional />
                  <TextField {...form.field('contact')} hint={t('publicity.contactHint')} maxLength={200} isOptional />
                  <SubmitButton>{t('publicity.send')}</SubmitButton>
                </FormFrame>
              </>
            ) : (
              <p>{t('publicity.closed')}</p>
            )}
          </Sheet>
        </div>
      </div>
    </>
  )
}
