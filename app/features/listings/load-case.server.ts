import type { LoaderFunctionArgs } from '@remix-run/node'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { CaseData } from './documents.server.ts'
import { CaseDocument } from './documents.server.ts'

/** One case with a mutation id for each step it offers. @throws Response 404 for a case the viewer may not know of */
export async function loadCase({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { violationCase } = await runOperation({ request, context }, CaseDocument, { number })
  if (!violationCase) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'listings')
  const mutationIds = Object.fromEntries(violationCase.nextSteps.map(({ step }) => [step, newMutationId()]))
  return { title: t('case.title', { number }), violationCase: violationCase as CaseData, mutationIds }
}
