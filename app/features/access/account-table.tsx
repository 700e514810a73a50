import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { usePage, useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { AccountState } from './account-state.tsx'
import type { AccountRow } from './administration-documents.server.ts'

/** Accounts, each leading to its page. */
export function AccountTable({
  caption,
  rows,
  empty,
}: {
  readonly caption: string
  readonly rows: readonly AccountRow[]
  readonly empty: ReactNode
}) {
  const t = useText('administration')
  const tAccess = useText('access')
  const { language } = usePage()
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ userId }) => userId}
      empty={empty}
      columns={[
        { key: 'name', title: t('accounts.name'), cell: ({ userId, name }) => <Link to={`/regulator/admin-users/${userId}`}>{name}</Link> },
        { key: 'email', title: t('accounts.email'), cell: ({ email }) => <span className="code">{email}</span> },
        {
          key: 'organisation',
          title: t('accounts.organisation'),
          cell: ({ memberships: [membership], isNaturalPerson }) => {
            if (!membership) return t(isNaturalPerson ? 'accounts.person' : 'accounts.nobody')
            const { nameZh, nameEn } = membership.organisation
            return language === 'en' ? (nameEn ?? nameZh) : nameZh
          },
        },
        {
          key: 'roles',
          title: t('accounts.roles'),
          cell: ({ memberships: [membership] }) => membership?.roles.map((role) => tAccess(`role.${role}`)).join('、') ?? '',
        },
        { key: 'state', title: t('accounts.state'), cell: (account) => <AccountState account={account} /> },
      ]}
    />
  )
}
