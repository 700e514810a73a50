import { useEffect } from 'react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { z } from 'zod'
import { ImportRunDocument } from '#app/features/bulk/documents.server.ts'
import { faultsOf, summaryOf } from '#app/features/bulk/import-report.ts'
import { stepImport } from '#app/features/bulk/import-steps.server.ts'
import { RunFacts } from '#app/features/bulk/run-facts.tsx'
import { RunFaults, RunSummary } from '#app/features/bulk/run-report.tsx'
import { RunState } from '#app/features/bulk/run-state.tsx'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { isUnderWay } from '#domain/bulk/import-run.ts'

export const meta = titleMeta

/** How often a page looks how far the import is, in milliseconds. */
const lookEvery = 1000

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

const schema = z.object({ intent: z.enum(['apply', 'abandon']), version: z.coerce.number().int() })

export async function action(args: ActionFunctionArgs) {
  const number = args.params['number'] ?? ''
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { intent, version } = form.value
  const error = await stepImport(args, intent, { clientMutationId: form.clientMutationId, number, version })
  if (error) return form.refuseWith(error, await serverText(args.request, 'bulk'))
  return redirect(`/regulator/imports/${number}`)
}

export default function OneImport() {
  const { title, run, isMine, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('bulk')
  const { revalidate } = useRevalidator()
  const isLive = isUnderWay(run.state)
  useEffect(() => {
    if (!isLive) return
    const timer = setInterval(revalidate, lookEvery)
    return () => clearInterval(timer)
  }, [isLive, revalidate])
  const summary = summaryOf(run.summary)
  const faults = faultsOf(run.faults)
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/imports', label: t('title') }]} current={title} />
      <PageHeading title={title} lead={t(`kind.${run.kind}`)} />
      <RunState run={run} faults={faults} summary={summary} isMine={isMine} mutationId={clientMutationId} result={result} />
      {run.state !== 'FAILED' && faults.length > 0 && (
        <RunFaults kind={run.kind} number={run.number} faults={faults} faultCount={run.faultCount} />
      )}
      {summary && <RunSummary kind={run.kind} summary={summary} />}
      <RunFacts run={run} />
    </>
  )
}
