import type { MetaFunction } from '@remix-run/react'
import { titleMeta } from '#app/shell/title-meta.ts'
import { listFeeds } from './list-pages.ts'

/** The head of a list's page: its title, and where readers find its feed. */
export const listMeta =
  (list: keyof typeof listFeeds): MetaFunction =>
  (args) => [...(titleMeta(args) ?? []), { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: listFeeds[list] }]
