import { Link } from '@remix-run/react'
import { usePage, useText } from '#app/page-context.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Day } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { EndedEntryData } from './list-documents.server.ts'
import { listPages } from './list-pages.ts'

/** What still answers under the number of an entry that has ended: that it did, and how. Not whom it was about. */
export function EndedEntry({ entry }: { readonly entry: EndedEntryData }) {
  const t = useText('lists')
  const listings = useText('listings')
  const common = useText('common')
  const { language } = usePage()
  const { number, list, mark, endedOn, delistingNumber } = entry
  const listName = listings(`list.${list}`)
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/', label: common('home') },
          { to: listPages[list], label: listName },
        ]}
        current={number}
      />
      <PageHeading
        title={t('ended.title', { number })}
        lead={<Badge>{listings(`entry.mark.${mark}`)}</Badge>}
        actions={
          <Link className="btn btn-ghost" to={listPages[list]}>
            {t('ended.back', { list: listName })}
          </Link>
        }
      />
      <Sheet title={listings('entry.facts')}>
        <p>{t('ended.text', { list: listName, day: formatDay(endedOn, language) })}</p>
        {mark === 'ANNULLED' && <p>{t('ended.annulled')}</p>}
        <DescriptionList
          items={[
            { term: t('ended.mark'), value: listings(`entry.mark.${mark}`) },
            { term: t('ended.day'), value: <Day on={endedOn} /> },
            ...(delistingNumber ? [{ term: t('ended.document'), value: delistingNumber }] : []),
          ]}
        />
      </Sheet>
    </>
  )
}
