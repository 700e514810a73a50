import type { LoaderFunctionArgs } from '@remix-run/node'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { ReviewTaskDocument } from './documents.server.ts'

/** An engagement that the viewer's body rates, reviewed or not. @throws Response 404 for any other */
export async function loadTask(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'reviews')
  const { reviewTask: task } = await runOperation(args, ReviewTaskDocument, { number: args.params['number'] ?? '' })
  if (!task) throw new Response(null, { status: 404 })
  return { title: t('of', { number: task.number }), task, clientMutationId: newMutationId() }
}
