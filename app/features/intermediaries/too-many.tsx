import { Form } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { comparePath } from './compare-query.ts'
import type { CompareQuery } from './compare-query.ts'
import type { NamedIntermediary } from './load-names.server.ts'

/** A fifth can't be compared: says so, and lets the reader say which to keep. */
export function TooMany({ names, query }: { readonly names: readonly NamedIntermediary[]; readonly query: CompareQuery }) {
  const t = useText('search')
  return (
    <NoticeBanner tone="warn" title={t('compare.tooMany', { count: query.with.length })}>
      <Form action={comparePath}>
        <fieldset>
          <legend>{t('compare.tooManyNext')}</legend>
          {names.map(({ uscc, name }) => (
            <label key={uscc} className="facet-option">
              <input type="checkbox" name="with" value={uscc} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        {query.item !== '' && <input type="hidden" name="item" value={query.item} />}
        <p className="actions">
          <button type="submit" className="btn btn-primary btn-small">
            {t('compare.compareThese')}
          </button>
        </p>
      </Form>
    </NoticeBanner>
  )
}
