import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BodyForm } from '#app/features/access/body-form.tsx'
import { createBody, loadNewBody } from '#app/features/access/organisations.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadNewBody(args)

export const action = (args: ActionFunctionArgs) => createBody(args)

/** Enters a public body. */
export default function NewOrganisation() {
  const { title, divisions, agencyKinds, publicBodies, clientMutationId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('administration')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/admin-organisations', label: t('organisations.title') }]} current={title} />
      <PageHeading title={title} lead={t('organisations.newLead')} />
      <BodyForm divisions={divisions} agencyKinds={agencyKinds} publicBodies={publicBodies} mutationId={clientMutationId} result={result} />
    </>
  )
}
