import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadPool } from '#app/features/selection/load-preselection.server.ts'
import { JoinPoolDocument, LeavePoolDocument } from '#app/features/selection/preselection-documents.server.ts'
import { PoolFacts } from '#app/features/selection/preselection-facts.tsx'
import { openEnded } from '#app/features/selection/preselection-obstacle.ts'
import { OwnMembership } from '#app/features/selection/preselection-own.tsx'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadPool(args)

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('JOIN'), areConditionsMet: z.array(z.literal('yes')).default([]) }),
  z.object({ intent: z.literal('LEAVE') }),
])

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const { value, clientMutationId } = form
  const { result } =
    value.intent === 'JOIN'
      ? await runOperation(args, JoinPoolDocument, {
          input: { number, clientMutationId, areConditionsMet: value.areConditionsMet.length > 0 },
        })
      : await runOperation(args, LeavePoolDocument, { input: { number, clientMutationId } })
  if ('code' in result) return form.refuseWith(openEnded(result), await serverText(args.request, 'preselection'))
  return redirect(`/intermediary/preselection/${encodeURIComponent(number)}?done`)
}

/** One pool as an intermediary sees it: its conditions, whether it is in, and the form to join or leave. */
export default function OwnPool() {
  const { title, pool, isDone, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('preselection')
  return (
    <>
      <Breadcrumb parents={[{ to: '/intermediary/preselection', label: t('own.title') }]} current={pool.number} />
      <PageHeading title={title} actions={<Link to={`/preselection/${pool.number}`}>{t('own.public')}</Link>} />
      {isDone && <NoticeBanner tone="ok" title={t('own.done')} isResult />}
      <PoolFacts pool={pool} />
      <OwnMembership pool={pool} result={result} mutationId={clientMutationId} />
    </>
  )
}
