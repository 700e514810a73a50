import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { SaveForm, SavedSearch } from '#app/features/intermediaries/saved-search-forms.tsx'
import { changeSavedSearches, loadSavedSearches } from '#app/features/intermediaries/saved-searches.server.ts'
import { searchPath } from '#app/features/intermediaries/search-query.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'search')
  return { ...(await loadSavedSearches(args)), title: t('saved.title') }
}

export const action = (args: ActionFunctionArgs) => changeSavedSearches(args)

/** 收藏的搜索: kept by a signed-in person for that person. */
export default function SavedSearches() {
  const { title, done, save, searches, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('search')
  const result = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('saved.lead')} actions={<Link to={searchPath}>{t('saved.toSearch')}</Link>} />
      {done && !result && <NoticeBanner title={t(`saved.${done}`)} tone="ok" isResult />}
      {save && (
        <Sheet title={t('saved.save')}>
          <SaveForm save={save} result={result} mutationId={clientMutationId} />
        </Sheet>
      )}
      <Sheet title={t('saved.list')}>
        {searches.length === 0 ? (
          <p>{t('saved.empty')}</p>
        ) : (
          <>
            <p className="small mute">{t('saved.count', { count: searches.length, most: 50 })}</p>
            <ul className="plain-list">
              {searches.map((saved) => (
                <li key={saved.key}>
                  <SavedSearch saved={saved} result={result} mutationId={clientMutationId} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Sheet>
    </>
  )
}
