import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Code } from '#app/ui/code.tsx'
import { Highlight } from '#app/ui/highlight.tsx'
import { ResultRow } from '#app/ui/result-row.tsx'
import { feeRange, shortFen } from './format-fee.ts'
import { Grade } from './grade.tsx'
import { entryAddress, ListBadges } from './list-badges.tsx'
import type { SearchHit } from './load-search.server.ts'
import { PickBox } from './pick-box.tsx'
import type { Picking } from './use-picking.ts'

/** One found institution: the same shape and size for each. */
export function SearchHitRow({ hit, picking }: { readonly hit: SearchHit; readonly picking: Picking }) {
  const t = useText('intermediaries')
  return (
    <ResultRow
      mark={<Grade letter={hit.grade} />}
      to={`/intermediaries/${hit.uscc}`}
      title={<Highlight text={hit.name} ranges={hit.marked} />}
      badges={
        <>
          <ListBadges entries={hit.entries} suspendedUntil={hit.suspendedUntil} />
          {!hit.isChoosable && hit.suspendedUntil === null && !hit.entries.some(({ list }) => list === 'BLACKLIST') && (
            <Badge tone="warn">{t('row.notChoosable')}</Badge>
          )}
        </>
      }
      code={<Code code={hit.uscc} label={`${t('page.uscc')} ${hit.name}`} />}
      facts={factsOf(hit, t)}
      match={<HitMatch hit={hit} />}
      note={<HitNote hit={hit} />}
      side={
        <>
          <HitFee hit={hit} />
          <PickBox uscc={hit.uscc} name={hit.name} picking={picking} />
        </>
      }
    />
  )
}

type Text = ReturnType<typeof useText<'intermediaries'>>

function factsOf(hit: SearchHit, t: Text): string[] {
  const { minDays, divisions, engagementCount, onTimePercent } = hit
  const facts: string[] = []
  if (minDays !== null) facts.push(t(hit.isAboutAskedItem ? 'row.days' : 'row.daysFrom', { days: minDays }))
  if (engagementCount > 0) {
    facts.push(
      onTimePercent === null
        ? t('row.recordNone', { engagements: engagementCount })
        : t('row.record', { engagements: engagementCount, percent: onTimePercent }),
    )
  }
  const separator = t.language === 'en' ? ', ' : '、'
  if (divisions.length > 3) facts.push(t('row.place', { names: divisions.slice(0, 2).join(separator), count: divisions.length }))
  else if (divisions.length > 0) facts.push(divisions.join(separator))
  if (hit.itemNames.length === 1) facts.push(hit.itemNames.join(separator))
  else if (hit.itemNames.length > 0) facts.push(t('row.items', { count: hit.itemNames.length }))
  return facts
}

/** Why it was found: the services asked for that it offers, or how its name fits. */
function HitMatch({ hit: { matchedServices, matchedBy } }: { readonly hit: SearchHit }) {
  const t = useText('search')
  if (matchedServices.length === 0 && matchedBy === null) return null
  return (
    <p className="small result-match">
      {matchedServices.length > 0 && (
        <span>
          {t('matched.service')}
          {matchedServices.map(({ code, name, marked }, index) => (
            <span key={code}>
              {index > 0 && (t.language === 'en' ? ', ' : '、')}
              <Highlight text={name} ranges={marked} />
            </span>
          ))}
        </span>
      )}
      {matchedBy !== null && <span className="match-reason">{t(`matched.${matchedBy}`)}</span>}
    </p>
  )
}

function HitNote({ hit }: { readonly hit: SearchHit }) {
  const t = useText('intermediaries')
  const bold = { b: (text: string) => <b key="b">{text}</b> }
  const entry = hit.entries.find(({ list }) => list === 'BLACKLIST')
  if (entry) {
    const { fromOn: from, reasons, untilOn } = entry
    return (
      <>
        {untilOn ? t.rich('row.listed', bold, { from, reasons, until: untilOn }) : t.rich('row.listedOpen', bold, { from, reasons })}{' '}
        <Link to={entryAddress(entry)}>{t('row.basis')}</Link>
      </>
    )
  }
  return hit.suspendedUntil === null ? null : <>{t.rich('row.suspended', bold, { until: hit.suspendedUntil })}</>
}

function HitFee({ hit }: { readonly hit: SearchHit }) {
  const t = useText('intermediaries')
  const search = useText('search')
  if (hit.minFeeFen === null || hit.maxFeeFen === null) return <>{t('row.noOffer')}</>
  const basis = hit.feeBases.map((one) => t(`feeBasis.${one}`)).join(' / ')
  return (
    <>
      <div className="result-figure num">
        {hit.isAboutAskedItem ? feeRange(hit.minFeeFen, hit.maxFeeFen) : t('row.feeFrom', { fee: shortFen(hit.minFeeFen) })}
      </div>
      {hit.feeSize !== null && <div className="small">{search('compare.cells.atSize', { size: hit.feeSize })}</div>}
      <div className="small mute">{hit.feeNote === '' ? basis : `${basis} · ${hit.feeNote}`}</div>
    </>
  )
}
