import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { ObjectionsDocument } from '#app/features/commitments/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { searchParams, search } = new URL(request.url)
  const isDecided = searchParams.get('tab') === 'decided'
  const states = isDecided ? (['UPHELD', 'REJECTED'] as const) : (['FILED'] as const)
  const variables = { states: [...states], ...pageArguments(searchParams, 20) }
  const { breachObjections } = await runOperation({ request, context }, ObjectionsDocument, variables)
  return {
    title: t('objections.title'),
    isDecided,
    rows: breachObjections.edges.map(({ node }) => node),
    links: pageLinks(search, breachObjections.pageInfo),
  }
}

export default function Objections() {
  const { title, isDecided, rows, links } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  return (
    <>
      <PageHeading title={title} lead={t('objections.lead')} />
      <Tabs
        label={title}
        tabs={[
          { to: '?tab=open', label: t('objections.open'), isCurrent: !isDecided },
          { to: '?tab=decided', label: t('objections.decided'), isCurrent: isDecided },
        ]}
      />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={t('objections.empty')}
        columns={[
          {
            key: 'record',
            title: t('objections.record'),
            cell: ({ key, breach }) => (
              <Link to={`/regulator/objections/${key}`}>
                {breach.commitment.number} {t(`breach.${breach.kind}`)}
              </Link>
            ),
          },
          { key: 'applicant', title: t('objections.applicant'), cell: ({ breach }) => breach.commitment.applicant.name },
          { key: 'ground', title: t('objections.ground'), cell: ({ ground }) => t(`ground.${ground}`) },
          { key: 'due', title: t('objections.answerBy'), cell: ({ answerDueOn }) => <Day on={answerDueOn} /> },
          {
            key: 'state',
            title: t('promises.state'),
            cell: ({ state }) => (
              <Badge tone={state === 'FILED' ? 'brand' : state === 'UPHELD' ? 'ok' : 'neutral'}>{t(`objectionState.${state}`)}</Badge>
            ),
          },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
