import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { loadAccount } from '#app/features/access/account.server.ts'
import { redirectWith, trySignIn } from '#app/features/access/session.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { ownPath } from '#app/same-origin.server.ts'
import { areasOf } from '#app/shell/navigation.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const returnTo = ownPath(new URL(request.url).searchParams.get('returnTo'))
  const area = areasOf(context.viewer.roles)[0]
  if (context.viewer.kind === 'USER') {
    // Whoever came in by a one-time password can do nothing before replacing it.
    if (!area && (await loadAccount({ request, context })).isPasswordDue) throw redirect('/account')
    throw redirect(returnTo === '/' && area ? area.to : returnTo)
  }
  const t = await serverText(request, 'access')
  const isOpened = new URL(request.url).searchParams.has('opened')
  return { title: t('signIn.title'), returnTo, isOpened, clientMutationId: newMutationId(), demoAccounts: context.demoAccounts }
}

const schema = z.object({ email: z.string().max(200), password: z.string().max(200), returnTo: z.string().max(2000).optional() })

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const { email, password, returnTo } = form.value
  const step = await trySignIn({ request, context }, { email, password })
  if (!step.ok) {
    const t = await serverText(request, 'access')
    return form.refuseWith({ code: step.code, facts: { retryAfterSeconds: step.retryAfterSeconds } }, t)
  }
  const next = encodeURIComponent(ownPath(returnTo ?? null))
  return redirectWith(step.value.isSecondFactorNeeded ? `/second-factor?returnTo=${next}` : `/sign-in?returnTo=${next}`, step)
}

export default function SignIn() {
  const { title, returnTo, isOpened, clientMutationId, demoAccounts } = useLoaderData<typeof loader>()
  const t = useText('access')
  const entry = useText('entry')
  const { language } = usePage()
  const labels = { email: t('signIn.email'), password: t('signIn.password') }
  const form = useFormState({ result: useActionData<typeof action>(), labels, defaults: {} })
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('signIn.lead')} />
      {isOpened && (
        <NoticeBanner tone="ok" title={entry('signUp.done')} isResult>
          {entry('signUp.doneText')}
        </NoticeBanner>
      )}
      <FormFrame form={form} mutationId={clientMutationId}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <TextField {...form.field('email')} type="email" autoComplete="username" />
        <TextField {...form.field('password')} type="password" autoComplete="current-password" />
        <SubmitButton>{t('signIn.submit')}</SubmitButton>
      </FormFrame>
      <p className="mt-4">
        <Link to="/sign-up">{entry('signUp.link')}</Link>
      </p>
      {demoAccounts.length > 0 && (
        <section className="mt-8">
          <h2>{t('signIn.demoTitle')}</h2>
          <p className="small mute">{t('signIn.demoLead', { password: demoAccounts[0]?.password ?? '' })}</p>
          <DataTable
            caption={t('signIn.demoTitle')}
            isCaptionHidden
            rows={demoAccounts}
            rowKey={({ email }) => email}
            empty=""
            columns={[
              { key: 'email', title: t('signIn.email'), cell: ({ email }) => <code>{email}</code> },
              { key: 'role', title: t('signIn.demoRole'), cell: ({ role }) => t(`role.${role}`) },
              { key: 'name', title: t('signIn.demoName'), cell: ({ name, organisation }) => `${name} ${organisation}` },
              { key: 'try', title: t('signIn.demoTry'), cell: ({ tryZh, tryEn }) => (language === 'en' ? tryEn : tryZh) },
            ]}
          />
        </section>
      )}
    </>
  )
}
