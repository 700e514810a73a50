import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { ImportRunsDocument } from '#app/features/bulk/documents.server.ts'
import { LoadedYears } from '#app/features/bulk/loaded-years.tsx'
import { CalendarDocument } from '#app/features/catalogue/calendar-documents.server.ts'
import { ImportRunsTable } from '#app/features/bulk/import-runs-table.tsx'
import { sendTable } from '#app/features/bulk/import-steps.server.ts'
import { TableLinks } from '#app/features/bulk/table-links.tsx'
import { UploadForm } from '#app/features/bulk/upload-form.tsx'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { registerKinds } from '#domain/bulk/import-run.ts'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'bulk')
  const { searchParams, search } = new URL(request.url)
  const kind = registerKinds.find((one) => one === searchParams.get('kind')) ?? 'OFFERINGS'
  const { calendarYears } = await runOperation({ request, context }, CalendarDocument, {})
  const { importRuns } = await runOperation({ request, context }, ImportRunsDocument, pageArguments(searchParams, 20))
  return {
    title: t('title'),
    kind,
    calendarYears,
    runs: importRuns.edges.map(({ node }) => node),
    links: pageLinks(search, importRuns.pageInfo),
    isMine: context.viewer.roles.includes('REFORM_OFFICE'),
    clientMutationId: newMutationId(),
  }
}

const text = z.string().max(200).optional()
const schema = z.object({
  kind: z.enum(registerKinds),
  content: z.instanceof(File),
  titleZh: text,
  titleEn: text,
  documentNo: text,
  effectiveOn: text,
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const sent = await sendTable(args, form.clientMutationId, form.value)
  if ('code' in sent) return form.refuseWith(sent, await serverText(args.request, 'bulk'))
  return redirect(`/regulator/imports/${sent.number}`)
}

export default function Imports() {
  const { title, kind, calendarYears, runs, links, isMine, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('bulk')
  return (
    <>
      <PageHeading title={title} lead={t('lead')} />
      {isMine && <UploadForm key={kind} kind={kind} mutationId={clientMutationId} result={result} />}
      <LoadedYears years={calendarYears} />
      <h2>{t('tables.title')}</h2>
      <TableLinks hasTemplates />
      <h2>{t('runs.title')}</h2>
      <ImportRunsTable runs={runs} base="/regulator/imports" />
      <Pagination {...links} />
    </>
  )
}
