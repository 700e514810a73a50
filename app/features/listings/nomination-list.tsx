import { useText } from '#app/page-context.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { loadNominations } from './load-nominations.server.ts'
import { NominationTable } from './nomination-table.tsx'

const tabNames = ['open', 'decided'] as const

/** The nominations of an area, open or decided; the regulators' has the yearly reviews beside them. */
export function NominationList({
  title,
  base,
  hasReviews = false,
  tab,
  text,
  total,
  rows,
  links,
}: Awaited<ReturnType<typeof loadNominations>> & { readonly title: string; readonly base: string; readonly hasReviews?: boolean }) {
  const t = useText('lists')
  return (
    <>
      <Tabs
        label={title}
        tabs={[
          ...tabNames.map((name) => ({
            to: `${base}?tab=${name}`,
            label: t(`nominations.tabs.${name}`),
            isCurrent: name === tab,
            ...(name === tab ? { count: total } : {}),
          })),
          ...(hasReviews ? [{ to: `${base}/reviews`, label: t('nominations.tabs.reviews'), isCurrent: false }] : []),
        ]}
      />
      <SearchBox action={base} label={t('nominations.search')} button={t('nominations.find')} defaultValue={text} />
      <NominationTable rows={rows} caption={title} base={base} />
      <Pagination {...links} />
    </>
  )
}
