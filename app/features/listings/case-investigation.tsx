import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { CaseData } from './documents.server.ts'

/** What the investigation wrote down, and the parties it is one procedure with: for officials. */
export function CaseInvestigation({ of }: { readonly of: CaseData }) {
  const t = useText('listings')
  return (
    <>
      {of.records.length > 0 && (
        <Sheet title={t('procedure.records')}>
          {of.records.map(({ key, kind, takenAt, place, counterpart, secondOfficer, text, addedBy }) => (
            <Reasons key={key} summary={`${t(`step.ADD_RECORD.kinds.${kind}`)} · ${counterpart}`}>
              <p className="small mute">
                <Instant at={takenAt} /> · {place} · {t('procedure.recordBy', { officer: addedBy ?? '', second: secondOfficer })}
              </p>
              <p className="prose whitespace-pre-line">{text}</p>
            </Reasons>
          ))}
        </Sheet>
      )}
      {of.joined.length > 0 && (
        <Sheet title={t('procedure.joined')}>
          <ul>
            {of.joined.map(({ number, state, partyName }) => (
              <li key={number}>
                <Link to={`/regulator/cases/${number}`}>{number}</Link> {partyName}{' '}
                <span className="small mute">{t(`state.${state}`)}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
