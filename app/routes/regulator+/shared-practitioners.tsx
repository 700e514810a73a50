import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { SharedPractitionersDocument } from '#app/features/intermediaries/upkeep-documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

const size = 20

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  const page = Math.max(1, Number.parseInt(new URL(args.request.url).searchParams.get('page') ?? '1', 10) || 1)
  const { sharedPractitioners } = await runOperation(args, SharedPractitionersDocument, { page: Math.min(page, 10_000) })
  return { title: t('shared.title'), page, ...sharedPractitioners }
}

/** 多处登记人员: one person at several institutions is allowed and looked at (rulebook R3). */
export default function SharedPractitioners() {
  const { title, page, total, people } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  return (
    <>
      <PageHeading title={title} lead={t('shared.lead')} />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={people}
        rowKey={({ key }) => key}
        empty={t('shared.empty')}
        columns={[
          { key: 'name', title: t('field.personName'), cell: ({ name }) => name },
          { key: 'masked', title: t('field.identityMasked'), cell: ({ identityMasked }) => <span className="code">{identityMasked}</span> },
          {
            key: 'institutions',
            title: t('shared.institutions'),
            cell: ({ institutions }) => (
              <ul className="plain-list">
                {institutions.map((one) => (
                  <li key={one.uscc}>
                    <Link to={`/intermediaries/${one.uscc}`}>{one.name}</Link> · {one.title}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <Pagination previous={page > 1 ? `?page=${page - 1}` : undefined} next={page * size < total ? `?page=${page + 1}` : undefined} />
    </>
  )
}
