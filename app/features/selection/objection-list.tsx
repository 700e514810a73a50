import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import type { SelectionData } from './documents.server.ts'

type ObjectionView = SelectionData['objections'][number]

/** The objections to a result with what became of each; who objected is told where the reader may know. */
export function ObjectionList({ rows }: { readonly rows: readonly ObjectionView[] }) {
  const t = useText('selection')
  if (rows.length === 0) return <p>{t('objections.none')}</p>
  return (
    <ul className="plain-list">
      {rows.map((one) => (
        <li key={one.number}>
          <b>{t('objections.number', { number: one.number })}</b>{' '}
          <Badge tone={one.state === 'OPEN' ? 'warn' : 'neutral'}>{t.optional(`objections.state.${one.state}`) ?? one.state}</Badge>
          <p className="small mute">
            {t('objections.filedAt')} <Instant at={one.filedAt} />
            {one.state === 'OPEN' && (
              <>
                {' · '}
                {t('objections.dueOn')} <Day on={one.answerDueOn} />
              </>
            )}
          </p>
          {one.grounds && <p className="prose whitespace-pre-line">{one.grounds}</p>}
          {one.reasons && (
            <p className="prose whitespace-pre-line">
              <b>{t('objections.answer')}</b> {one.reasons}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
