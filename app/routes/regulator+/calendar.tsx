import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CalendarDocument, LoadNoticeDocument } from '#app/features/catalogue/calendar-documents.server.ts'
import { useFormState } from '#app/form-state.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { calendarYears } = await runOperation({ request, context }, CalendarDocument, {})
  const loaded = new URL(request.url).searchParams.get('loaded')
  const isMine = context.viewer.roles.includes('REFORM_OFFICE')
  return { title: t('calendar.title'), calendarYears, loaded, isMine, clientMutationId: newMutationId() }
}

const schema = z.object({ csv: z.instanceof(File).refine((file) => file.size < 100_000) })

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const csv = await form.value.csv.text()
  const { result } = await runOperation(args, LoadNoticeDocument, { input: { csv, clientMutationId: form.clientMutationId } })
  if ('code' in result) return form.refuseWith(result, await serverText(args.request, 'acceptance'))
  return redirect(`/regulator/calendar?loaded=${result.year}`)
}

export default function Calendar() {
  const { title, calendarYears, loaded, isMine, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('acceptance')
  const form = useFormState({ result, labels: { csv: t('calendar.file') } })
  const problems = result?.errors['csv'] ?? []
  return (
    <>
      <PageHeading title={title} lead={t('calendar.lead')} />
      {loaded && <NoticeBanner tone="ok" title={t('calendar.done', { year: loaded })} isResult />}
      <DataTable
        caption={title}
        isCaptionHidden
        rows={calendarYears}
        rowKey={({ year }) => String(year)}
        empty={t('calendar.empty')}
        columns={[
          { key: 'year', title: t('calendar.year'), cell: ({ year }) => String(year) },
          { key: 'holidays', title: t('calendar.holidays'), cell: ({ holidays }) => holidays, isNumber: true },
          { key: 'makeup', title: t('calendar.makeup'), cell: ({ makeupWorkdays }) => makeupWorkdays, isNumber: true },
          { key: 'notice', title: t('calendar.notice'), cell: ({ sourceNotice }) => sourceNotice },
        ]}
      />
      {isMine && (
        <Sheet title={t('calendar.load')}>
          <FormFrame form={form} mutationId={clientMutationId} hasFiles>
            <FileField {...form.field('csv')} hint={t('calendar.fileHint')} accept=".csv,text/csv" />
            {problems.length > 1 && (
              <ul className="small">
                {problems.slice(1).map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            )}
            <SubmitButton>{t('calendar.button')}</SubmitButton>
          </FormFrame>
        </Sheet>
      )}
    </>
  )
}
