import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { complaintKinds } from '#domain/complaints/complaint.ts'
import { ComplaintForm } from '#app/features/complaints/complaint-form.tsx'
import { ComplaintBodiesDocument, FileComplaintDocument } from '#app/features/complaints/documents.server.ts'
import { FiledComplaint } from '#app/features/complaints/filed-complaint.tsx'
import { formFiles, readFormFiles } from '#app/features/files/form-files.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'complaints')
  const { searchParams } = new URL(args.request.url)
  const { complaintBodies } = await runOperation(args, ComplaintBodiesDocument, {})
  return {
    title: t('form.title'),
    bodies: complaintBodies,
    about: { uscc: searchParams.get('uscc') ?? '', name: searchParams.get('name') ?? '' },
    clientMutationId: newMutationId(),
  }
}

const schema = z.object({
  kind: z.enum(complaintKinds),
  uscc: z.string().max(40).optional(),
  agencyId: z.string().max(40).optional(),
  about: z.string().min(2).max(200),
  statement: z.string().min(10).max(8000),
  occurredOn: z.iso.date().optional(),
  name: z.string().max(100).optional(),
  contact: z.string().max(200).optional(),
  files: formFiles,
})

/** The receipt is shown in the answer itself and nowhere else: its secret stands in no address. Sent again, it is the same one. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { files, ...value } = form.value
  const input = { ...value, files: await readFormFiles(files), clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, FileComplaintDocument, { input })
  if (result.__typename !== 'FileComplaintPayload') return form.refuseWith(result, await serverText(args.request, 'complaints'))
  const { secret, receipt } = result
  return data({ values: {}, errors: {}, filed: { ...receipt, secret } }, { headers: { 'Cache-Control': 'no-store' } })
}

export default function NewComplaint() {
  const { title, bodies, about, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('complaints')
  return (
    <>
      <Breadcrumb parents={[{ to: '/complaints', label: t('title') }]} current={title} />
      <PageHeading title={title} lead={t('clocks')} />
      {result && 'filed' in result ? (
        <FiledComplaint {...result.filed} />
      ) : (
        <>
          <NoticeBanner title={t('protect.title')}>
            <p>{t('protect.text')}</p>
            <p>{t('protect.network')}</p>
          </NoticeBanner>
          <ComplaintForm bodies={bodies} about={about} mutationId={clientMutationId} result={result} />
        </>
      )}
    </>
  )
}
