import type { LoaderFunctionArgs } from '@remix-run/node'
import { newMutationId } from '#app/form.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { CaseDocument, ItemDocument } from './documents.server.ts'

/** A case with what its forms need. @throws Response 404 */
export async function loadCase({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { approvalCase } = await runOperation({ request, context }, CaseDocument, { number: params['number'] ?? '' })
  if (!approvalCase) throw new Response(null, { status: 404 })
  const { approvalItem } = await runOperation({ request, context }, ItemDocument, { code: approvalCase.approvalItem.code })
  const demanded = (approvalItem?.materials ?? []).map((material) => {
    const found = approvalCase.materials.find((one) => one.material.seq === material.seq)
    return { material, presence: found?.presence ?? null, note: found?.note ?? null }
  })
  return {
    title: t('case.title', { number: approvalCase.number }),
    approvalCase,
    demanded,
    mutationIds: {
      ...{ accept: newMutationId(), record: newMutationId(), close: newMutationId(), attach: newMutationId() },
      ...{ takeUp: newMutationId(), handIn: newMutationId(), pause: newMutationId() },
    },
  }
}
