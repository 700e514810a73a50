import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
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

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'rating')
  const { creditRuleSets } = await runOperation(args, RuleSetsDocument, {})
  return { title: t('editor.title'), ruleSets: creditRuleSets, clientMutationId: newMutationId() }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, z.object({}))
  if (!form.ok) return form.reply
  const { result } = await runOperation(args, DraftRuleSetDocument, { input: { clientMutationId: form.clientMutationId } })
  if (result.__typename !== 'DraftRuleSetPayload') return form.refuseWith(result, await serverText(args.request, 'rating'))
  return redirect(`/regulator/rule-sets/${encodeURIComponent(result.taken.ruleSet?.version ?? '')}`)
}

/** 评价规则管理: every version, and the way to the next one. */
export default function RuleSets() {
  const { title, ruleSets, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('rating')
  const form = useFormState({ result: useActionData<typeof action>(), labels: {} })
  return (
    <>
      <PageHeading
        title={title}
        lead={t('editor.lead')}
        actions={
          <>
            <Link to="/regulator/honours">{t('honours.title')}</Link> <Link to="/rating-rules">{t('rules.read')}</Link>
          </>
        }
      />
      <Sheet title={t('rules.version')}>
        <RuleSetTable rows={ruleSets} to="/regulator/rule-sets" empty={t('rules.none')} />
      </Sheet>
      <Sheet title={t('editor.draft')}>
        <p>{t('editor.draftLead')}</p>
        <FormFrame form={form} mutationId={clientMutationId}>
          <SubmitButton>{t('editor.draft')}</SubmitButton>
        </FormFrame>
      </Sheet>
    </>
  )
}
