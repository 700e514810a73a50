import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { DemandFormDocument, ReportDemandDocument } from '#app/features/supervision/documents.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'supervision')
  const { clock, ...choices } = await runOperation({ request, context }, DemandFormDocument, {})
  const item = new URL(request.url).searchParams.get('item') ?? ''
  const today = shanghaiDayOf(new Date(clock.now))
  return { title: t('demands.new'), ...choices, item, today, clientMutationId: newMutationId() }
}

const schema = z.object({
  agencyId: z.string().max(40),
  approvalItemCode: z.string().max(40).optional(),
  demanded: z.string().trim().min(2).max(500),
  demandedOn: z.string(),
  serviceItemCode: z.string().max(40).optional(),
  isNotListed: z.array(z.literal('yes')).default([]),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { isNotListed, ...value } = form.value
  const input = { ...value, isNotListed: isNotListed.length > 0, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ReportDemandDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'supervision'))
  return redirect(`/owner/demands?done=${result.report.number}`)
}

/** What was demanded, by whom, when; the item where the applicant knows it. */
export default function NewDemand() {
  const { title, reportableAgencies, approvalItems, serviceItems, item, today, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('supervision')
  const shell = useText('shell')
  const { language } = usePage()
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: {
      agencyId: t('report.agencyId'),
      approvalItemCode: t('report.approvalItemCode'),
      demanded: t('report.demanded'),
      demandedOn: t('report.demandedOn'),
      serviceItemCode: t('report.serviceItemCode'),
      isNotListed: t('report.isNotListed'),
    },
    defaults: { demandedOn: today, serviceItemCode: item },
  })
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/owner', label: shell('area.owner') },
          { to: '/owner/demands', label: t('demands.title') },
        ]}
        current={title}
      />
      <PageHeading title={title} lead={t('report.protected')} />
      <FormFrame form={form} mutationId={clientMutationId}>
        <SelectField
          {...form.field('agencyId')}
          empty={t('report.agencyEmpty')}
          options={reportableAgencies.map(({ key, nameZh, nameEn }) => ({
            value: key,
            label: nameIn(language, { nameZh, nameEn: nameEn ?? nameZh }),
          }))}
        />
        <SelectField
          {...form.field('approvalItemCode')}
          empty={t('report.approvalEmpty')}
          options={approvalItems.map((one) => ({ value: one.code, label: nameIn(language, one) }))}
          isOptional
        />
        <TextAreaField {...form.field('demanded')} rows={2} hint={t('report.demandedHint')} />
        <DateField {...form.field('demandedOn')} max={today} />
        <SelectField
          {...form.field('serviceItemCode')}
          hint={t('report.serviceItemHint')}
          empty={t('report.serviceItemEmpty')}
          options={serviceItems.map((one) => ({
            value: one.code,
            label: `${nameIn(language, one)}${one.status === 'CANCELLED' ? ` (${t('report.cancelledMark')})` : ''}`,
          }))}
          isOptional
        />
        <CheckboxField {...form.field('isNotListed')} choices={[{ value: 'yes', label: t('report.isNotListedChoice') }]} isOptional />
        <SubmitButton>{t('report.submit')}</SubmitButton>
      </FormFrame>
    </>
  )
}
