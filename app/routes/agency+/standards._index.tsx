import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { RuleSetsDocument } from '#app/features/rating/documents.server.ts'
import { DraftRuleSetDocument } from '#app/features/rating/mutations.server.ts'
import { RuleSetTable } from '#app/features/rating/rule-set-table.tsx'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const { creditRuleSets } = await runOperation(args, RuleSetsDocument, {})
  const standards = creditRuleSets.filter(({ isIndustry, isOwn }) => isIndustry && isOwn)
  return { title: t('standards.title'), standards, clientMutationId: newMutationId() }
}

const schema = z.object({ serviceItemCodes: z.string().max(2000) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const serviceItemCodes = form.value.serviceItemCodes.split(/[\s,，、]+/).filter((code) => code !== '')
  const { result } = await runOperation(args, DraftRuleSetDocument, {
    input: { serviceItemCodes, clientMutationId: form.clientMutationId },
  })
  if (result.__typename !== 'DraftRuleSetPayload') return form.refuseWith(result, await serverText(args.request, 'rating'))
  return redirect(`/agency/standards/${encodeURIComponent(result.taken.ruleSet?.version ?? '')}`)
}

/** 行业考评标准 of the own body. */
export default function Standards() {
  const { title, standards, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('rating')
  const form = useFormState({ result: useActionData<typeof action>(), labels: { serviceItemCodes: t('standards.itemsField') } })
  return (
    <>
      <PageHeading title={title} lead={t('standards.lead')} />
      <Sheet title={t('rules.version')}>
        <RuleSetTable rows={standards} to="/agency/standards" empty={t('standards.noneOwn')} />
      </Sheet>
      <Sheet title={t('standards.draft')}>
        <FormFrame form={form} mutationId={clientMutationId}>
          <TextField {...form.field('serviceItemCodes')} maxLength={2000} spellCheck={false} />
          <SubmitButton>{t('standards.draftButton')}</SubmitButton>
        </FormFrame>
      </Sheet>
    </>
  )
}
