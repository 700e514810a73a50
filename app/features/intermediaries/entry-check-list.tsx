import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import type { EntryView } from './entry-documents.server.ts'
import { fieldLabel, findingText, problemText } from './entry-words.ts'

type Reading = NonNullable<EntryView['reading']>
const tones: Readonly<Record<Reading['findings'][number]['level'], Tone>> = { BLOCKS: 'seal', REVIEW: 'warn', NOTE: 'neutral' }

/** Everything that is missing or wrong, each with the way to its step. */
export function MissingParts({ number, problems }: { readonly number: string; readonly problems: Reading['problems'] }) {
  const t = useText('entry')
  return (
    <ul>
      {problems.map((problem, index) => {
        const label = fieldLabel(t, problem.step, problem.path)
        return (
          <li key={index}>
            <Link to={`/intermediary/entry/${number}/${problem.step}`}>{t(`step.${problem.step}`)}</Link>{' '}
            {label === '' ? problemText(t, problem) : t('summary.ofField', { label, text: problemText(t, problem) })}
          </li>
        )
      })}
    </ul>
  )
}

/** What register, lists and catalogue say about the application today. */
export function EntryFindings({ findings }: { readonly findings: Reading['findings'] }) {
  const t = useText('entry')
  if (findings.length === 0) return <p>{t('summary.noFindings')}</p>
  return (
    <ul className="plain-list">
      {findings.map((finding, index) => (
        <li key={index}>
          <Badge tone={tones[finding.level]}>{t(`level.${finding.level}`)}</Badge> {findingText(t, finding)}
        </li>
      ))}
    </ul>
  )
}
