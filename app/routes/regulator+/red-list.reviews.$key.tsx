import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CriteriaTable } from '#app/features/listings/criteria-table.tsx'
import { YearlyReviewDocument } from '#app/features/listings/red-list-documents.server.ts'
import { DecideYearlyReviewDocument } from '#app/features/listings/red-list-mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { Code } from '#app/ui/code.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const { redListReview: review } = await runOperation(args, YearlyReviewDocument, { key: args.params['key'] ?? '' })
  if (!review) throw new Response(null, { status: 404 })
  const t = await serverText(args.request, 'lists')
  return { title: `${review.entry.party.name} · ${t('yearly.title')}`, review, clientMutationId: newMutationId() }
}

const outcomes = ['KEPT', 'REMOVED'] as const
const schema = z.object({
  version: z.coerce.number().int(),
  outcome: z.enum(outcomes),
  reasons: z.string().trim().min(1).max(8000),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const key = args.params['key'] ?? ''
  const input = { ...form.value, key, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, DecideYearlyReviewDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'lists'))
  return redirect(`/regulator/red-list/reviews/${key}`)
}

/** One yearly review: what the criteria find today, and keep or remove. */
export default function YearlyReview() {
  const { review, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('lists')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { outcome: t('yearly.outcome'), reasons: t('yearly.reasons') },
  })
  const { entry, state, findings, canDecide, version, dueOn, reasons, nominationNumber } = review
  const isKeepable = findings.every(({ isMet, isRequired }) => isMet || !isRequired)
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/regulator/red-list', label: t('nominations.title') },
          { to: '/regulator/red-list/reviews', label: t('yearly.title') },
        ]}
        current={entry.number}
      />
      <PageHeading
        title={entry.party.name}
        lead={
          <>
            <Badge tone={state === 'OPEN' ? 'warn' : 'neutral'}>{t(`yearly.state.${state}`)}</Badge>{' '}
            <Code code={entry.party.code} label={t('nominations.party')} />
          </>
        }
      />
      <Sheet title={t('yearly.entry')}>
        <DescriptionList
          items={[
            { term: t('yearly.entry'), value: <Link to={`/lists/${entry.number}`}>{entry.number}</Link> },
            ...(nominationNumber
              ? [{ term: t('nominations.number'), value: <Link to={`/regulator/red-list/${nominationNumber}`}>{nominationNumber}</Link> }]
              : []),
            { term: t('nomination.reasons'), value: <span className="whitespace-pre-line">{entry.reasons}</span> },
            { term: t('nomination.basis'), value: entry.basis },
            { term: t('yearly.due'), value: <Day on={dueOn} /> },
            ...(reasons ? [{ term: t('yearly.reasons'), value: <span className="whitespace-pre-line">{reasons}</span> }] : []),
          ]}
        />
      </Sheet>
      <Sheet title={t('criterion.title')}>
        <CriteriaTable findings={findings} />
      </Sheet>
      {state === 'OPEN' && !canDecide && <p>{t('yearly.notYours')}</p>}
      {canDecide && (
        <Sheet title={t('yearly.outcome')}>
          <FormFrame form={form} mutationId={clientMutationId}>
            <input type="hidden" name="version" value={version} />
            <RadioField
              {...form.field('outcome')}
              choices={outcomes.map((value) => ({
                value,
                label: t(`yearly.${value}`),
                detail: t(`yearly.${value}Text`),
                ...(value === 'KEPT' && !isKeepable ? { refusal: t('refusal.CRITERIA_NOT_MET') } : {}),
              }))}
            />
            <TextAreaField {...form.field('reasons')} rows={4} maxLength={8000} />
            <SubmitButton>{t('yearly.send')}</SubmitButton>
          </FormFrame>
        </Sheet>
      )}
    </>
  )
}
