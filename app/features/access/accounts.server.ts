import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { roles } from '#domain/access/role.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { AccountDocument, AccountsDocument, OrganisationDocument, OrganisationsDocument } from './administration-documents.server.ts'
import {
  ChangeRolesDocument,
  DisableDocument,
  EnableDocument,
  EndSessionsDocument,
  GrantDocument,
  InviteDocument,
  IssuePasswordDocument,
  ResetFactorDocument,
  RevokeDocument,
} from './administration-steps.server.ts'
import { bodyKinds } from './organisation-kinds.ts'

/** The list of accounts, by name or address. */
export async function loadAccounts({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'administration')
  const { searchParams, search } = new URL(request.url)
  const text = searchParams.get('q')?.slice(0, 100) ?? ''
  const isDisabled = searchParams.get('state') === 'disabled'
  const filter = { text, isDisabled: isDisabled || null }
  const { administeredAccounts: found } = await runOperation({ request, context }, AccountsDocument, {
    filter,
    ...pageArguments(searchParams, 20),
  })
  return {
    title: t('accounts.title'),
    text,
    isDisabled,
    accounts: found.edges.map(({ node }) => node),
    totalCount: found.totalCount,
    links: pageLinks(search, found.pageInfo),
  }
}

const notices = ['disabled', 'enabled', 'signedOut', 'factorReset', 'granted', 'rolesChanged', 'revoked'] as const

/** One account, and the public bodies it could act for. */
export async function loadAdministered({ request, context }: LoaderFunctionArgs, userId: string) {
  const named = new URL(request.url).searchParams.get('done')
  const variables = { userId, kinds: [...bodyKinds] }
  const { administeredAccount, administeredOrganisations } = await runOperation({ request, context }, AccountDocument, variables)
  return {
    title: administeredAccount.name,
    account: administeredAccount,
    isOwn: context.viewer.userId === userId,
    organisations: administeredOrganisations.edges.map(({ node }) => node),
    done: notices.find((each) => each === named) ?? null,
    clientMutationId: newMutationId(),
  }
}

/** The organisations that a new account may be made for: the one named in the address, else the public bodies. */
export async function loadInvitation({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'administration')
  const organisationId = new URL(request.url).searchParams.get('organisation')
  const common = { title: t('accounts.newTitle'), clientMutationId: newMutationId() }
  if (organisationId) {
    const { administeredOrganisation } = await runOperation({ request, context }, OrganisationDocument, { organisationId, first: 1 })
    return { ...common, organisations: [administeredOrganisation] }
  }
  const variables = { filter: { kinds: [...bodyKinds] }, first: 100 }
  const { administeredOrganisations } = await runOperation({ request, context }, OrganisationsDocument, variables)
  return { ...common, organisations: administeredOrganisations.edges.map(({ node }) => node) }
}

const organisationId = z.string().max(100)
const held = z.array(z.enum(roles)).min(1)
const invitation = z.object({ name: z.string().max(100), email: z.string().max(200), organisationId, roles: held })

interface Given {
  readonly account: { readonly userId: string; readonly name: string; readonly email: string }
  readonly oneTimePassword: string | null
}
/** Shown in the answer to the form and nowhere else. */
const shownOnce = (given: Given) => data({ values: {}, errors: {}, given }, { headers: { 'Cache-Control': 'no-store' } })

export async function invite({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, invitation)
  if (!form.ok) return form.reply
  const input = { ...form.value, clientMutationId: form.clientMutationId }
  const { result } = await runOperation({ request, context }, InviteDocument, { input })
  if ('code' in result) return form.refuseWith(result, await serverText(request, 'administration'))
  return shownOnce(result.changed)
}

const version = z.coerce.number().int()
const step = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['password', 'disable', 'enable', 'signOut', 'resetFactor']) }),
  z.object({ intent: z.literal('grant'), organisationId, roles: held }),
  z.object({ intent: z.literal('changeRoles'), organisationId, version, roles: held }),
  z.object({ intent: z.literal('revoke'), organisationId, version }),
])
type Step = z.output<typeof step>

/** The action of an account's page: takes the step whose button was pressed. */
export async function changeAdministered(args: ActionFunctionArgs, userId: string) {
  const form = await readForm(args.request, step)
  if (!form.ok) return form.reply
  const t = await serverText(args.request, 'administration')
  const named = { userId, clientMutationId: form.clientMutationId }
  if (form.value.intent === 'password') {
    const { result } = await runOperation(args, IssuePasswordDocument, { input: named })
    return 'code' in result ? form.refuseWith(result, t) : shownOnce(result.changed)
  }
  const { done, result } = await run(args, named, form.value)
  return 'code' in result ? form.refuseWith(result, t) : redirect(`/regulator/admin-users/${userId}?done=${done}`)
}

type Notice = (typeof notices)[number]
const stepDone = <T>(done: Notice, { result }: { readonly result: T }) => ({ done, result })

async function run(args: ActionFunctionArgs, named: { userId: string; clientMutationId: string }, taken: Step) {
  switch (taken.intent) {
    case 'grant': {
      const input = { ...named, organisationId: taken.organisationId, roles: taken.roles }
      return stepDone('granted', await runOperation(args, GrantDocument, { input }))
    }
    case 'changeRoles': {
      const input = { ...named, organisationId: taken.organisationId, version: taken.version, roles: taken.roles }
      return stepDone('rolesChanged', await runOperation(args, ChangeRolesDocument, { input }))
    }
    case 'revoke': {
      const input = { ...named, organisationId: taken.organisationId, version: taken.version }
      return stepDone('revoked', await runOperation(args, RevokeDocument, { input }))
    }
    case 'disable':
      return stepDone('disabled', await runOperation(args, DisableDocument, { input: named }))
    case 'enable':
      return stepDone('enabled', await runOperation(args, EnableDocument, { input: named }))
    case 'signOut':
      return stepDone('signedOut', await runOperation(args, EndSessionsDocument, { input: named }))
    default:
      return stepDone('factorReset', await runOperation(args, ResetFactorDocument, { input: named }))
  }
}
