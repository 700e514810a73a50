import type { LoaderFunctionArgs } from '@remix-run/node'
import { engagementSteps } from '#domain/engagements/engagement-steps.ts'
import { newMutationId } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { EngagementRecordData, OpenStep } from './record-documents.server.ts'
import { EngagementRecordDocument } from './record-documents.server.ts'

/** What is on record of one engagement of the viewer's, seen from that side, with an id for each form. @throws Response 404 for anyone else's */
export async function loadRecord(args: LoaderFunctionArgs, side: EngagementRecordData['viewerRole']) {
  const { engagement } = await runOperation(args, EngagementRecordDocument, { number: args.params['number'] ?? '' })
  if (engagement?.viewerRole !== side) throw new Response(null, { status: 404 })
  const mutationIds = Object.fromEntries(engagementSteps.map((step) => [step, newMutationId()])) as Record<OpenStep, string>
  return { record: engagement as EngagementRecordData, mutationIds }
}
