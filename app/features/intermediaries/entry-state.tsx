import type { EntryState } from '#domain/intermediaries/entry-application.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { Instant } from '#app/ui/day.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { EntryView } from './entry-documents.server.ts'
import { findingText, wordsOf } from './entry-words.ts'

const tones: Readonly<Record<EntryState, Tone>> = {
  DRAFT: 'neutral',
  SUBMITTED: 'brand',
  RETURNED: 'warn',
  PUBLICITY: 'brand',
  LISTED: 'ok',
  REFUSED: 'seal',
  WITHDRAWN: 'neutral',
}

export function EntryStateBadge({ state }: { readonly state: EntryState }) {
  const t = useText('entry')
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
}

/** The course of an application: what happened, when, and why. */
export function EntryTrail({ of }: { readonly of: Pick<EntryView, 'trail'> }) {
  const t = useText('entry')
  const entries = of.trail.map(({ at, action, actorName, facts }, index) => {
    const { state = '', outcome = '', reasons = '', findings, ...more } = (facts ?? {}) as Record<string, unknown>
    const step = action.replace('entry.', '')
    const found = Array.isArray(findings) ? findings.map((code: string) => findingText(t, { code, facts: {} })) : []
    const words = wordsOf(more, t.language)
    return {
      key: String(index),
      when: <Instant at={at} />,
      title: t.optional(`trail.${step}${step === 'check' ? state : step === 'decideObjection' ? outcome : ''}`, words) ?? action,
      detail: [reasons, ...found, actorName].filter((one) => typeof one === 'string' && one !== '').join(' · '),
    }
  })
  return <Timeline label={t('trail.title')} entries={entries} />
}
