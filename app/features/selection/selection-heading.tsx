import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import type { SelectionData } from './documents.server.ts'
import { SelectionStateBadge } from './selection-state.tsx'

/** Project, state and what that means, with the rounds before and after. */
export function SelectionHeading({
  of,
  title,
  actions,
}: {
  readonly of: SelectionData
  readonly title: string
  readonly actions?: ReactNode
}) {
  const t = useText('selection')
  return (
    <PageHeading
      title={title}
      lead={
        <>
          <SelectionStateBadge state={of.state} /> {of.projectName} · {t(`mode.${of.mode}`)}
          <div className="small">{t(`stateText.${of.state}`)}</div>
          {of.previousNumber && (
            <div className="small">
              {t('detail.round', { round: of.round })} ·{' '}
              <Link to={`/selections/${of.previousNumber}`}>{t('detail.previous', { number: of.previousNumber })}</Link>
            </div>
          )}
          {of.nextNumber && (
            <div className="small">
              <Link to={`/selections/${of.nextNumber}`}>{t('detail.nextRound', { number: of.nextNumber })}</Link>
            </div>
          )}
        </>
      }
      actions={actions}
    />
  )
}
