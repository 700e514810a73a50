import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { comparePath } from './compare-query.ts'
import { searchAddress } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'
import type { Picking } from './use-picking.ts'

/**
 * Those picked for the comparison, and its button, in the search form. Those of other pages go along as hidden fields; without scripts
 * the form carries the ticks of this page.
 */
export function CompareTray({
  query,
  picking: { picked, isFull },
  here,
}: {
  readonly query: SearchQuery
  readonly picking: Picking
  /** USCCs that have a tick box on this page. */
  readonly here: readonly string[]
}) {
  const t = useText('search')
  return (
    <section className={picked.length > 0 ? 'compare-tray compare-tray-held' : 'compare-tray'} aria-label={t('compare.tray')}>
      {picked
        .filter(({ uscc }) => !here.includes(uscc))
        .map(({ uscc }) => (
          <input key={uscc} type="hidden" name="with" value={uscc} />
        ))}
      <div>
        <p role="status" className="small">
          {isFull ? t('compare.full') : picked.length === 0 ? t('compare.none') : t('compare.picked', { count: picked.length })}
        </p>
        {picked.length > 0 && (
          <ul className="chips">
            {picked.map(({ uscc, name }) => (
              <li key={uscc}>
                <Link
                  to={searchAddress(query, { with: query.with.filter((one) => one !== uscc), page: query.page })}
                  preventScrollReset
                  aria-label={t('compare.remove', { name })}
                >
                  {name} <span aria-hidden="true">×</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      <button type="submit" formAction={comparePath} className="btn btn-primary btn-small">
        {t('compare.button')}
      </button>
    </section>
  )
}
