import type { LoaderFunctionArgs } from '@remix-run/node'
import { newMutationId } from '#app/form.server.ts'
import { graphql } from '#app/graphql.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import type { CaseData } from './documents.server.ts'
import { CaseDocument } from './documents.server.ts'
import type { OfferedViolation } from './step-frame.tsx'

const OfferedViolationsDocument = graphql(`
  query OfferedViolations {
    violationTypes {
      code
      nameZh
      nameEn
    }
  }
`)

/** One case with a mutation id for each step it offers. @throws Response 404 for a case the viewer may not know of */
export async function loadCase({ request, context, params }: LoaderFunctionArgs) {
  const number = params['number'] ?? ''
  const { violationCase } = await runOperation({ request, context }, CaseDocument, { number })
  if (!violationCase) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'listings')
  const mayJoin = violationCase.nextSteps.some(({ step, obstacle }) => step === 'JOIN_PARTY' && obstacle === null)
  const violations: readonly OfferedViolation[] = mayJoin
    ? (await runOperation({ request, context }, OfferedViolationsDocument, {})).violationTypes
    : []
  const mutationIds = Object.fromEntries(violationCase.nextSteps.map(({ step }) => [step, newMutationId()]))
  return { title: t('case.title', { number }), violationCase: violationCase as CaseData, mutationIds, violations }
}
