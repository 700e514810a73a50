import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { OpenPoolDocument, PoolChoicesDocument } from '#app/features/selection/preselection-documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'preselection')
  const { serviceItems, divisions, clock } = await runOperation(args, PoolChoicesDocument, {})
  return {
    title: t('office.newTitle'),
    items: serviceItems.filter(({ status }) => status === 'RETAINED'),
    divisions,
    today: shanghaiDayOf(new Date(clock.now)),
    clientMutationId: newMutationId(),
  }
}

const schema = z.object({
  titleZh: z.string().max(200),
  titleEn: z.string().max(200).optional(),
  serviceItemCode: z.string().max(40),
  divisionCode: z.string().max(12),
  conditions: z.string().min(10).max(4000),
  validUntilOn: z.string().max(10),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, OpenPoolDocument, { input })
  if (result.__typename !== 'OpenPreselectionPoolPayload') {
    return form.refuseWith(result, await serverText(args.request, 'preselection'))
  }
  return redirect(`/regulator/preselection/${encodeURIComponent(result.taken.pool.number)}?done`)
}

/** 设立预选库: item, division, conditions and last day. */
export default function NewPool() {
  const { title, items, divisions, today, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('preselection')
  const { language } = usePage()
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: {
      titleZh: t('office.fields.titleZh'),
      titleEn: t('office.fields.titleEn'),
      serviceItemCode: t('office.fields.serviceItemCode'),
      divisionCode: t('office.fields.divisionCode'),
      conditions: t('office.fields.conditions'),
      validUntilOn: t('office.fields.validUntilOn'),
    },
  })
  const options = (rows: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[]) =>
    rows.map((row) => ({ value: row.code, label: `${nameIn(language, row)} ${row.code}` }))
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/preselection', label: t('office.title') }]} current={title} />
      <PageHeading title={title} lead={t('office.newLead')} />
      <Sheet title={t('facts.conditions')}>
        <FormFrame form={form} mutationId={clientMutationId}>
          <TextField {...form.field('titleZh')} maxLength={200} />
          <TextField {...form.field('titleEn')} maxLength={200} isOptional />
          <SelectField {...form.field('serviceItemCode')} options={options(items)} empty={t('office.chooseItem')} />
          <SelectField {...form.field('divisionCode')} options={options(divisions)} empty={t('office.chooseDivision')} />
          <TextAreaField {...form.field('conditions')} rows={6} hint={t('office.conditionsHint')} maxLength={4000} />
          <DateField {...form.field('validUntilOn')} min={today} />
          <SubmitButton>{t('office.create')}</SubmitButton>
        </FormFrame>
      </Sheet>
    </>
  )
}
