import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { OpenAccountDocument } from '#app/features/intermediaries/entry-mutations.server.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { useFormState } from '#app/form-state.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import type { UserError } from '#app/refusal.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.viewer.kind === 'USER') throw redirect('/intermediary/entry')
  const t = await serverText(request, 'entry')
  return { title: t('signUp.title'), clientMutationId: newMutationId() }
}

const schema = z.object({
  name: z.string().max(100),
  email: z.string().max(200),
  password: z.string().min(10).max(200),
  agree: z.array(z.string()).default([]),
})

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request, schema)
  if (!form.ok) return form.reply
  const { agree, ...account } = form.value
  const input = { ...account, areTermsAccepted: agree.length > 0, clientMutationId: form.clientMutationId }
  const { result } = await runOperation(args, OpenAccountDocument, { input })
  if ('code' in result) return form.refuseWith(withOwnField(result), await serverText(args.request, 'entry'))
  // The same answer whether the address was free or not: only a sign-in tells.
  return redirect('/sign-in?opened=1&returnTo=%2Fintermediary%2Fentry')
}

/** The agreement is told beside its box. */
const withOwnField = (refusal: UserError): UserError => ({
  ...refusal,
  fields: refusal.fields?.map((field) => (field.path === 'areTermsAccepted' ? { ...field, path: 'agree' } : field)),
})

export default function SignUp() {
  const { title, clientMutationId } = useLoaderData<typeof loader>()
  const t = useText('entry')
  const form = useFormState({
    result: useActionData<typeof action>(),
    labels: { name: t('signUp.name'), email: t('signUp.email'), password: t('signUp.password'), agree: t('signUp.terms') },
  })
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('signUp.lead')} />
      <FormFrame form={form} mutationId={clientMutationId}>
        <TextField {...form.field('name')} autoComplete="name" maxLength={100} />
        <TextField {...form.field('email')} type="email" autoComplete="username" hint={t('signUp.emailHint')} maxLength={200} />
        <TextField
          {...form.field('password')}
          type="password"
          autoComplete="new-password"
          hint={t('signUp.passwordHint')}
          maxLength={200}
        />
        <CheckboxField {...form.field('agree')} choices={[{ value: 'yes', label: t('signUp.agree') }]} />
        <SubmitButton>{t('signUp.submit')}</SubmitButton>
      </FormFrame>
    </>
  )
}
