import { Link } from '@remix-run/react'
import type { AppealState } from '#domain/remedies/appeal.ts'
import { useText } from '#app/page-context.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Ends of an appeal after which another can be filed in time. */
const refilable: readonly AppealState[] = ['NOT_ADMITTED', 'WITHDRAWN']

/** On a party's page of its decided case: what it can do against the decision, and what it has done. @param base where its pages lie */
export function CaseRemedies({
  number,
  appeals,
  base,
}: {
  readonly number: string
  readonly appeals: readonly { readonly number: string; readonly state: AppealState }[]
  readonly base: string
}) {
  const t = useText('remedies')
  const isAppealed = appeals.some(({ state }) => !refilable.includes(state))
  return (
    <Sheet title={t('mine.title')}>
      {appeals.length > 0 && (
        <ul>
          {appeals.map((appeal) => (
            <li key={appeal.number}>
              <Link to={`${base}/appeals/${appeal.number}`}>{t('appeal.title', { number: appeal.number })}</Link>{' '}
              {t(`appealState.${appeal.state}`)}
            </li>
          ))}
        </ul>
      )}
      <p className="actions">
        {!isAppealed && <ButtonLink to={`${base}/remedies/appeal/${number}`}>{t('mine.appeal')}</ButtonLink>}
        <Link to={`${base}/remedies`}>{t('mine.ways')}</Link>
      </p>
    </Sheet>
  )
}
