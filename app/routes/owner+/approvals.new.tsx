import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ItemsDocument } from '#app/features/acceptance/documents.server.ts'
import { AgenciesDocument, StartDraftDocument } from '#app/features/acceptance/intake-mutations.server.ts'
import { caseRefusals } from '#app/features/acceptance/refusal-texts.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

/** `?item=CODE` chooses the item, for links from its guide. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'intake')
  if (context.viewer.kind === 'ANONYMOUS') throw new Response(null, { status: 401 })
  const { approvalItems } = await runOperation({ request, context }, ItemsDocument, {})
  const { approvingAgencies } = await runOperation({ request, context }, AgenciesDocument, {})
  const item = new URL(request.url).searchParams.get('item')
  return { title: t('draft.newTitle'), approvalItems, approvingAgencies, item, clientMutationId: newMutationId() }
}

const schema = z.object({
  approvalItemCode: z.string().max(40),
  organisationId: z.string().max(40),
  projectName: z.string().max(200),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, StartDraftDocument, { input })
  if ('code' in result) return form.refuseWith(result, await caseRefusals(args.request))
  return redirect(`/owner/approvals/${result.taken.case.number}/draft`)
}

export default function NewDraft() {
  const { title, approvalItems, approvingAgencies, item, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('intake')
  const acceptance = useText('acceptance')
  const { language } = usePage()
  const form = useFormState({
    result,
    labels: { approvalItemCode: t('draft.item'), organisationId: t('draft.agency'), projectName: t('draft.project') },
    defaults: { approvalItemCode: item },
  })
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/approvals', label: acceptance('case.mine') }]} current={title} />
      <PageHeading title={title} lead={t('draft.newLead')} />
      <FormFrame form={form} mutationId={clientMutationId}>
        <SelectField
          {...form.field('approvalItemCode')}
          empty={t('draft.chooseItem')}
          options={approvalItems.map((one) => ({ value: one.code, label: `${nameIn(language, one)} ${one.code}` }))}
        />
        <SelectField
          {...form.field('organisationId')}
          empty={t('draft.chooseAgency')}
          options={approvingAgencies.map(({ organisationId, nameZh, nameEn }) => ({
            value: organisationId,
            label: nameIn(language, { nameZh, nameEn: nameEn ?? nameZh }),
          }))}
        />
        <TextField {...form.field('projectName')} maxLength={200} />
        <SubmitButton>{t('draft.create')}</SubmitButton>
      </FormFrame>
    </>
  )
}
