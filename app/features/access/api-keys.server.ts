import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { roles } from '#domain/access/role.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ApiKeysDocument, IssueApiKeyDocument, RevokeApiKeyDocument } from './documents.server.ts'

/** Days that the form offers at first; ours. */
const USUAL_DAYS = 180

/** The keys that the viewer may see, and for whom new ones may be issued. */
export async function loadApiKeys({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'keys')
  const { searchParams, search } = new URL(request.url)
  const { apiKeys, apiKeyHolders, clock } = await runOperation({ request, context }, ApiKeysDocument, pageArguments(searchParams, 20))
  const now = new Date(clock.now)
  const stateOf = (key: { revokedAt: unknown; expiresAt: unknown }) =>
    key.revokedAt ? ('revoked' as const) : new Date(String(key.expiresAt)) <= now ? ('expired' as const) : ('active' as const)
  return {
    title: t('title'),
    keys: apiKeys.edges.map(({ node }) => ({ ...node, state: stateOf(node) })),
    holders: apiKeyHolders.edges.map(({ node }) => node),
    links: pageLinks(search, apiKeys.pageInfo),
    usualEndOn: addDays(shanghaiDayOf(now), USUAL_DAYS),
    clientMutationId: newMutationId(),
  }
}

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('issue'),
    name: z.string().max(100),
    organisationId: z.string().max(100),
    roles: z.array(z.enum(roles)).min(1),
    responsibleUserId: z.string().max(100).optional(),
    expiresOn: z.iso.date(),
  }),
  z.object({ intent: z.literal('revoke'), id: z.string().max(100) }),
])

/** Issues or revokes. A new key is shown in the answer itself and nowhere else. */
export async function changeApiKeys({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, schema)
  if (!form.ok) return form.reply
  const t = await serverText(request, 'keys')
  const { clientMutationId } = form
  if (form.value.intent === 'revoke') {
    const input = { id: form.value.id, clientMutationId }
    const { revokeApiKey } = await runOperation({ request, context }, RevokeApiKeyDocument, { input })
    return 'code' in revokeApiKey ? form.refuseWith(revokeApiKey, t) : redirect(new URL(request.url).pathname)
  }
  const { intent: _intent, ...wish } = form.value
  const input = { ...wish, clientMutationId }
  const { issueApiKey } = await runOperation({ request, context }, IssueApiKeyDocument, { input })
  if ('code' in issueApiKey) return form.refuseWith(issueApiKey, t)
  const issued = { name: issueApiKey.apiKey.name, key: issueApiKey.key }
  return data({ values: {}, errors: {}, issued }, { headers: { 'Cache-Control': 'no-store' } })
}
