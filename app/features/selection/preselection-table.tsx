import { Link } from '@remix-run/react'
import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { PoolRow } from './preselection-documents.server.ts'

/** Where a pool stands. */
export function PoolState({ state }: { readonly state: PoolRow['state'] }) {
  const t = useText('preselection')
  return <Badge tone={state === 'OPEN' ? 'ok' : 'neutral'}>{t(`state.${state}`)}</Badge>
}

/** Whether the viewer's firm is in it. */
export function OwnState({ own }: { readonly own: PoolRow['ownMembership'] }) {
  const t = useText('preselection')
  if (!own) return <Badge>{t('own.notIn')}</Badge>
  if (own.leftAt) return <Badge>{t('own.hasLeft')}</Badge>
  return own.isIn ? <Badge tone="ok">{t('own.isIn')}</Badge> : <Badge tone="warn">{t('own.isOut')}</Badge>
}

/** Pools, each with how many count as members now; `base` is where the viewer's own pages of them lie. */
export function PoolTable({
  base,
  title,
  rows,
  totalCount,
  links,
  empty,
  isOwn = false,
}: {
  readonly base: string
  readonly title: string
  readonly rows: readonly PoolRow[]
  readonly totalCount: number
  readonly links: { readonly previous?: string; readonly next?: string }
  readonly empty: string
  /** Says of each whether the viewer's firm is in it. */
  readonly isOwn?: boolean
}) {
  const t = useText('preselection')
  const { language } = usePage()
  return (
    <>
      <p className="small mute" role="status">
        {t('found', { count: totalCount })}
      </p>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={empty}
        columns={[
          {
            key: 'pool',
            title: t('columns.pool'),
            cell: ({ number, titleZh, titleEn }) => (
              <>
                <Link to={`${base}/${number}`}>{nameIn(language, { nameZh: titleZh, nameEn: titleEn })}</Link>
                <div className="small mute code">{number}</div>
              </>
            ),
          },
          { key: 'item', title: t('columns.item'), cell: ({ item }) => nameIn(language, item) },
          {
            key: 'division',
            title: t('columns.division'),
            cell: ({ divisionNameZh, divisionNameEn }) => nameIn(language, { nameZh: divisionNameZh, nameEn: divisionNameEn }),
          },
          { key: 'until', title: t('columns.until'), cell: ({ validUntilOn }) => <Day on={validUntilOn} /> },
          { key: 'members', title: t('columns.members'), isNumber: true, cell: ({ memberCount }) => memberCount },
          {
            key: 'state',
            title: t('columns.state'),
            cell: ({ state, ownMembership }) => (isOwn ? <OwnState own={ownMembership} /> : <PoolState state={state} />),
          },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
