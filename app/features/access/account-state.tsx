import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import type { AccountRow } from './administration-documents.server.ts'

/** Whether an account can sign in, and what stands in its way. */
export function AccountState({ account }: { readonly account: AccountRow }) {
  const t = useText('administration')
  const { disabledAt, oneTimePasswordUntil, isConfirmed } = account
  return (
    <>
      {disabledAt ? (
        <Badge tone="seal">{t('accounts.disabled')}</Badge>
      ) : oneTimePasswordUntil ? (
        <Badge tone="warn">{t('accounts.passwordDue')}</Badge>
      ) : (
        <Badge tone="ok">{t('accounts.active')}</Badge>
      )}
      {!isConfirmed && (
        <>
          {' '}
          <Badge>{t('accounts.unconfirmed')}</Badge>
        </>
      )}
    </>
  )
}
