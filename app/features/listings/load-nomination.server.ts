import type { LoaderFunctionArgs } from '@remix-run/node'
import { newMutationId } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { NominationDocument } from './red-list-documents.server.ts'

/** One nomination with a mutation id for each form of its page. @throws Response 404 */
export async function loadNomination(args: LoaderFunctionArgs) {
  const { redListNomination: nomination } = await runOperation(args, NominationDocument, { number: args.params['number'] ?? '' })
  if (!nomination) throw new Response(null, { status: 404 })
  const forms = [...nomination.nextSteps.map(({ step }) => step), ...nomination.objections.map(({ number }) => number)]
  const mutationIds: Readonly<Record<string, string>> = Object.fromEntries(forms.map((form) => [form, newMutationId()]))
  return { title: `${nomination.party.name} · ${nomination.number}`, nomination, mutationIds }
}
