import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangeFacts } from '#app/features/intermediaries/change-facts.tsx'
import { ChangeFindings } from '#app/features/intermediaries/change-findings.tsx'
import { ChangeLines } from '#app/features/intermediaries/change-lines.tsx'
import { ChangeStateBadge } from '#app/features/intermediaries/change-state.tsx'
import { EntryChoicesDocument } from '#app/features/intermediaries/entry-documents.server.ts'
import { RegisterChangeDocument } from '#app/features/intermediaries/upkeep-documents.server.ts'
import { DecideChangeDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { RadioField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const { registerChange: change } = await runOperation(args, RegisterChangeDocument, { number: args.params['number'] ?? '' })
  if (!change) throw new Response(null, { status: 404 })
  const choices = await runOperation(args, EntryChoicesDocument, {})
  return { title: change.number, change, choices, clientMutationId: newMutationId() }
}

const outcomes = ['ACCEPTED', 'REFUSED'] as const
const schema = z.object({
  version: z.coerce.number().int(),
  outcome: z.enum(outcomes),
  reasons: z.string().max(2000).default(''),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { ...form.value, number, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, DecideChangeDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect(`/regulator/register-changes/${number}`)
}

/** One change before the office: old and new side by side, what the checks found, the decision. */
export default function CheckRegisterChange() {
  const { title, change, choices, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { outcome: t('office.outcome'), reasons: t('office.reasons') },
  })
  const { intermediary, kind, lines, findings, canDecide, state, version } = change
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/register-changes', label: t('office.title') }]} current={title} />
      <PageHeading
        title={`${t(`kind.${kind}`)}：${intermediary.name}`}
        lead={<Link to={`/intermediaries/${intermediary.uscc}`}>{t('office.publicPage')}</Link>}
        aside={<ChangeStateBadge of={change} />}
      />
      <Sheet title={t('compare.title')}>
        <ChangeLines lines={lines} choices={choices} />
      </Sheet>
      {state === 'SUBMITTED' && (
        <Sheet title={t('findings.title')}>
          <ChangeFindings findings={findings} />
        </Sheet>
      )}
      <Sheet title={t('changes.facts')}>
        <ChangeFacts change={change} />
      </Sheet>
      {canDecide && (
        <Sheet title={t('office.decide')}>
          <FormFrame form={form} mutationId={clientMutationId}>
            <input type="hidden" name="version" value={version} />
            <RadioField
              {...form.field('outcome')}
              choices={outcomes.map((value) => ({
                value,
                label: t(`office.outcomes.${value}`),
                detail: t(`office.outcomeText.${value}`),
                ...(value === 'ACCEPTED' && findings.some(({ isBlocking }) => isBlocking) ? { refusal: t('findings.blocked') } : {}),
              }))}
            />
            <TextAreaField {...form.field('reasons')} hint={t('office.reasonsHint')} rows={4} isOptional />
            <SubmitButton>{t('office.send')}</SubmitButton>
          </FormFrame>
        </Sheet>
      )}
    </>
  )
}
