import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Day } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StatTile } from '#app/ui/stat-tile.tsx'
import type { PromiseRecordData } from './promise-record.server.ts'
import { findingTones } from './tones.ts'

/** The applicant's promises in figures, how far the dishonesty list is, and what it would mean. */
export function PromiseRecord({ myCommitmentRecord: of, untrueFindings }: PromiseRecordData) {
  const t = useText('verification')
  const { missCount, missesToList, keptCount, openCount, untrueCount } = of
  const findings = untrueFindings.edges.map(({ node }) => node)
  return (
    <>
      <Sheet title={t('record.title')}>
        <div className="stat-tiles">
          <StatTile value={keptCount} label={t('record.kept')} />
          <StatTile value={openCount} label={t('record.open')} />
          <StatTile value={`${missCount} / ${missesToList}`} label={t('record.missed')} />
          <StatTile value={untrueCount} label={t('record.untrue')} />
        </div>
        <p>{t('record.meaning', { limit: missesToList })}</p>
        <ul>
          <li>{t('record.listed', { years: of.acceptanceBarYears })}</li>
          <li>{of.isHandlingBarredForLife ? t('record.forLife') : t('record.notForLife')}</li>
          <li>{t('record.annulled')}</li>
        </ul>
        <p className="small mute">{of.clause}</p>
      </Sheet>
      {findings.length > 0 && (
        <Sheet title={t('record.findings')}>
          <ul>
            {findings.map(({ number, state, defenceDueOn, commitment }) => (
              <li key={number} className="mb-2">
                <Link to={`/owner/findings/${number}`}>{number}</Link> · {commitment.number}{' '}
                <Badge tone={findingTones[state]}>{t(`untrueState.${state}`)}</Badge>
                {state === 'NOTICED' && (
                  <span className="small mute">
                    {' '}
                    {t('findings.defenceDue')} <Day on={defenceDueOn} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
