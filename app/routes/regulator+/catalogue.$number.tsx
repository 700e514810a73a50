import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChangePage } from '#app/features/catalogue/change-page.tsx'
import { takeChangeStep } from '#app/features/catalogue/change-steps.server.ts'
import { loadChange } from '#app/features/catalogue/load-changes.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadChange(args)

export const action = (args: ActionFunctionArgs) => takeChangeStep(args, `/regulator/catalogue/${args.params['number'] ?? ''}`)

/** One adjustment on the desk of a reform office: what it says, whom it touches, the next lawful step. */
export default function CatalogueChange() {
  const data = useLoaderData<typeof loader>()
  return <ChangePage base="/regulator/catalogue" {...data} result={useActionData<typeof action>()} />
}
