import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CommitmentDocument } from '#app/features/commitments/documents.server.ts'
import { ObjectDocument } from '#app/features/commitments/step-documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

const grounds = ['FORCE_MAJEURE', 'AGENCY_FAULT', 'FACT_ERROR'] as const
const kindOf = (request: Request) =>
  new URL(request.url).searchParams.get('kind') === 'UNTRUE' ? ('UNTRUE' as const) : ('MISSED' as const)

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const kind = kindOf(request)
  const { commitment } = await runOperation({ request, context }, CommitmentDocument, { number: params['number'] ?? '' })
  const breach = commitment?.breaches.find((one) => one.kind === kind && one.annulledAt === null)
  if (!commitment || !breach) throw new Response(null, { status: 404 })
  return { title: t('objecting.title'), number: commitment.number, breach, clientMutationId: newMutationId() }
}

const schema = z.object({ ground: z.enum(grounds), text: z.string().max(4000) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const input = { number: args.params['number'] ?? '', kind: kindOf(args.request), ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, ObjectDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'acceptance'))
  return redirect('/owner/promises')
}

export default function ObjectToBreach() {
  const { title, number, breach, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { ground: t('objecting.ground'), text: t('objecting.text') },
  })
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner/promises', label: t('mine.title') }]} current={title} />
      <PageHeading title={title} lead={t('objecting.lead')} />
      <Sheet title={t('objections.recorded')}>
        <p>
          <Badge tone="warn">{t(`breach.${breach.kind}`)}</Badge> <span className="num">{number}</span>
        </p>
        <p>{breach.reason}</p>
      </Sheet>
      <FormFrame form={form} mutationId={clientMutationId}>
        <RadioField {...form.field('ground')} choices={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))} />
        <TextAreaField {...form.field('text')} hint={t('objecting.textHint')} rows={6} maxLength={4000} />
        <SubmitButton>{t('objecting.send')}</SubmitButton>
      </FormFrame>
    </>
  )
}
