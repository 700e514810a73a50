import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CriteriaTable } from '#app/features/listings/criteria-table.tsx'
import { NomineeChoice } from '#app/features/listings/nominee-choice.tsx'
import { NominationPreviewDocument } from '#app/features/listings/red-list-documents.server.ts'
import { NominateDocument } from '#app/features/listings/red-list-mutations.server.ts'
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
import { SearchBox } from '#app/ui/search-box.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'lists')
  const asked = (name: string) => (new URL(args.request.url).searchParams.get(name) ?? '').trim().slice(0, 40)
  const [code, practitionerId] = [asked('code'), asked('practitioner')]
  const { nominationPreview } = await runOperation(args, NominationPreviewDocument, { uscc: code, practitionerId })
  return { title: t('nominate.title'), code, practitionerId, preview: nominationPreview, clientMutationId: newMutationId() }
}

const schema = z.object({
  uscc: z.string().min(1),
  practitionerId: z.uuid().optional(),
  reasons: z.string().trim().min(1).max(8000),
  basis: z.string().trim().min(1).max(8000),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, NominateDocument, { input })
  if (result.__typename !== 'NominateForRedListPayload') return form.refuseWith(result, await serverText(args.request, 'lists'))
  return redirect(`/agency/nominations/${result.taken.nomination?.number ?? ''}`)
}

/** An authority nominates: first what the criteria find, then reasons and basis. */
export default function Nominate() {
  const { title, code, practitionerId, preview, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('lists')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { reasons: t('nominate.reasons'), basis: t('nominate.basis') },
  })
  const obstacle =
    preview && (preview.isOnRedList ? 'onList' : preview.hasOpenNomination ? 'open' : preview.isNominable ? null : 'notNominable')
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/nominations', label: t('nominations.title') }]} current={title} />
      <PageHeading title={title} lead={t('nominate.lead')} />
      <SearchBox
        action="/agency/nominations/new"
        name="code"
        label={t('nominate.code')}
        button={t('nominate.check')}
        placeholder={t('nominate.code')}
        defaultValue={code}
      />
      {code !== '' && !preview && (
        <NoticeBanner tone="warn" title={code}>
          {t('nominate.unknown')}
        </NoticeBanner>
      )}
      {preview && (
        <Sheet title={t('criterion.title')}>
          <p>
            <b>{preview.party.name}</b> <Code code={preview.party.code} label={t('nominate.code')} />
          </p>
          <NomineeChoice code={code} practitioners={preview.practitioners} chosen={practitionerId} />
          <CriteriaTable findings={preview.findings} />
          {obstacle && <p>{t(`nominate.${obstacle}`)}</p>}
        </Sheet>
      )}
      {preview && obstacle === null && (
        <Sheet title={t('nominate.fill')}>
          <FormFrame form={form} mutationId={clientMutationId}>
            <input type="hidden" name="uscc" value={code} />
            {practitionerId !== '' && <input type="hidden" name="practitionerId" value={practitionerId} />}
            <TextAreaField {...form.field('reasons')} hint={t('nominate.reasonsHint')} rows={6} maxLength={8000} />
            <TextAreaField {...form.field('basis')} hint={t('nominate.basisHint')} rows={2} maxLength={8000} />
            <SubmitButton>{t('nominate.submit')}</SubmitButton>
          </FormFrame>
        </Sheet>
      )}
    </>
  )
}
