import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { TasksDocument } from '#app/features/verification/documents.server.ts'
import { TaskTable } from '#app/features/verification/task-table.tsx'
import { VerificationTabs } from '#app/features/verification/verification-tabs.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const { searchParams, search } = new URL(request.url)
  const isAll = searchParams.get('all') === '1'
  const variables = { states: isAll ? null : (['OPEN'] as const).slice(), ...pageArguments(searchParams, 30) }
  const { verificationTasks } = await runOperation({ request, context }, TasksDocument, variables)
  return {
    title: t('tasks.title'),
    isAll,
    rows: verificationTasks.edges.map(({ node }) => node),
    links: pageLinks(search, verificationTasks.pageInfo),
  }
}

export default function Tasks() {
  const { title, isAll, rows, links } = useLoaderData<typeof loader>()
  const t = useText('verification')
  return (
    <>
      <PageHeading title={title} lead={t('tasks.lead')} />
      <VerificationTabs current="tasks" />
      <p className="mb-3">{isAll ? <Link to="/agency/verification">{t('tasks.open')}</Link> : <Link to="?all=1">{t('tasks.all')}</Link>}</p>
      <TaskTable caption={title} rows={rows} />
      <Pagination {...links} />
    </>
  )
}
