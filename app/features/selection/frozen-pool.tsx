import { Link } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import type { FrozenPool, PoolPlace } from '#domain/selection/pool.ts'
import { useText } from '#app/page-context.tsx'
import { Code } from '#app/ui/code.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'

/** Who stood in the selection when it closed, in the order that was hashed, with what the owner saw of each. */
export function FrozenPoolTable({ pool, hash }: { readonly pool: FrozenPool; readonly hash: string }) {
  const t = useText('selection')
  return (
    <>
      <p className="small mute mb-3">{t('pool.lead')}</p>
      <DescriptionList
        items={[
          { term: t('pool.frozenAt'), value: <Instant at={pool.frozenAt} /> },
          { term: t('pool.hash'), value: <Hash hash={hash} label={t('pool.hash')} /> },
        ]}
      />
      <DataTable<PoolPlace>
        caption={t('pool.title')}
        isCaptionHidden
        rows={pool.places}
        rowKey={({ signUpId }) => signUpId}
        empty={t('pool.none')}
        columns={[
          {
            key: 'name',
            title: t('pool.name'),
            cell: ({ place, name, uscc }) => (
              <>
                {place}. <Link to={`/intermediaries/${uscc}`}>{name}</Link>
                <div className="small">
                  <Code code={uscc} label={t('pool.uscc')} />
                </div>
              </>
            ),
          },
          { key: 'fee', title: t('pool.fee'), isNumber: true, cell: ({ feeFen }) => (feeFen === null ? '—' : formatFen(feeFen)) },
          {
            key: 'days',
            title: t('pool.days'),
            isNumber: true,
            cell: ({ promisedWorkingDays }) => t('detail.days', { days: promisedWorkingDays }),
          },
          { key: 'grade', title: t('pool.grade'), cell: ({ grade, score }) => [grade, score].filter((one) => one !== null).join(' · ') },
          { key: 'at', title: t('pool.signedUpAt'), cell: ({ signedUpAt }) => <Instant at={signedUpAt} /> },
        ]}
      />
    </>
  )
}

/** A hash to compare and copy; breaks anywhere on a narrow screen. */
export function Hash({ hash, label }: { readonly hash: string; readonly label: string }) {
  return <Code code={hash} label={label} />
}
