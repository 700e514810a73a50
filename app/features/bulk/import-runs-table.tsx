import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import type { ResultOf } from '#app/graphql.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import type { ImportRunsDocument } from './documents.server.ts'
import { stateTones } from './state-tones.ts'

type Run = ResultOf<typeof ImportRunsDocument>['importRuns']['edges'][number]['node']

/** The imports so far, the newest first. @param base address of the imports' pages */
export function ImportRunsTable({ runs, base }: { readonly runs: readonly Run[]; readonly base: string }) {
  const t = useText('bulk')
  return (
    <DataTable
      caption={t('runs.title')}
      isCaptionHidden
      rows={runs}
      rowKey={({ number }) => number}
      empty={t('runs.empty')}
      columns={[
        { key: 'number', title: t('runs.number'), cell: ({ number }) => <Link to={`${base}/${number}`}>{number}</Link> },
        { key: 'kind', title: t('runs.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        { key: 'state', title: t('runs.state'), cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge> },
        { key: 'file', title: t('runs.file'), cell: ({ fileName }) => fileName },
        { key: 'rows', title: t('runs.rows'), cell: ({ rowsTotal }) => rowsTotal ?? '', isNumber: true },
        { key: 'faults', title: t('runs.faults'), cell: ({ faultCount }) => faultCount, isNumber: true },
        { key: 'at', title: t('runs.at'), cell: ({ createdAt }) => <Instant at={createdAt} /> },
      ]}
    />
  )
}
