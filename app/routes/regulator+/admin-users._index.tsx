import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountTable } from '#app/features/access/account-table.tsx'
import { loadAccounts } from '#app/features/access/accounts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadAccounts(args)

/** All accounts, for administrators. */
export default function Accounts() {
  const { title, text, isDisabled, accounts, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('administration')
  return (
    <>
      <PageHeading
        title={title}
        lead={t('accounts.lead')}
        actions={<ButtonLink to="/regulator/admin-users/new">{t('accounts.new')}</ButtonLink>}
      />
      <SearchBox
        action="/regulator/admin-users"
        label={t('accounts.search')}
        placeholder={t('accounts.search')}
        button={t('accounts.searchButton')}
        defaultValue={text}
      />
      <Tabs
        label={t('accounts.states')}
        tabs={[
          { to: '/regulator/admin-users', label: t('accounts.all'), isCurrent: !isDisabled },
          { to: '?state=disabled', label: t('accounts.disabled'), isCurrent: isDisabled },
        ]}
      />
      <p className="small mute">{t('accounts.found', { count: totalCount })}</p>
      <AccountTable caption={title} rows={accounts} empty={t('accounts.empty')} />
      <Pagination {...links} />
    </>
  )
}
