import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { OwnSelectionsDocument } from '#app/features/selection/list-documents.server.ts'
import { SelectionRow } from '#app/features/selection/selection-row.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  const { searchParams, search } = new URL(args.request.url)
  const { ownSelections } = await runOperation(args, OwnSelectionsDocument, pageArguments(searchParams, 20))
  return {
    title: t('mine.title'),
    selections: ownSelections.edges.map(({ node }) => node),
    links: pageLinks(search, ownSelections.pageInfo),
  }
}

/** 我的选取: drafts first, then what was announced. */
export default function OwnSelections() {
  const { title, selections, links } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const engagements = useText('engagements')
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner', label: engagements('mine.title') }]} current={title} />
      <PageHeading title={title} lead={t('mine.lead')} actions={<ButtonLink to="/owner/selections/new">{t('mine.start')}</ButtonLink>} />
      <h2 className="sr-only">{title}</h2>
      {selections.length === 0 && <p>{t('mine.none')}</p>}
      {selections.map((one) => (
        <SelectionRow key={one.number} of={one} to={`/owner/selections/${one.number}`} />
      ))}
      <Pagination {...links} />
    </>
  )
}
