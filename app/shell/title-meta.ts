import type { MetaFunction } from '@remix-run/react'

export const withSiteName = (title: string): string => `${title} · 信选`

/** The document's title from the loader's `title`: `export const meta = titleMeta`. The loader has the language, the browser may not have the texts yet. */
export const titleMeta: MetaFunction = ({ data, error }) => {
  const title = !error && typeof data === 'object' && data !== null && 'title' in data ? data.title : undefined
  return typeof title === 'string' ? [{ title: withSiteName(title) }] : []
}
