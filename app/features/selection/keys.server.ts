import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { newMutationId, readForm } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { DepositKeysDocument, KeyDocument, KeyStockDocument, ReleaseShareDocument, WithdrawKeyDocument } from './key-documents.server.ts'
import { keyFormLimits } from './make-keys.ts'

/** With fewer free keys than this the page asks for more; the same number as the notice (services/selection/supervisor-key-stock.ts). */
const LOW_STOCK = 5

/** The body's keys: those in use, latest opening first, and the stock. */
export async function loadKeys({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'sealing')
  const { searchParams, search } = new URL(request.url)
  const { taken, free } = await runOperation({ request, context }, KeyStockDocument, pageArguments(searchParams, 20))
  return {
    ...{ title: t('keys.title'), clientMutationId: newMutationId(), isDeposited: searchParams.has('deposited') },
    ...{ taken: taken.edges.map(({ node }) => node), free: free.edges.map(({ node }) => node) },
    ...{ stock: free.totalCount, isLow: free.totalCount < LOW_STOCK, links: pageLinks(search, taken.pageInfo) },
  }
}

const wrappedKeys = z
  .array(z.strictObject({ recipient: z.string().max(100), wrappedIdentity: z.string().max(2_000) }))
  .min(1)
  .max(keyFormLimits.keys)
const depositForm = z.object({ keys: z.string().max(60_000) })

/** Takes keys as the browser or the command made them: JSON, locked. */
export async function depositKeys({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, depositForm)
  if (!form.ok) return form.reply
  const t = await serverText(request, 'sealing')
  const keys = wrappedKeys.safeParse(parseJson(form.value.keys))
  if (!keys.success) return form.refuse({ keys: [t('keys.pastedInvalid')] })
  const input = { keys: keys.data, clientMutationId: form.clientMutationId }
  const { result } = await runOperation({ request, context }, DepositKeysDocument, { input })
  if ('code' in result) return form.refuseWith(result, t)
  return redirect(`${new URL(request.url).pathname}?deposited=1`)
}

/** One key: what it is used for, and whether it is wanted now. */
export async function loadKey({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'sealing')
  const { supervisorKey } = await runOperation({ request, context }, KeyDocument, { key: params['key'] ?? '' })
  if (!supervisorKey) throw new Response(null, { status: 404 })
  const title = supervisorKey.selectionNumber ?? t('keys.keyTitle')
  return { title, supervisorKey, clientMutationId: newMutationId(), parentTitle: t('keys.title') }
}

const keyForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('withdraw') }),
  z.object({ intent: z.literal('release'), identity: z.string().max(200) }),
])

/** Hands over the unlocked key, or takes a free one out of stock. */
export async function stepKey({ request, context, params }: ActionFunctionArgs) {
  const form = await readForm(request, keyForm)
  if (!form.ok) return form.reply
  const t = await serverText(request, 'sealing')
  const { pathname } = new URL(request.url)
  const wish = { id: params['key'] ?? '', clientMutationId: form.clientMutationId }
  if (form.value.intent === 'withdraw') {
    const { result } = await runOperation({ request, context }, WithdrawKeyDocument, { input: wish })
    return 'code' in result ? form.refuseWith(result, t) : redirect('/regulator/keys')
  }
  const input = { ...wish, identity: form.value.identity }
  const { result } = await runOperation({ request, context }, ReleaseShareDocument, { input })
  return 'code' in result ? form.refuseWith(result, t) : redirect(`${pathname}?released=1`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
