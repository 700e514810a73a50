import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { entryAddress } from './list-badges.tsx'
import type { IntermediaryView } from './load-intermediary.server.ts'

const tones: Readonly<Record<IntermediaryView['qualifications'][number]['status'], Tone>> = {
  VALID: 'ok',
  EXPIRING: 'warn',
  EXPIRED: 'seal',
  NOT_YET_VALID: 'neutral',
}

/** 资质, each with what it is worth today. */
export function Qualifications({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  if (view.qualifications.length === 0) return <p>{t('page.qualifications.empty')}</p>
  return (
    <ul className="plain-list">
      {view.qualifications.map((one) => (
        <li key={one.certificateNo}>
          <Badge tone={tones[one.status]}>{t(`page.qualifications.status.${one.status}`)}</Badge> {one.name}
          {one.grade !== null && ` · ${one.grade}`}
          <div className="small mute">
            {one.issuer} · {one.certificateNo} ·{' '}
            {one.validUntilOn === null ? t('page.qualifications.unlimited') : t('page.qualifications.until', { until: one.validUntilOn })}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** 从业人员, by name and masked number. */
export function People({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  if (view.practitioners.length === 0) return <p>{t('page.people.empty')}</p>
  return (
    <ul className="plain-list">
      {view.practitioners.map(({ name, identityMasked, title, certificateNo }, index) => (
        <li key={index}>
          {name} · {title}
          <div className="small mute">
            <span className="code">{identityMasked}</span>
            {certificateNo !== null && ` · ${certificateNo}`}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What is registered about the institution. */
export function RegisterFacts({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  const onTime = t('page.facts.onTimeValue', { onTime: view.deliveredOnTimeCount, delivered: view.deliveredCount })
  return (
    <DescriptionList
      items={[
        { term: t('page.facts.legalForm'), value: view.legalForm },
        { term: t('page.facts.representative'), value: view.legalRepresentative },
        ...(view.division ? [{ term: t('page.facts.division'), value: view.division }] : []),
        { term: t('page.facts.address'), value: view.address },
        { term: t('page.facts.phone'), value: view.phone },
        { term: t('page.facts.engagements'), value: view.engagementCount },
        ...(view.deliveredCount > 0 ? [{ term: t('page.facts.onTime'), value: onTime }] : []),
        ...(view.introduction === '' ? [] : [{ term: t('page.facts.introduction'), value: view.introduction }]),
      ]}
    />
  )
}

/** 记录: from the latest back to the entry. */
export function RecordTimeline({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  const holds = view.standing?.bars.filter(({ kind, isHold }) => kind === 'PROVIDE_SERVICES' && isHold) ?? []
  const entries = [
    ...view.listEntries.map((entry) => ({
      key: entry.number,
      on: entry.fromOn,
      title: t('page.record.entered', { list: t(`badge.${entry.list}`) }),
      detail: (
        <>
          {entry.reasons} <Link to={entryAddress(entry)}>{t('page.record.entryDetail')}</Link>
        </>
      ),
    })),
    ...view.creditEvents.map(({ key, kind, points, clause, countsFromOn }) => ({
      key,
      on: countsFromOn,
      title: t.optional(`page.lines.${kind}`) ?? kind,
      detail: <>{`${clause} · ${t('page.record.points', { points: points > 0 ? `+${points}` : String(points).replace('-', '−') })}`}</>,
    })),
    ...holds.map((hold, index) => ({
      key: `hold-${index}`,
      on: hold.from,
      title: t('page.record.suspended', { until: hold.until ?? '' }),
      detail: <>{hold.clause}</>,
    })),
    { key: 'listed', on: view.listedOn, title: t('page.record.listed'), detail: null },
  ].sort((a, b) => (a.on < b.on ? 1 : -1))
  return (
    <Timeline
      label={t('page.record.title')}
      entries={entries.map(({ on, ...entry }) => ({ ...entry, when: <time dateTime={on}>{on}</time> }))}
    />
  )
}
