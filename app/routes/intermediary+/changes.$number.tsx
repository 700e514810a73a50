import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountTabs } from '#app/features/intermediaries/account-tabs.tsx'
import { ChangeFacts } from '#app/features/intermediaries/change-facts.tsx'
import { ChangeLines } from '#app/features/intermediaries/change-lines.tsx'
import { ChangeStateBadge } from '#app/features/intermediaries/change-state.tsx'
import { EntryChoicesDocument } from '#app/features/intermediaries/entry-documents.server.ts'
import { RegisterChangeDocument } from '#app/features/intermediaries/upkeep-documents.server.ts'
import { WithdrawChangeDocument } from '#app/features/intermediaries/upkeep-mutations.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const { registerChange: change } = await runOperation(args, RegisterChangeDocument, { number: args.params['number'] ?? '' })
  if (!change) throw new Response(null, { status: 404 })
  const choices = await runOperation(args, EntryChoicesDocument, {})
  return { title: change.number, change, choices, clientMutationId: newMutationId() }
}

const schema = z.object({ version: z.coerce.number().int() })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const input = { number, version: form.value.version, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, WithdrawChangeDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'upkeep'))
  return redirect(`/intermediary/changes/${number}`)
}

/** One change of the own entry: what was asked, what came of it, and the way back while nothing is decided. */
export default function OwnChange() {
  const { title, change, choices, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  const form = useFormState({ result: useActionData<typeof action>(), labels: {} })
  const isRunning = change.state === 'SUBMITTED' || change.state === 'WAITING'
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/intermediary', label: t('tabs.label') },
          { to: '/intermediary/changes', label: t('tabs.changes') },
        ]}
        current={title}
      />
      <PageHeading title={t(`kind.${change.kind}`)} lead={title} aside={<ChangeStateBadge of={change} />} />
      <AccountTabs />
      <Sheet title={t('changes.facts')}>
        <ChangeFacts change={change} />
      </Sheet>
      <Sheet title={t('compare.title')}>
        <ChangeLines lines={change.lines} choices={choices} />
      </Sheet>
      {isRunning && (
        <Sheet title={t('withdraw.title')}>
          <p>{t(change.kind === 'EXIT' ? 'withdraw.exit' : 'withdraw.text')}</p>
          <FormFrame form={form} mutationId={clientMutationId}>
            <input type="hidden" name="version" value={change.version} />
            <SubmitButton look="ghost">{t('withdraw.submit')}</SubmitButton>
          </FormFrame>
        </Sheet>
      )}
    </>
  )
}
