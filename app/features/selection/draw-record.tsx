import type { Rung } from '#domain/selection/draw-method.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useText } from '#app/page-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Code } from '#app/ui/code.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { SelectionData } from './documents.server.ts'
import { useReasonText } from './reason-text.ts'

/** What the announcement committed to, and where the draw stands. */
export function DrawRecord({ of, number }: { readonly of: NonNullable<SelectionData['draw']>; readonly number: string }) {
  const t = useText('selection')
  const reason = useReasonText()
  const isAwaited = of.state === 'COMMITTED' || of.state === 'WAITING'
  return (
    <>
      <p className="small mute mb-3">{t('draw.lead')}</p>
      <DescriptionList
        items={[
          { term: t('draw.state'), value: t(`draw.states.${of.state}`) },
          { term: t('draw.method'), value: of.method.algorithm },
          { term: t('draw.secretHash'), value: <Code code={of.secretHash} label={t('draw.secretHash')} /> },
          ...(of.drawnAt ? [{ term: t('draw.drawnAt'), value: <Instant at={of.drawnAt} /> }] : []),
        ]}
      />
      {of.failure !== null && <p>{reason(of.failure)}</p>}
      <h3 className="mt-4">{t('draw.ladder')}</h3>
      <ol className="list-decimal pl-6">
        {of.method.ladder.map((rung, index) => (
          <li key={rung.kind} aria-current={isAwaited && index === of.rung ? 'step' : undefined}>
            {t(`draw.rung.${rung.kind}`)} <RungTime of={rung} />
            {isAwaited && index === of.rung && of.awaited && (
              <b className="small">
                {t('draw.now', { from: formatInstant(of.awaited.opensAt), until: formatInstant(of.awaited.deadlineAt) })}
              </b>
            )}
          </li>
        ))}
      </ol>
      {of.state === 'DRAWN' && (
        <p className="mt-4">
          <ButtonLink to={`/selections/${number}/verify`}>{t('detail.verify')}</ButtonLink>
        </p>
      )}
    </>
  )
}

/** A beacon's round is known beforehand; the other sources follow the closing. */
function RungTime({ of }: { readonly of: Rung }) {
  const t = useText('selection')
  return of.kind === 'DRAND' ? (
    <span className="small mute num">{t('draw.round', { round: String(of.round), at: formatInstant(of.dueAt) })}</span>
  ) : null
}
