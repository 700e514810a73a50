import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ImpactOutcome } from '#domain/catalogue/catalogue-rule-set.ts'
import type { ChangeImpact } from '#domain/catalogue/change-impact.ts'
import { formatFen } from '#domain/kernel/money.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { Column } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** CountedImpact of the API: counts of all, the first rows of each list. */
export interface ImpactView extends ChangeImpact {
  readonly asOfOn: string
  readonly counts: Readonly<Record<keyof ChangeImpact, readonly { readonly outcome: ImpactOutcome; readonly count: number }[]>>
}

/** Whom a change touches and what happens to each, before publication or as kept with it. */
export function ImpactSheet({ impact, isKept }: { readonly impact: ImpactView; readonly isKept: boolean }) {
  const t = useText('catalogueChanges')
  const { language } = usePage()
  const lists = ['offerings', 'engagements', 'materials'] as const
  const total = (list: (typeof lists)[number]) => impact.counts[list].reduce((sum, { count }) => sum + count, 0)
  const isNone = lists.every((list) => total(list) === 0)
  return (
    <Sheet title={t('impact.title')} id="impact">
      <p className="small">{t(isKept ? 'impact.leadKept' : 'impact.lead', { day: formatDay(impact.asOfOn, language) })}</p>
      {isNone ? (
        <p>{t('impact.none')}</p>
      ) : (
        <>
          <BarChart
            title={t('impact.chart')}
            valueTitle={t('impact.value')}
            points={lists.map((list) => ({ label: t(`impact.${list}`), value: total(list), text: String(total(list)) }))}
          />
          <Materials impact={impact} />
          <Offerings impact={impact} />
          <Engagements impact={impact} />
          {total('engagements') > 0 && <p className="small mute">{t('impact.ownDefault')}</p>}
        </>
      )}
    </Sheet>
  )
}

function ImpactList<List extends keyof ChangeImpact>({
  impact,
  list,
  columns,
  rowKey,
}: {
  readonly impact: ImpactView
  readonly list: List
  readonly columns: readonly Column<ChangeImpact[List][number]>[]
  readonly rowKey: (row: ChangeImpact[List][number]) => string
}) {
  const t = useText('catalogueChanges')
  const counts = impact.counts[list]
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const outcome: Column<ChangeImpact[List][number]> = {
    key: 'outcome',
    title: t('impact.outcomeTitle'),
    cell: (row): ReactNode => t(`impact.outcome.${row.outcome}`),
  }
  return (
    <>
      <p>
        <strong>{t(`impact.${list}`)}</strong>
        {' · '}
        {counts.map(({ outcome: one, count }) => `${t(`impact.outcome.${one}`)} ${String(count)}`).join(' · ')}
      </p>
      <DataTable
        caption={t(`impact.${list}`)}
        isCaptionHidden
        columns={[...columns, outcome]}
        rows={impact[list]}
        rowKey={rowKey}
        empty={t('impact.none')}
      />
      {impact[list].length < all && <p className="small mute">{t('impact.first', { count: impact[list].length })}</p>}
    </>
  )
}

function Offerings({ impact }: { readonly impact: ImpactView }) {
  const t = useText('catalogueChanges')
  return (
    <ImpactList
      impact={impact}
      list="offerings"
      rowKey={({ uscc }) => uscc}
      columns={[
        { key: 'firm', title: t('impact.firm'), cell: ({ uscc, firm }) => <Link to={`/intermediaries/${uscc}`}>{firm}</Link> },
        { key: 'fee', title: t('impact.fee'), cell: ({ feeFen }) => formatFen(feeFen), isNumber: true },
      ]}
    />
  )
}

function Engagements({ impact }: { readonly impact: ImpactView }) {
  const t = useText('catalogueChanges')
  return (
    <ImpactList
      impact={impact}
      list="engagements"
      rowKey={({ number }) => number}
      columns={[
        { key: 'number', title: t('columns.number'), cell: ({ number }) => <span className="code">{number}</span> },
        { key: 'firm', title: t('impact.firm'), cell: ({ firm }) => firm },
        { key: 'project', title: t('impact.project'), cell: ({ projectName }) => projectName },
        { key: 'due', title: t('impact.due'), cell: ({ deliverDueOn }) => <Day on={deliverDueOn} /> },
      ]}
    />
  )
}

function Materials({ impact }: { readonly impact: ImpactView }) {
  const t = useText('catalogueChanges')
  return (
    <ImpactList
      impact={impact}
      list="materials"
      rowKey={({ approvalItemCode, seq }) => `${approvalItemCode} ${String(seq)}`}
      columns={[
        {
          key: 'approval',
          title: t('impact.approval'),
          cell: ({ approvalItemCode, approvalItem }) => <Link to={`/guides/${approvalItemCode}`}>{approvalItem}</Link>,
        },
        {
          key: 'material',
          title: t('impact.material'),
          cell: ({ seq, nameZh, isEssential }) => `${String(seq)}. ${nameZh}${isEssential ? `（${t('impact.essential')}）` : ''}`,
        },
      ]}
    />
  )
}
