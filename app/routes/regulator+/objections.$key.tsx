import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ObjectionDocument } from '#app/features/commitments/documents.server.ts'
import { DecideObjectionDocument } from '#app/features/commitments/step-documents.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
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

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { breachObjection: of } = await runOperation({ request, context }, ObjectionDocument, { key: params['key'] ?? '' })
  if (!of) throw new Response(null, { status: 404 })
  return { title: t('objections.of', { number: of.breach.commitment.number }), of, clientMutationId: newMutationId() }
}

const schema = z.object({ version: z.coerce.number().int(), outcome: z.enum(['UPHELD', 'REJECTED']), reasons: z.string().max(2000) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const objectionId = args.params['key'] ?? ''
  const input = { objectionId, ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, DecideObjectionDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'acceptance'))
  return redirect(`/regulator/objections/${objectionId}`)
}

export default function DecideObjection() {
  const { title, of, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const { language } = usePage()
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { outcome: t('objections.outcome'), reasons: t('objections.reasons') },
  })
  const { breach } = of
  const { commitment } = breach
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/objections', label: t('objections.title') }]} current={commitment.number} />
      <PageHeading title={title} lead={<Badge tone="brand">{t(`objectionState.${of.state}`)}</Badge>} />
      <div className="columns">
        <div>
          <Sheet title={t('objections.said')}>
            <p>
              <b>{t(`ground.${of.ground}`)}</b>
            </p>
            <p className="whitespace-pre-line">{of.text}</p>
            <p className="small mute">
              <Instant at={of.filedAt} /> · {t('mine.answerBy', { day: formatDay(of.answerDueOn, language) })}
            </p>
          </Sheet>
          <Sheet title={t('objections.decide')}>
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
                  choices={(['UPHELD', 'REJECTED'] as const).map((value) => ({
                    value,
                    label: t(`objections.${value}`),
                    detail: t(`objections.${value}Text`),
                  }))}
                />
                <TextAreaField {...form.field('reasons')} maxLength={2000} />
                <SubmitButton>{t('objections.send')}</SubmitButton>
              </FormFrame>
            ) : (
              <p>{t('objections.notYours')}</p>
            )}
          </Sheet>
        </div>
        <Sheet title={t('objections.recorded')}>
          <p>
            <Badge tone="warn">{t(`breach.${breach.kind}`)}</Badge> {breach.reason}
          </p>
          <DescriptionList
            items={[
              { term: t('objections.applicant'), value: `${commitment.applicant.name} ${commitment.applicant.code}` },
              { term: t('case.item'), value: nameIn(language, commitment.case.approvalItem) },
              { term: t('case.agency'), value: commitment.case.agencyName },
              { term: t('promises.case'), value: commitment.case.number },
              { term: t('promises.promisedOn'), value: <Day on={commitment.promisedOn} /> },
              { term: t('mine.recordedAt'), value: <Instant at={breach.recordedAt} /> },
            ]}
          />
          <ul>
            {commitment.items.map((item) => (
              <li key={item.seq} className="small">
                {nameIn(language, item)} ·{' '}
                {item.deliveredAt ? t('promises.delivered', { at: formatInstant(item.deliveredAt) }) : t('promises.outstanding')}
                {item.rejectedAt && ` · ${t('promises.rejected', { at: formatInstant(item.rejectedAt) })}`}
              </li>
            ))}
          </ul>
        </Sheet>
      </div>
    </>
  )
}
