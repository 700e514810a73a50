import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DecidePublicityObjectionDocument, PublicityObjectionDocument } from '#app/features/commitments/publicity-documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const { publicityObjection } = await runOperation(args, PublicityObjectionDocument, { number: args.params['number'] ?? '' })
  if (!publicityObjection) throw new Response(null, { status: 404 })
  return { title: publicityObjection.number, of: publicityObjection, clientMutationId: newMutationId() }
}

const schema = z.object({
  version: z.coerce.number().int(),
  outcome: z.enum(['UPHELD', 'REJECTED']),
  reasons: z.string().max(2000),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, DecidePublicityObjectionDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'acceptance'))
  return redirect(`/agency/publicity-objections/${number}`)
}

/** One objection in publicity, with the answer or the form for it. */
export default function PublicityObjection() {
  const { title, of, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('commitments')
  const shared = useText('acceptance')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { outcome: t('objections.outcome'), reasons: t('objections.reasons') },
  })
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/publicity-objections', label: t('objections.title') }]} current={of.number} />
      <PageHeading title={title} lead={shared(`objectionState.${of.state}`)} />
      <div className="columns">
        <div>
          <Sheet title={t('objections.text')}>
            <p>{of.text}</p>
          </Sheet>
          <Sheet title={t('objections.answer')}>
            {of.state !== 'FILED' ? (
              <>
                <p>{of.reasons}</p>
                {of.decidedAt && (
                  <p className="small mute">
                    <Instant at={of.decidedAt} />
                  </p>
                )}
              </>
            ) : of.canDecide ? (
              <FormFrame form={form} mutationId={clientMutationId}>
                <input type="hidden" name="version" value={of.version} />
                <RadioField
                  {...form.field('outcome')}
                  choices={[
                    { value: 'UPHELD', label: t('objections.upheld') },
                    { value: 'REJECTED', label: t('objections.rejected') },
                  ]}
                />
                <TextAreaField {...form.field('reasons')} rows={4} maxLength={2000} />
                <p>{t('objections.sealedUntil')}</p>
                <SubmitButton>{t('objections.send')}</SubmitButton>
              </FormFrame>
            ) : (
              <p>{t('objections.notYou')}</p>
            )}
          </Sheet>
        </div>
        <div>
          <Sheet title={t('objections.commitment')}>
            <DescriptionList
              items={[
                {
                  term: t('objections.commitment'),
                  value: <Link to={`/agency/commitments/${of.commitment.number}`}>{of.commitment.number}</Link>,
                },
                { term: t('objections.applicant'), value: of.commitment.applicant.name },
                { term: t('objections.filed'), value: <Instant at={of.filedAt} /> },
                { term: t('objections.answerBy'), value: <Day on={of.answerDueOn} /> },
                ...(of.objector ? [{ term: t('objections.objector'), value: `${of.objector.name} · ${of.objector.contact}` }] : []),
              ]}
            />
          </Sheet>
        </div>
      </div>
    </>
  )
}
