import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { BodyChoicesDocument, OrganisationDocument, OrganisationsDocument } from './administration-documents.server.ts'
import { CreateBodyDocument, UpdateBodyDocument } from './administration-steps.server.ts'
import { bodyKinds, organisationKinds } from './organisation-kinds.ts'

/** The list of organisations, by name and kind. */
export async function loadOrganisations({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'administration')
  const { searchParams, search } = new URL(request.url)
  const text = searchParams.get('q')?.slice(0, 100) ?? ''
  const kind = organisationKinds.find((each) => each === searchParams.get('kind')) ?? null
  const filter = { text, kinds: kind && [kind] }
  const { administeredOrganisations: found } = await runOperation({ request, context }, OrganisationsDocument, {
    filter,
    ...pageArguments(searchParams, 20),
  })
  return {
    title: t('organisations.title'),
    text,
    kind,
    organisations: found.edges.map(({ node }) => node),
    totalCount: found.totalCount,
    links: pageLinks(search, found.pageInfo),
  }
}

/** One organisation with its members, and what a form about it may offer. */
export async function loadOrganisation({ request, context }: LoaderFunctionArgs, organisationId: string) {
  const { searchParams, search } = new URL(request.url)
  const { administeredOrganisation, administeredAccounts, agencyKinds, publicBodies, divisions } = await runOperation(
    { request, context },
    OrganisationDocument,
    { organisationId, ...pageArguments(searchParams, 20) },
  )
  return {
    title: administeredOrganisation.nameZh,
    organisation: administeredOrganisation,
    members: administeredAccounts.edges.map(({ node }) => node),
    links: pageLinks(search, administeredAccounts.pageInfo),
    agencyKinds,
    publicBodies,
    divisions,
    isSaved: searchParams.get('done') === 'saved',
    clientMutationId: newMutationId(),
  }
}

/** What the form of a new public body offers. */
export async function loadNewBody({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'administration')
  const choices = await runOperation({ request, context }, BodyChoicesDocument, {})
  return { title: t('organisations.newTitle'), ...choices, clientMutationId: newMutationId() }
}

const words = {
  nameZh: z.string().max(200),
  nameEn: z.string().max(200).optional(),
  divisionCode: z.string().max(20),
  agencyKindZh: z.string().max(200).optional(),
  superiorId: z.uuid().optional(),
}
const newBody = z.object({ ...words, kind: z.enum(bodyKinds) })
const changedBody = z.object({ ...words, version: z.coerce.number().int() })

export async function createBody({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, newBody)
  if (!form.ok) return form.reply
  const input = { ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation({ request, context }, CreateBodyDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(request, 'administration'))
  return redirect(`/regulator/admin-organisations/${result.changed.organisation.organisationId}?done=saved`)
}

export async function updateBody({ request, context }: ActionFunctionArgs, organisationId: string) {
  const form = await readForm(request, changedBody)
  if (!form.ok) return form.reply
  const { superiorId = null, ...words } = form.value
  const input = { ...words, superiorId, organisationId, clientMutationId: form.clientMutationId }
  const { result } = await runOperation({ request, context }, UpdateBodyDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(request, 'administration'))
  return redirect(`/regulator/admin-organisations/${organisationId}?done=saved`)
}
