import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { organisationKinds } from '#app/features/access/organisation-kinds.ts'
import { loadOrganisations } from '#app/features/access/organisations.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadOrganisations(args)

/** All organisations, for administrators. */
export default function Organisations() {
  const { title, text, kind, organisations, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('administration')
  const { language } = usePage()
  const kinds = [null, ...organisationKinds]
  return (
    <>
      <PageHeading
        title={title}
        lead={t('organisations.lead')}
        actions={<ButtonLink to="/regulator/admin-organisations/new">{t('organisations.new')}</ButtonLink>}
      />
      <SearchBox
        action="/regulator/admin-organisations"
        label={t('organisations.search')}
        placeholder={t('organisations.search')}
        button={t('organisations.searchButton')}
        defaultValue={text}
      />
      <Tabs
        label={t('organisations.kinds')}
        tabs={kinds.map((each) => ({
          to: each ? `?kind=${each}` : '/regulator/admin-organisations',
          label: each ? t(`kind.${each}`) : t('organisations.all'),
          isCurrent: each === kind,
        }))}
      />
      <p className="small mute">{t('organisations.found', { count: totalCount })}</p>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={organisations}
        rowKey={({ organisationId }) => organisationId}
        empty={t('organisations.empty')}
        columns={[
          {
            key: 'name',
            title: t('organisations.name'),
            cell: ({ organisationId, nameZh, nameEn }) => (
              <Link to={`/regulator/admin-organisations/${organisationId}`}>{language === 'en' ? (nameEn ?? nameZh) : nameZh}</Link>
            ),
          },
          { key: 'kind', title: t('organisations.kind'), cell: (organisation) => t(`kind.${organisation.kind}`) },
          {
            key: 'division',
            title: t('organisations.division'),
            cell: ({ division }) => (language === 'en' ? division.nameEn : division.nameZh),
          },
          { key: 'agencyKind', title: t('organisations.agencyKind'), cell: ({ agencyKindZh }) => agencyKindZh ?? '' },
          { key: 'members', title: t('organisations.members'), cell: ({ memberCount }) => memberCount, isNumber: true },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
