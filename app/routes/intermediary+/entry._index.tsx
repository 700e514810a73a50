import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MyEntriesDocument } from '#app/features/intermediaries/entry-documents.server.ts'
import { StartEntryDocument } from '#app/features/intermediaries/entry-mutations.server.ts'
import { EntryStateBadge } from '#app/features/intermediaries/entry-state.tsx'
import { newMutationId, readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'entry')
  const { myEntryApplications } = await runOperation(args, MyEntriesDocument, {})
  const { organisationId, subjectId } = args.context.viewer
  return {
    title: t('start.title'),
    entries: myEntryApplications,
    canStart: organisationId === null && subjectId === null,
    clientMutationId: newMutationId(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, z.object({}))
  if (!form.ok) return form.reply
  const { result } = await runOperation(args, StartEntryDocument, { input: { clientMutationId: form.clientMutationId } })
  if (result.__typename !== 'StartEntryPayload') return form.refuseWith(result, await serverText(args.request, 'entry'))
  return redirect(`/intermediary/entry/${result.number}/identity`)
}

/** What somebody with an account of their own can do: enter an institution, and go on with what was begun. */
export default function EntryStart() {
  const { title, entries, canStart, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('entry')
  const form = useFormState({ result: useActionData<typeof action>(), labels: {} })
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('start.lead')} />
      <div className="columns">
        <div>
          <Sheet title={t('start.mine')}>
            <DataTable
              caption={t('number')}
              isCaptionHidden
              rows={entries}
              rowKey={({ number }) => number}
              empty={t('start.none')}
              columns={[
                {
                  key: 'number',
                  title: t('number'),
                  cell: ({ number }) => <Link to={`/intermediary/entry/${number}`}>{number}</Link>,
                },
                { key: 'name', title: t('institution'), cell: ({ name }) => name || t('unnamed') },
                { key: 'state', title: t('office.state'), cell: ({ state }) => <EntryStateBadge state={state} /> },
              ]}
            />
            {canStart ? (
              <FormFrame form={form} mutationId={clientMutationId}>
                <SubmitButton>{t('start.button')}</SubmitButton>
              </FormFrame>
            ) : (
              <p>{t('start.member')}</p>
            )}
          </Sheet>
        </div>
        <div>
          <Sheet title={t('start.what')}>
            <ol>
              {(['fill', 'check', 'publicity', 'listed'] as const).map((step) => (
                <li key={step}>{t(`start.steps.${step}`)}</li>
              ))}
            </ol>
          </Sheet>
          <Sheet title={t('start.ready')}>
            <p>{t('start.readyText')}</p>
          </Sheet>
        </div>
      </div>
    </>
  )
}
