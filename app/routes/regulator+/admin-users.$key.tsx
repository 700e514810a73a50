import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { AccountState } from '#app/features/access/account-state.tsx'
import { changeAdministered, loadAdministered } from '#app/features/access/accounts.server.ts'
import { GivenPassword } from '#app/features/access/given-password.tsx'
import { GrantForm, MembershipForms } from '#app/features/access/membership-forms.tsx'
import { SignInSteps } from '#app/features/access/sign-in-steps.tsx'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadAdministered(args, args.params['key'] ?? '')

export const action = (args: ActionFunctionArgs) => changeAdministered(args, args.params['key'] ?? '')

/** One account: for whom it acts, and its signing in. */
export default function AccountPage() {
  const { title, account, isOwn, organisations, done, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('administration')
  const given = result && 'given' in result ? result.given : null
  const [membership] = account.memberships
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/admin-users', label: t('accounts.title') }]} current={title} />
      <PageHeading title={title} lead={<AccountState account={account} />} />
      {given && <GivenPassword {...given} />}
      {done && !result && <NoticeBanner title={t(`accounts.done.${done}`)} tone="ok" isResult />}
      <Facts />
      {isOwn ? (
        <NoticeBanner title={t('accounts.own')}>
          <p>{t('accounts.ownText')}</p>
        </NoticeBanner>
      ) : (
        <div className="mt-6 grid gap-6">
          {!account.isNaturalPerson && (
            <Sheet title={t('accounts.membership')}>
              {membership ? (
                <MembershipForms key={membership.version} {...{ membership, result }} mutationId={clientMutationId} />
              ) : (
                <GrantForm {...{ organisations, result }} mutationId={clientMutationId} />
              )}
            </Sheet>
          )}
          <Sheet title={t('accounts.signIn')}>
            <SignInSteps account={account} result={result} />
          </Sheet>
        </div>
      )}
    </>
  )
}

function Facts() {
  const { account } = useLoaderData<typeof loader>()
  const t = useText('administration')
  const { language } = usePage()
  const { email, createdAt, lastSignInAt, sessionCount, hasSecondFactor, isNaturalPerson } = account
  const organisation = account.memberships[0]?.organisation
  const name = organisation && (language === 'en' ? (organisation.nameEn ?? organisation.nameZh) : organisation.nameZh)
  return (
    <DescriptionList
      items={[
        { term: t('accounts.email'), value: <span className="code">{email}</span> },
        {
          term: t('accounts.organisation'),
          value: organisation ? (
            <Link to={`/regulator/admin-organisations/${organisation.organisationId}`}>{name}</Link>
          ) : (
            t(isNaturalPerson ? 'accounts.person' : 'accounts.nobody')
          ),
        },
        { term: t('accounts.createdAt'), value: <Instant at={createdAt} /> },
        { term: t('accounts.lastSignIn'), value: lastSignInAt ? <Instant at={lastSignInAt} /> : t('accounts.noSignIn') },
        { term: t('accounts.sessions'), value: sessionCount },
        { term: t('accounts.secondFactor'), value: t(hasSecondFactor ? 'accounts.on' : 'accounts.off') },
      ]}
    />
  )
}
