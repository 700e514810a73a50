import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'

/** Pages as links. For cursors give only previous and next; for numbered pages also `page` and `pageCount`. */
export function Pagination({
  previous,
  next,
  page,
  pageCount,
  toPage,
}: {
  readonly previous?: string
  readonly next?: string
  readonly page?: number
  readonly pageCount?: number
  readonly toPage?: (page: number) => string
}) {
  const t = useText('common')
  if (!previous && !next) return null
  return (
    <nav className="pagination" aria-label={t('pages')}>
      {previous && (
        <Link to={previous} rel="prev">
          ← {t('previous')}
        </Link>
      )}
      {page !== undefined && pageCount !== undefined && toPage && (
        <ol>
          {nearPages(page, pageCount).map((number, index) => (
            <li key={number ?? `gap-${index}`}>
              {number === null ? (
                '…'
              ) : (
                <Link to={toPage(number)} aria-current={number === page ? 'page' : undefined} aria-label={t('pageNumber', { number })}>
                  {number}
                </Link>
              )}
            </li>
          ))}
        </ol>
      )}
      {next && (
        <Link to={next} rel="next">
          {t('next')} →
        </Link>
      )}
    </nav>
  )
}

/** First, last, the current page and its neighbours; null stands for a gap. */
export function nearPages(page: number, pageCount: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pageCount].filter((number) => number >= 1 && number <= pageCount)
  const unique = [...new Set(shown)].sort((a, b) => a - b)
  return unique.flatMap((number, index) => (index > 0 && number - (unique[index - 1] ?? 0) > 1 ? [null, number] : [number]))
}
