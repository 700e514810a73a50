import { data } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { beginSecondFactor, changeAccount, loadAccount } from '#app/features/access/account.server.ts'
import { PasswordForm } from '#app/features/access/password-form.tsx'
import { SecondFactorForms } from '#app/features/access/second-factor-forms.tsx'
import { redirectWith } from '#app/features/access/session.server.ts'
import { readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

const done = ['secondFactorOn', 'secondFactorOff', 'password'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = await loadAccount({ request, context })
  const t = await serverText(request, 'account')
  const named = new URL(request.url).searchParams.get('done')
  return { title: t('title'), account, done: done.find((each) => each === named) ?? null }
}

const password = z.string().max(200)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), password }),
  z.object({ intent: z.literal('confirm'), code: z.string().max(20) }),
  z.object({ intent: z.literal('end'), endPassword: password }),
  z.object({ intent: z.literal('password'), currentPassword: password, newPassword: password }),
])
const outcomes = { confirm: 'secondFactorOn', end: 'secondFactorOff', password: 'password' } as const

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const change = form.value
  if (change.intent === 'start') {
    const begun = await beginSecondFactor({ request, context }, change.password)
    // Shown once, straight from the answer to the form: the secret has no address.
    if (begun.ok) return data({ values: {}, errors: {}, setup: begun.value }, { headers: { 'Cache-Control': 'no-store' } })
    return form.refuseWith(
      { code: begun.code, facts: { retryAfterSeconds: begun.retryAfterSeconds } },
      await serverText(request, 'account'),
    )
  }
  const step = await changeAccount({ request, context }, change)
  if (step.ok) return redirectWith(`/account?done=${outcomes[change.intent]}`, step)
  return form.refuseWith({ code: step.code, facts: { retryAfterSeconds: step.retryAfterSeconds } }, await serverText(request, 'account'))
}

/** The own account: who one is, the second factor, the password. */
export default function Account() {
  const { title, account, done: justDone } = useLoaderData<typeof loader>()
  const t = useText('account')
  const result = useActionData<typeof action>()
  const texts = { secondFactorOn: t('secondFactor.isOn'), secondFactorOff: t('secondFactor.isOff'), password: t('password.done') }
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} />
      {justDone && !result && <NoticeBanner title={texts[justDone]} tone="ok" isResult />}
      {account.isPasswordDue && (
        <NoticeBanner title={t('password.dueTitle')} tone="warn">
          <p>{t('password.due')}</p>
        </NoticeBanner>
      )}
      <DescriptionList
        items={[
          { term: t('name'), value: account.name },
          { term: t('email'), value: account.email },
          { term: t('secondFactor.title'), value: account.hasSecondFactor ? t('secondFactor.on') : t('secondFactor.off') },
        ]}
      />
      <div className="mt-6 grid gap-6">
        {!account.isPasswordDue && (
          <Sheet title={t('secondFactor.title')}>
            <SecondFactorForms isOn={account.hasSecondFactor} result={result} setup={result && 'setup' in result ? result.setup : null} />
          </Sheet>
        )}
        <Sheet title={t('password.title')}>
          <PasswordForm result={result} />
        </Sheet>
      </div>
    </>
  )
}
