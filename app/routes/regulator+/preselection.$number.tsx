import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { loadPool } from '#app/features/selection/load-preselection.server.ts'
import { PoolFacts } from '#app/features/selection/preselection-facts.tsx'
import { KeeperForms } from '#app/features/selection/preselection-keeper-forms.tsx'
import { keeperSchema, takeKeeperStep } from '#app/features/selection/preselection-keeper-steps.server.ts'
import { MemberTables } from '#app/features/selection/preselection-member-tables.tsx'
import { openEnded } from '#app/features/selection/preselection-obstacle.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const mutationIds = { ADMIT: newMutationId(), REMOVE: newMutationId(), CLOSE: newMutationId() }
  return { ...(await loadPool(args)), mutationIds }
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, keeperSchema)
  if (!form.ok) return form.reply
  const number = args.params['number'] ?? ''
  const result = await takeKeeperStep(args, form.value, { number, clientMutationId: form.clientMutationId })
  if ('code' in result) return form.refuseWith(openEnded(result), await serverText(args.request, 'preselection'))
  return redirect(`/regulator/preselection/${encodeURIComponent(number)}?done`)
}

/** One pool at the office that keeps it: members with their obstacles, and the three acts that need public reasons. */
export default function KeptPool() {
  const { title, pool, isDone, mutationIds } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('preselection')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/preselection', label: t('office.title') }]} current={pool.number} />
      <PageHeading title={title} actions={<Link to={`/preselection/${pool.number}`}>{t('own.public')}</Link>} />
      {isDone && <NoticeBanner tone="ok" title={t('office.done')} isResult />}
      <PoolFacts pool={pool} />
      <MemberTables pool={pool} />
      {!pool.isKept && <p className="mute">{t('office.notKept')}</p>}
      {pool.isKept && pool.state === 'OPEN' && <KeeperForms pool={pool} result={result} mutationIds={mutationIds} />}
    </>
  )
}
