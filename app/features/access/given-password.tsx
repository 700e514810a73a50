import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'

/** A one-time password, shown in the answer to the form that made it and nowhere else. */
export function GivenPassword({
  account,
  oneTimePassword,
}: {
  readonly account: { readonly userId: string; readonly name: string; readonly email: string }
  readonly oneTimePassword: string | null
}) {
  const t = useText('administration')
  const { userId, name, email } = account
  return (
    <NoticeBanner
      title={t('accounts.givenTitle')}
      tone="ok"
      isResult
      action={<Link to={`/regulator/admin-users/${userId}`}>{t('accounts.toAccount')}</Link>}
    >
      {oneTimePassword === null ? (
        <p>{t('accounts.givenBefore')}</p>
      ) : (
        <>
          <p>{t('accounts.given', { name, email })}</p>
          <p>
            <output className="code" aria-label={t('accounts.givenTitle')}>
              {oneTimePassword}
            </output>{' '}
            <CopyButton text={oneTimePassword} label={t('accounts.givenTitle')} />
          </p>
        </>
      )}
    </NoticeBanner>
  )
}
