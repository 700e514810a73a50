import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ImportRunDocument } from '#app/features/bulk/documents.server.ts'
import { OneImport } from '#app/features/bulk/one-import.tsx'
import { runImportStep } from '#app/features/bulk/run-import-step.server.ts'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'bulk')
  const { importRun } = await runOperation({ request, context }, ImportRunDocument, { number: params['number'] ?? '' })
  if (!importRun) throw new Response(null, { status: 404 })
  return {
    title: t('run.title', { number: importRun.number }),
    run: importRun,
    isMine: context.viewer.roles.includes('REFORM_OFFICE'),
    clientMutationId: newMutationId(),
  }
}

export const action = (args: ActionFunctionArgs) => runImportStep(args, '/regulator/imports')

export default function RegisterImport() {
  const { title, run, isMine, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('bulk')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/imports', label: t('title') }]} current={title} />
      <PageHeading title={title} lead={t(`kind.${run.kind}`)} />
      <OneImport run={run} isMine={isMine} mutationId={clientMutationId} result={result} />
    </>
  )
}
