import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { PromiseUseRow } from './promise-use.server.ts'

const shareOf = (part: number, whole: number): string => (whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`)

/** Everyone's figures beside those of the others, and what is unusual. */
export function PromiseUseTable({ caption, uses }: { readonly caption: string; readonly uses: readonly PromiseUseRow[] }) {
  const t = useText('supervision')
  const beside = (own: string, others: string) => (
    <>
      {own}{' '}
      <span className="small mute whitespace-nowrap">
        {t('use.peers')} {others}
      </span>
    </>
  )
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={uses.map((use, index) => ({ ...use, key: String(index) }))}
      rowKey={({ key }) => key}
      empty={t('use.none')}
      columns={[
        {
          key: 'name',
          title: t('use.name'),
          cell: ({ name, organisationName }) => (
            <>
              {name} {organisationName && <span className="small mute">{organisationName}</span>}
            </>
          ),
        },
        { key: 'cases', title: t('use.cases'), isNumber: true, cell: ({ cases }) => cases },
        { key: 'promises', title: t('use.promises'), isNumber: true, cell: ({ promises }) => promises },
        {
          key: 'share',
          title: t('use.share'),
          isNumber: true,
          cell: ({ promises, cases, peerPromises, peerCases }) => beside(shareOf(promises, cases), shareOf(peerPromises, peerCases)),
        },
        {
          key: 'broken',
          title: t('use.brokenShare'),
          isNumber: true,
          cell: ({ broken, promises, peerBroken, peerPromises }) => beside(shareOf(broken, promises), shareOf(peerBroken, peerPromises)),
        },
        {
          key: 'sign',
          title: t('use.sign'),
          cell: ({ signs }) =>
            signs.length === 0
              ? t('use.ordinary')
              : signs.map((sign) => (
                  <Badge key={sign} tone="warn">
                    {t(`unusual.${sign}`)}
                  </Badge>
                )),
        },
      ]}
    />
  )
}
