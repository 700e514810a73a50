import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { SampleRecord } from '#domain/verification/draw-sample.ts'
import type { VerificationWeights } from '#domain/verification/verification-rule-set.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { PlanDocument, TasksDocument } from '#app/features/verification/documents.server.ts'
import { SampleFacts } from '#app/features/verification/sample-facts.tsx'
import { TaskTable } from '#app/features/verification/task-table.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const number = params['number'] ?? ''
  const { searchParams, search } = new URL(request.url)
  const { verificationPlan } = await runOperation({ request, context }, PlanDocument, { number })
  if (!verificationPlan) throw new Response(null, { status: 404 })
  const variables = { planNumber: number, ...pageArguments(searchParams, 30) }
  const { verificationTasks } = await runOperation({ request, context }, TasksDocument, variables)
  const { drawRecord, weights, ...plan } = verificationPlan
  return {
    title: t('plan.title', { number }),
    plan,
    record: drawRecord as SampleRecord,
    weights: weights as VerificationWeights,
    tasks: verificationTasks.edges.map(({ node }) => node),
    links: pageLinks(search, verificationTasks.pageInfo),
  }
}

export default function Plan() {
  const { title, plan, record, weights, tasks, links } = useLoaderData<typeof loader>()
  const t = useText('verification')
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/verification/plans', label: t('plans.title') }]} current={plan.number} />
      <PageHeading title={title} lead={`${plan.name} · ${plan.fromOn} – ${plan.untilOn}`} />
      <h2 className="mb-3">{t('plan.tasks')}</h2>
      <TaskTable caption={t('plan.tasks')} rows={tasks} />
      <Pagination {...links} />
      <Sheet title={t('plan.draw')}>
        <SampleFacts record={record} weights={weights} />
      </Sheet>
    </>
  )
}
