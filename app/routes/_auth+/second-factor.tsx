import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { tryCode } from '#app/features/access/account.server.ts'
import { redirectWith } from '#app/features/access/session.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { ownPath } from '#app/same-origin.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await serverText(request, 'account')
  const returnTo = ownPath(new URL(request.url).searchParams.get('returnTo'))
  return { title: t('verify.title'), returnTo, clientMutationId: newMutationId() }
}

const schema = z.object({
  code: z.string().trim().max(30),
  isBackupCode: z.array(z.literal('yes')).default([]),
  returnTo: z.string().max(2000).optional(),
})

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const { code, isBackupCode, returnTo } = form.value
  const step = await tryCode({ request, context }, { code, isBackupCode: isBackupCode.length > 0 })
  if (!step.ok) {
    return form.refuseWith({ code: step.code, facts: { retryAfterSeconds: step.retryAfterSeconds } }, await serverText(request, 'account'))
  }
  return redirectWith(`/sign-in?returnTo=${encodeURIComponent(ownPath(returnTo ?? null))}`, step)
}

export default function SecondFactor() {
  const { title, returnTo, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('account')
  const labels = { code: t('verify.code'), isBackupCode: t('verify.kind') }
  const form = useFormState({ result: useActionData<typeof action>(), labels })
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('verify.lead')} />
      <FormFrame form={form} mutationId={clientMutationId}>
        <input type="hidden" name="returnTo" value={returnTo} />
        <TextField {...form.field('code')} width="code" autoComplete="one-time-code" spellCheck={false} maxLength={30} />
        <CheckboxField {...form.field('isBackupCode')} choices={[{ value: 'yes', label: t('verify.isBackupCode') }]} />
        <SubmitButton>{t('verify.submit')}</SubmitButton>
      </FormFrame>
      <p>
        <Link to={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`}>{t('verify.again')}</Link>
      </p>
    </>
  )
}
