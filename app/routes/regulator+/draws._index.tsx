import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AwaitedLotteriesDocument } from '#app/features/selection/lottery-documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'draw')
  const { awaitedLotteries } = await runOperation({ request, context }, AwaitedLotteriesDocument, {})
  const rows = awaitedLotteries.flatMap(({ draw, ...selection }) =>
    draw?.awaited ? [{ ...selection, ...draw, awaited: draw.awaited }] : [],
  )
  return { title: t('lottery.title'), rows }
}

/** Draws that wait for the numbers of the public lottery, the earliest deadline on top. */
export default function AwaitedLotteries() {
  const { title, rows } = useLoaderData<typeof loader>()
  const t = useText('draw')
  return (
    <>
      <PageHeading title={title} lead={t('lottery.lead')} />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={t('lottery.none')}
        columns={[
          { key: 'number', title: t('lottery.number'), cell: ({ number }) => <Link to={`/regulator/draws/${number}`}>{number}</Link> },
          { key: 'project', title: t('lottery.project'), cell: ({ projectName }) => projectName },
          { key: 'drawnOn', title: t('lottery.drawnOn'), cell: ({ awaited }) => awaited.drawnOn && <Day on={awaited.drawnOn} /> },
          { key: 'opensAt', title: t('lottery.opensAt'), cell: ({ awaited }) => <Instant at={awaited.opensAt} /> },
          { key: 'deadlineAt', title: t('lottery.deadlineAt'), cell: ({ awaited }) => <Instant at={awaited.deadlineAt} /> },
          {
            key: 'state',
            title: t('lottery.state'),
            cell: ({ entryCount, hasEntered }) => (hasEntered ? t('lottery.own') : entryCount > 0 ? t('lottery.one') : t('lottery.nobody')),
          },
        ]}
      />
    </>
  )
}
