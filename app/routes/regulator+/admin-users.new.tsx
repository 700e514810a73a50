import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invite, loadInvitation } from '#app/features/access/accounts.server.ts'
import { GivenPassword } from '#app/features/access/given-password.tsx'
import { OrganisationAndRoles, useMemberLabels } from '#app/features/access/membership-forms.tsx'
import { useFormState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadInvitation(args)

export const action = (args: ActionFunctionArgs) => invite(args)

/** Opens an account for a member of an organisation. */
export default function NewAccount() {
  const { title, organisations, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('administration')
  const labels = { name: t('accounts.name'), email: t('accounts.email'), ...useMemberLabels() }
  const form = useFormState({ result, labels, defaults: { organisationId: organisations[0]?.organisationId } })
  const given = result && 'given' in result ? result.given : null
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/admin-users', label: t('accounts.title') }]} current={title} />
      <PageHeading title={title} lead={t('accounts.newLead')} />
      {given && <GivenPassword {...given} />}
      <FormFrame key={given?.account.userId} form={form} mutationId={clientMutationId}>
        <TextField {...form.field('name')} maxLength={100} autoComplete="off" />
        <TextField {...form.field('email')} type="email" maxLength={200} autoComplete="off" />
        <OrganisationAndRoles form={form} organisations={organisations} />
        <SubmitButton>{t('accounts.create')}</SubmitButton>
      </FormFrame>
    </>
  )
}
