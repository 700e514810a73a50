import { useText } from '#app/page-context.tsx'
import type { IntermediaryView } from './load-intermediary.server.ts'

/** 关联关系 as published: to whom the institution belongs today, and which agencies' items that closes to it. */
export function Ties({ view }: { readonly view: IntermediaryView }) {
  const t = useText('intermediaries')
  const words = useText('entry')
  const lasting = view.affiliations.filter(({ untilOn }) => untilOn === null)
  if (lasting.length === 0) return <p>{t('page.ties.empty')}</p>
  return (
    <>
      <ul className="plain-list">
        {lasting.map(({ key, kind, partyName, agencyName, sharePercent, fromOn }) => (
          <li key={key}>
            {partyName}
            {sharePercent !== null && ` ${sharePercent}%`}
            <div className="small mute">
              {words(`tie.kinds.${kind}`)}
              {agencyName !== null && agencyName !== partyName && ` · ${agencyName}`} · {t('page.ties.since', { since: fromOn })}
            </div>
          </li>
        ))}
      </ul>
      {view.agencyTies.map(({ agencyName, through }) => (
        <p key={agencyName} className="small">
          {t('page.ties.barred', { agency: agencyName, through: through.join(' → ') })}
        </p>
      ))}
    </>
  )
}
