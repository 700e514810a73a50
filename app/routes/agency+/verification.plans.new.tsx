import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PlanVerificationDocument } from '#app/features/verification/mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  return { title: t('plan.newTitle'), mutationId: newMutationId() }
}

const schema = z.object({
  name: z.string().max(100),
  fromOn: z.string().max(20),
  untilOn: z.string().max(20),
  percent: z.coerce.number().gt(0).max(100),
  dueOn: z.string().max(20),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { percent, ...value } = form.value
  const input = { ...value, share: percent / 100, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, PlanVerificationDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'verification'))
  return redirect(`/agency/verification/plans/${result.plan.number}`)
}

export default function NewPlan() {
  const { title, mutationId } = useLoaderData<typeof loader>()
  const t = useText('verification')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: {
      name: t('plan.name'),
      fromOn: t('plan.fromOn'),
      untilOn: t('plan.untilOn'),
      percent: t('plan.share'),
      dueOn: t('plan.dueOn'),
    },
    defaults: { percent: '20' },
  })
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/verification/plans', label: t('plans.title') }]} current={title} />
      <PageHeading title={title} lead={t('plan.lead')} />
      <FormFrame form={form} mutationId={mutationId}>
        <TextField {...form.field('name')} maxLength={100} />
        <DateField {...form.field('fromOn')} />
        <DateField {...form.field('untilOn')} />
        <TextField {...form.field('percent')} hint={t('plan.shareHint')} width="number" inputMode="decimal" unit="%" />
        <DateField {...form.field('dueOn')} />
        <SubmitButton>{t('plan.submit')}</SubmitButton>
      </FormFrame>
    </>
  )
}
