import { Link } from '@remix-run/react'
import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { PoolData } from './preselection-documents.server.ts'
import { PoolState } from './preselection-table.tsx'

/** What a pool is for, who keeps it, on which conditions and until when. */
export function PoolFacts({ pool }: { readonly pool: PoolData }) {
  const t = useText('preselection')
  const { language } = usePage()
  const { item, divisionNameZh, divisionNameEn } = pool
  return (
    <Sheet title={t('title')}>
      <DescriptionList
        items={[
          { term: t('columns.number'), value: <span className="code">{pool.number}</span> },
          { term: t('columns.state'), value: <PoolState state={pool.state} /> },
          { term: t('facts.item'), value: <Link to={`/catalogue/${item.code}`}>{nameIn(language, item)}</Link> },
          { term: t('facts.division'), value: nameIn(language, { nameZh: divisionNameZh, nameEn: divisionNameEn }) },
          { term: t('facts.keeper'), value: pool.keeperName },
          { term: t('facts.opened'), value: <Instant at={pool.openedAt} /> },
          { term: t('facts.until'), value: <Day on={pool.validUntilOn} /> },
          ...(pool.closedAt ? [{ term: t('facts.closed'), value: <Instant at={pool.closedAt} /> }] : []),
          ...(pool.closeReasons ? [{ term: t('facts.closeReasons'), value: pool.closeReasons }] : []),
          { term: t('facts.conditions'), value: <span className="whitespace-pre-line">{pool.conditions}</span> },
        ]}
      />
      <p className="small mute">{t('basis')}</p>
    </Sheet>
  )
}
