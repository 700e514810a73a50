import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { ApiKeysPage } from '#app/features/access/api-keys-page.tsx'
import { changeApiKeys, loadApiKeys } from '#app/features/access/api-keys.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadApiKeys(args)

export const action = (args: ActionFunctionArgs) => changeApiKeys(args)

export default ApiKeysPage
