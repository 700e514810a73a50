import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import type { RecordData } from './documents.server.ts'

/** One recorded breach with its objections, and the way to object where one is open. */
export function BreachEntry({ breach }: { readonly breach: RecordData['breaches'][number] }) {
  const t = useText('acceptance')
  const { language } = usePage()
  const { kind, breachedOn, recordedAt, reason, annulledAt, commitment, objections } = breach
  const isPending = objections.some(({ state }) => state === 'FILED')
  return (
    <section className="sheet" aria-label={`${commitment.number} ${t(`breach.${kind}`)}`}>
      <p>
        <Badge tone={annulledAt ? 'neutral' : kind === 'UNTRUE' ? 'seal' : 'warn'}>{t(`breach.${kind}`)}</Badge> <Day on={breachedOn} />{' '}
        <span className="num">{commitment.number}</span> · {commitment.case.agencyName}
      </p>
      <p>{reason}</p>
      <p className="small mute">
        {t('mine.recordedAt')} <Instant at={recordedAt} />
        {annulledAt && ` · ${t('mine.annulled', { at: formatInstant(annulledAt) })}`}
      </p>
      {objections.map((objection) => (
        <div key={objection.key} className="notice notice-brand mt-2">
          <div>
            <p className="notice-title">
              {t('mine.objection')}: {t(`ground.${objection.ground}`)} · {t(`objectionState.${objection.state}`)}
            </p>
            <p>{objection.text}</p>
            <p className="small mute">
              {objection.reasons
                ? `${t('mine.answered')}: ${objection.reasons}`
                : t('mine.answerBy', { day: formatDay(objection.answerDueOn, language) })}
            </p>
          </div>
        </div>
      ))}
      {!annulledAt && !isPending && (
        <p className="actions mt-2">
          <ButtonLink look="ghost" isSmall to={`/owner/promises/${commitment.number}/object?kind=${kind}`}>
            {t('mine.object')}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
