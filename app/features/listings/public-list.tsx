import { Form, Link } from '@remix-run/react'
import { useId } from 'react'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import type { PublicListData } from './load-list.server.ts'
import { nameIn } from './name-in.ts'

const severities = ['MINOR', 'GENERAL', 'SERIOUS'] as const

/** 黑名单, 红名单 or 失信名单 as the public reads it: same row for everybody, each with its reason and its end. */
export function PublicList({ list, title, text, severity, entries, totalCount, links }: PublicListData) {
  const t = useText('listings')
  const common = useText('common')
  const { language } = usePage()
  const id = useId()
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading title={title} lead={t(`list.lead.${list}`)} />
      <Form role="search" aria-label={title} key={`${text} ${severity}`} className="actions mb-4">
        <label htmlFor={`${id}-q`} className="sr-only">
          {t('list.search')}
        </label>
        <input
          id={`${id}-q`}
          type="search"
          name="q"
          className="input grow basis-64"
          defaultValue={text}
          placeholder={t('list.search')}
          maxLength={100}
        />
        {list !== 'RED_LIST' && (
          <>
            <label htmlFor={`${id}-severity`} className="sr-only">
              {t('list.severity')}
            </label>
            <select id={`${id}-severity`} name="severity" className="input input-select" defaultValue={severity}>
              <option value="">{`${t('list.severity')}: ${t('list.any')}`}</option>
              {severities.map((one) => (
                <option key={one} value={one}>
                  {t(`severity.${one}`)}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="submit" className="btn btn-primary">
          {t('list.button')}
        </button>
      </Form>
      <p className="small mute" role="status">
        {t('list.found', { count: totalCount })}
      </p>
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          {
            key: 'name',
            title: t('list.name'),
            cell: ({ number, party }) => (
              <>
                <Link to={`/lists/${number}`}>{party.name}</Link>
                <div className="small mute num">{party.code}</div>
              </>
            ),
          },
          {
            key: 'reason',
            title: t('list.reason'),
            cell: ({ violation, reasons }) => (violation ? nameIn(language, violation) : reasons),
          },
          {
            key: 'severity',
            title: t('list.severity'),
            cell: (entry) => entry.severity && <Badge>{t(`severity.${entry.severity}`)}</Badge>,
          },
          { key: 'from', title: t('list.from'), cell: ({ fromOn }) => <Day on={fromOn} /> },
          { key: 'until', title: t('list.until'), cell: ({ untilOn }) => (untilOn ? <Day on={untilOn} /> : t('list.openEnd')) },
        ]}
        rows={entries}
        rowKey={({ number }) => number}
        empty={t('list.empty')}
      />
      <Pagination {...links} />
      <Reasons summary={t('list.howTo')}>
        <p>{t('list.procedure')}</p>
      </Reasons>
    </>
  )
}
