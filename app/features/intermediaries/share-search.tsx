import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useText } from '#app/page-context.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { printSearchQuery, searchAddress, searchAlone } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'

/** Where a search is saved under a name. */
export const savePath = '/saved-searches'

/** 分享或保存: the search's one address, without page and comparison. */
export function ShareSearch({ query }: { readonly query: SearchQuery }) {
  const t = useText('search')
  const address = searchAddress(searchAlone(query))
  // Only the browser knows under which name it reached the site.
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  const save = new URLSearchParams({ save: String(printSearchQuery(searchAlone(query))) })
  return (
    <section className="share-search no-print" aria-labelledby="share">
      <h2 id="share" className="small">
        {t('share.title')}
      </h2>
      <p className="small">
        {t('share.address')} <Link to={address}>{decoded(address)}</Link>{' '}
        <CopyButton text={origin + address} label={t('share.copy')} key={address} />
      </p>
      <p className="small">
        <Link to={`${savePath}?${save}`}>{t('share.save')}</Link>
      </p>
    </section>
  )
}

/** Readable, as address bars show it. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address.replaceAll('+', ' '))
  } catch {
    return address
  }
}
