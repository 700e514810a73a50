import { Link } from '@remix-run/react'
import type { AgendaKind } from '#domain/acceptance/agenda.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { AgendaRow } from './agenda-documents.server.ts'

/** Where each kind is dealt with; `#` is its number. */
const places: Readonly<Record<AgendaKind, string>> = {
  CORRECTION_NOTICE: '/agency/cases/#',
  CASE_DECISION: '/agency/cases/#',
  SUPPLEMENT: '/agency/commitments/#',
  VERIFICATION: '/agency/verification/#',
  UNTRUE_DECISION: '/agency/findings/#',
  PUBLICITY_OBJECTION: '/agency/publicity-objections/#',
}

/** What is due, the earliest first, each with the way to where it is done. */
export function AgendaTable({
  caption,
  rows,
  isDayHidden = false,
}: {
  readonly caption: string
  readonly rows: readonly AgendaRow[]
  readonly isDayHidden?: boolean
}) {
  const t = useText('workload')
  const { language } = usePage()
  const day = { key: 'due', title: t('calendar.due'), cell: ({ dueOn }: AgendaRow) => <Day on={dueOn} /> }
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ kind, number }) => `${kind} ${number}`}
      empty={t('calendar.none')}
      columns={[
        ...(isDayHidden ? [] : [day]),
        { key: 'what', title: t('calendar.what'), cell: ({ kind }) => t(`kind.${kind}`) },
        {
          key: 'number',
          title: t('calendar.number'),
          cell: ({ kind, number }) => (
            <Link to={places[kind].replace('#', number)} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        { key: 'item', title: t('calendar.item'), cell: ({ itemNameZh, itemNameEn }) => (language === 'en' ? itemNameEn : itemNameZh) },
        { key: 'applicant', title: t('calendar.applicant'), cell: ({ applicantName }) => applicantName },
      ]}
    />
  )
}
