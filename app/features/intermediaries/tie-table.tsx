import type { AffiliationKind } from '#domain/intermediaries/affiliation.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'

interface Tie {
  readonly key: string
  readonly kind: AffiliationKind
  readonly partyName: string
  readonly partyUscc: string | null
  readonly agencyName: string | null
  readonly sharePercent: number | null
  readonly fromOn: string
  readonly untilOn: string | null
  readonly isDeclared: boolean
  readonly recordReasons?: string | null
  readonly recordEvidence?: string | null
}

/** 关联关系 with agency, share and time. */
export function TieTable({ ties, caption }: { readonly ties: readonly Tie[]; readonly caption: string }) {
  const t = useText('upkeep')
  const words = useText('entry')
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={ties}
      rowKey={({ key }) => key}
      empty={t('affiliations.empty')}
      columns={[
        {
          key: 'party',
          title: t('field.partyName'),
          cell: ({ partyName, partyUscc, isDeclared, recordReasons, recordEvidence }) => (
            <>
              {partyName} {!isDeclared && <Badge tone="warn">{t('affiliations.found')}</Badge>}
              {partyUscc && <div className="small mute code">{partyUscc}</div>}
              {recordReasons && <div className="small">{t('affiliations.recordReasons', { reasons: recordReasons })}</div>}
              {recordEvidence && <div className="small">{t('affiliations.recordEvidence', { evidence: recordEvidence })}</div>}
            </>
          ),
        },
        {
          key: 'kind',
          title: t('field.kind'),
          cell: ({ kind, sharePercent }) => `${words(`tie.kinds.${kind}`)}${sharePercent === null ? '' : ` ${sharePercent}%`}`,
        },
        { key: 'agency', title: t('field.agencyId'), cell: ({ agencyName }) => agencyName ?? '—' },
        {
          key: 'time',
          title: t('affiliations.time'),
          cell: ({ fromOn, untilOn }) => (
            <>
              <Day on={fromOn} /> – {untilOn === null ? t('affiliations.lasting') : <Day on={untilOn} />}
            </>
          ),
        },
      ]}
    />
  )
}
