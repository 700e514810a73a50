import { Link } from '@remix-run/react'
import { promiseTones } from '#app/features/acceptance/promise-tones.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { CommitmentRow } from './documents.server.ts'

/** Promises by due day, each with what is still outstanding. */
export function CommitmentTable({
  caption,
  rows,
  toCommitment,
  empty,
}: {
  readonly caption: string
  readonly rows: readonly CommitmentRow[]
  readonly toCommitment: (number: string) => string
  readonly empty: string
}) {
  const t = useText('acceptance')
  const { language } = usePage()
  const outstanding = ({ items }: CommitmentRow) =>
    items
      .filter(({ isDelivered }) => !isDelivered)
      .map((item) => nameIn(language, item))
      .join(language === 'en' ? '; ' : '、')
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ number }) => number}
      empty={empty}
      columns={[
        {
          key: 'number',
          title: t('promises.number'),
          cell: ({ number }) => (
            <Link to={toCommitment(number)} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        { key: 'due', title: t('promises.due'), cell: ({ dueOn }) => <Day on={dueOn} /> },
        {
          key: 'applicant',
          title: t('promises.applicant'),
          cell: ({ applicant }) => (
            <>
              {applicant.name} <span className="small mute num">{applicant.code}</span>
            </>
          ),
        },
        { key: 'materials', title: t('promises.materials'), cell: outstanding },
        {
          key: 'state',
          title: t('promises.state'),
          cell: ({ state, mode }) => (
            <>
              <Badge tone={promiseTones[state]}>{t(`promiseState.${state}`)}</Badge> <span className="small mute">{t(`mode.${mode}`)}</span>
            </>
          ),
        },
      ]}
    />
  )
}
