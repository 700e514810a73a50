import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { ImportRunsDocument } from '#app/features/bulk/documents.server.ts'
import { ImportRunsTable } from '#app/features/bulk/import-runs-table.tsx'
import { sendTable } from '#app/features/bulk/import-steps.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'bulk')
  const { searchParams, search } = new URL(request.url)
  const { importRuns } = await runOperation({ request, context }, ImportRunsDocument, pageArguments(searchParams, 20))
  return {
    title: t('cases.title'),
    runs: importRuns.edges.map(({ node }) => node),
    links: pageLinks(search, importRuns.pageInfo),
    clientMutationId: newMutationId(),
  }
}

const schema = z.object({ content: z.instanceof(File) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const sent = await sendTable(args, form.clientMutationId, { kind: 'CASES', ...form.value })
  if ('code' in sent) return form.refuseWith(sent, await serverText(args.request, 'bulk'))
  return redirect(`/agency/imports/${sent.number}`)
}

/** Cases out of the agency's own system, by table. */
export default function CaseImports() {
  const { title, runs, links, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('bulk')
  const form = useFormState({ result, labels: { content: t('upload.file') } })
  const template = (format: 'csv' | 'xlsx') => `/resources/import-templates/CASES?format=${format}`
  return (
    <>
      <PageHeading title={title} lead={t('cases.lead')} />
      <Sheet title={t('cases.upload')}>
        <FormFrame form={form} mutationId={clientMutationId} hasFiles>
          <FileField {...form.field('content')} hint={t('cases.fileHint')} accept=".csv,.xlsx,text/csv" />
          <p>
            {t('cases.template')} <a href={template('csv')}>{t('tables.csv')}</a> <a href={template('xlsx')}>{t('tables.xlsx')}</a>
          </p>
          <p className="small mute">{t('cases.onBehalf')}</p>
          <SubmitButton>{t('upload.submit')}</SubmitButton>
        </FormFrame>
      </Sheet>
      <h2>{t('runs.title')}</h2>
      <ImportRunsTable runs={runs} base="/agency/imports" />
      <Pagination {...links} />
      <p className="small">
        <a href="/graphql">{t('cases.docs')}</a>
      </p>
    </>
  )
}
