import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { newMutationId, readForm } from '#app/form.server.ts'
import { ReportFormDocument } from '#app/features/listings/documents.server.ts'
import { ReportForm } from '#app/features/listings/report-form.tsx'
import { sendReport } from '#app/features/listings/send-report.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'listings')
  const { searchParams } = new URL(request.url)
  const uscc = searchParams.get('uscc') ?? ''
  const text = uscc || (searchParams.get('q') ?? '')
  const form = await runOperation({ request, context }, ReportFormDocument, { text })
  return {
    ...form,
    title: t('report.title'),
    text,
    chosen: form.reportableIntermediaries.find((one) => one.uscc === uscc) ?? null,
    received: searchParams.get('received'),
    clientMutationId: newMutationId(),
  }
}

const file = z.instanceof(File)
const schema = z.object({
  uscc: z.string(),
  about: z.string().default('INSTITUTION'),
  violationCode: z.string(),
  occurredOn: z.string(),
  facts: z.string().max(8000),
  evidence: z.union([z.array(file), file.transform((one) => [one])]).default([]),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const sent = await sendReport(args, form.clientMutationId, form.value)
  if ('code' in sent) return form.refuseWith(sent, await serverText(args.request, 'listings'))
  return redirect(sent.isVisible ? `/regulator/cases/${sent.number}` : `/regulator/cases/new?received=${sent.number}`)
}

export default function NewReport() {
  const { title, text, chosen, received, reportableIntermediaries, violationTypes, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('listings')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/cases', label: t('cases.title') }]} current={title} />
      <PageHeading title={title} lead={t('report.lead')} />
      {received && (
        <NoticeBanner tone="ok" title={t('report.done', { number: received })} isResult>
          {t('report.doneText')}
        </NoticeBanner>
      )}
      {chosen ? (
        <Sheet title={t('report.fill')}>
          <p>
            <Link to="/regulator/cases/new">{t('report.change')}</Link>
          </p>
          <ReportForm intermediary={chosen} violations={violationTypes} mutationId={clientMutationId} result={result} />
        </Sheet>
      ) : (
        <Sheet title={t('report.find')}>
          <SearchBox
            action="/regulator/cases/new"
            label={t('report.findLabel')}
            placeholder={t('report.findLabel')}
            button={t('report.findButton')}
            defaultValue={text}
          />
          {text !== '' && reportableIntermediaries.length === 0 && <p role="status">{t('report.notFound')}</p>}
          <ul>
            {reportableIntermediaries.map(({ uscc, name }) => (
              <li key={uscc} className="mb-2">
                <Link to={`?uscc=${uscc}`}>{name}</Link> <span className="small mute num">{uscc}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
