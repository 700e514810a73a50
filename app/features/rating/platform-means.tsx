import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { PlatformMeanView } from './documents.server.ts'

/** The means published so far, newest first, each with its month. */
export function PlatformMeans({ rows }: { readonly rows: readonly PlatformMeanView[] }) {
  const t = useText('rating')
  return (
    <>
      <p className="small mute">{t('means.lead')}</p>
      <DataTable
        caption={t('means.title')}
        isCaptionHidden
        columns={[
          { key: 'month', title: t('means.month'), cell: ({ publishedOn }) => publishedOn.slice(0, 7) },
          {
            key: 'from',
            title: t('means.from'),
            cell: ({ publishedOn, isComing }) => (
              <>
                <Day on={publishedOn} /> {isComing && <Badge tone="warn">{t('means.coming')}</Badge>}
              </>
            ),
          },
          { key: 'mean', title: t('means.mean'), isNumber: true, cell: ({ meanReview }) => meanReview.toFixed(2) },
          { key: 'engagements', title: t('means.engagements'), isNumber: true, cell: ({ engagements }) => engagements },
        ]}
        rows={rows}
        rowKey={({ publishedOn }) => publishedOn}
        empty={t('means.none')}
      />
    </>
  )
}
