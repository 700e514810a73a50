import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'

interface NomineeChoiceProps {
  /** Of the organisation. */
  readonly code: string
  readonly practitioners: readonly {
    readonly key: string
    readonly name: string
    readonly identityMasked: string | null
    readonly title: string
  }[]
  /** The key of a practitioner; empty: the organisation itself. */
  readonly chosen: string
}

/** Whom of an institution to nominate: itself, or one of its practitioners. An organisation without practitioners leaves no choice. */
export function NomineeChoice({ code, practitioners, chosen }: NomineeChoiceProps) {
  const t = useText('lists')
  const report = useText('listings')
  if (practitioners.length === 0) return null
  const to = (practitioner: string) => `/agency/nominations/new?${new URLSearchParams({ code, practitioner }).toString()}`
  const choices = [
    { key: '', label: t('nominate.institution') },
    ...practitioners.map(({ key, name, identityMasked, title }) => ({
      key,
      label: report('report.person', { name, identity: identityMasked ?? '', title }),
    })),
  ]
  return (
    <nav aria-label={t('nominate.whom')}>
      <p className="small mute">{t('nominate.whom')}</p>
      <ul>
        {choices.map(({ key, label }) => (
          <li key={key}>{key === chosen ? <b>{label}</b> : <Link to={to(key)}>{label}</Link>}</li>
        ))}
      </ul>
    </nav>
  )
}
