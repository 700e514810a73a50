import { Link } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { QueueRow } from './documents.server.ts'

export const caseTones: Readonly<Record<QueueRow['state'], Tone>> = {
  DRAFT: 'neutral',
  FILED: 'brand',
  CORRECTION_REQUESTED: 'warn',
  NOT_ACCEPTED: 'neutral',
  ACCEPTED: 'brand',
  DECIDED: 'ok',
  REFUSED: 'neutral',
  WITHDRAWN: 'neutral',
  REVOKED: 'seal',
}

/** Approval cases, each with the limit that runs now. */
export function CaseTable({
  caption,
  rows,
  toCase,
  empty,
}: {
  readonly caption: string
  readonly rows: readonly QueueRow[]
  readonly toCase: (number: string) => string
  readonly empty: string
}) {
  const t = useText('acceptance')
  const { language } = usePage()
  const limitOf = ({ state, noticeLastOn, decisionDueOn }: QueueRow) =>
    state === 'FILED' && noticeLastOn
      ? t('queue.noticeBy', { day: formatDay(noticeLastOn, language) })
      : state === 'ACCEPTED' && decisionDueOn
        ? t('queue.decideBy', { day: formatDay(decisionDueOn, language) })
        : ''
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
          title: t('queue.number'),
          cell: ({ number }) => (
            <Link to={toCase(number)} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        {
          key: 'applicant',
          title: t('queue.applicant'),
          cell: ({ applicant }) => (
            <>
              {applicant.name} <span className="small mute num">{applicant.code}</span>
            </>
          ),
        },
        { key: 'item', title: t('queue.item'), cell: ({ approvalItem }) => nameIn(language, approvalItem) },
        { key: 'state', title: t('queue.state'), cell: ({ state }) => <Badge tone={caseTones[state]}>{t(`state.${state}`)}</Badge> },
        { key: 'filed', title: t('queue.filed'), cell: ({ filedAt }) => <Day on={shanghaiDayOf(new Date(filedAt))} /> },
        { key: 'limit', title: t('queue.limit'), cell: limitOf },
      ]}
    />
  )
}
