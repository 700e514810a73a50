import { useText } from '#app/page-context.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { loadQueue } from './load-queue.server.ts'
import { RemedyTable } from './remedy-table.tsx'

const places = { appeals: 'appeals', repairs: 'repairs', dataObjections: 'data-objections' } as const

/** The remedies of one kind that wait for an answer, and those that have one. */
export function QueuePage({ title, kind, isAnswered, text, rows, links }: Awaited<ReturnType<typeof loadQueue>>) {
  const t = useText('remedies')
  return (
    <>
      <PageHeading title={title} lead={t(`queue.${kind}Lead`)} />
      <Tabs
        label={t('mine.title')}
        tabs={(['appeals', 'repairs', 'dataObjections'] as const).map((one) => ({
          to: `/regulator/${places[one]}`,
          label: t(`queue.${one}`),
          isCurrent: one === kind,
        }))}
      />
      <SearchBox
        action={`/regulator/${places[kind]}`}
        label={t('queue.search')}
        placeholder={t('queue.search')}
        button={t('queue.find')}
        defaultValue={text}
      />
      <Tabs
        label={title}
        tabs={[
          { to: '?tab=open', label: t('queue.open'), isCurrent: !isAnswered },
          { to: '?tab=answered', label: t('queue.answered'), isCurrent: isAnswered },
        ]}
      />
      <RemedyTable rows={rows} base="/regulator" caption={title} empty={t('queue.empty')} />
      <Pagination {...links} />
    </>
  )
}
