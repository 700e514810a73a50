import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import type { QuoteReceipt } from './quote-documents.server.ts'

/** The receipts of one's own quotes, the last first: that one counts. `printTo` leads to the sheet for the files. */
export function QuoteReceipts({ receipts, printTo }: { readonly receipts: readonly QuoteReceipt[]; readonly printTo?: string }) {
  const t = useText('sealing')
  const counting = receipts[0]?.sequence
  return (
    <section id="quote-receipts">
      <DataTable
        caption={t('receipts')}
        rows={receipts}
        rowKey={({ id }) => id}
        empty={t('noReceipts')}
        columns={[
          { key: 'sequence', title: t('sequence'), isNumber: true, cell: ({ sequence }) => sequence },
          { key: 'receivedAt', title: t('receivedAt'), cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
          { key: 'sha256', title: 'SHA-256', cell: ({ sha256 }) => <span className="code break-all">{sha256}</span> },
          {
            key: 'sealedBy',
            title: t('sealedBy'),
            cell: ({ isSealedByBidder }) => t(isSealedByBidder ? 'sealedByBidder' : 'sealedByPlatform'),
          },
          {
            key: 'counts',
            title: t('counts'),
            cell: ({ sequence }) =>
              sequence === counting ? <Badge tone="ok">{t('counting')}</Badge> : <Badge tone="neutral">{t('replaced')}</Badge>,
          },
        ]}
      />
      {printTo && receipts.length > 0 && (
        <p>
          <Link to={printTo}>{t('printReceipt')}</Link>
        </p>
      )}
    </section>
  )
}
