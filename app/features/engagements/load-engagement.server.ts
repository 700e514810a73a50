import type { LoaderFunctionArgs } from '@remix-run/node'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { EngagementData } from './documents.server.ts'
import { EngagementDocument } from './documents.server.ts'

/** One engagement of the viewer's, seen from that side. @throws Response 404 for anyone else's */
export async function loadEngagement({ request, context, params }: LoaderFunctionArgs, side: EngagementData['viewerRole']) {
  const number = params['number'] ?? ''
  const { engagement } = await runOperation({ request, context }, EngagementDocument, { number })
  if (engagement?.viewerRole !== side) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'engagements')
  return { title: t('detail.title', { number }), engagement: engagement as EngagementData, clientMutationId: newMutationId() }
}
