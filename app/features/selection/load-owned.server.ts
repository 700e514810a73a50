import type { LoaderFunctionArgs } from '@remix-run/node'
import { ownerStepsIn } from '#domain/selection/owner-steps.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import { newMutationId } from '#app/form.server.ts'
import type { SelectionData } from './documents.server.ts'
import { loadSelection } from './load-selection.server.ts'
import type { ScoredBidder } from './score-form.tsx'

/** One's own selection with the steps that can be taken now. @throws Response 404 for somebody else's */
export async function loadOwnedSelection(args: LoaderFunctionArgs) {
  const loaded = await loadSelection(args)
  const { selection } = loaded
  if (!selection.isOwn) throw new Response(null, { status: 404 })
  const { state, mode, fundSource, round, failure, clarifications, ruleSetVersion } = selection
  const openQuestions = clarifications.filter(({ answer }) => answer === null)
  const facts = {
    ...{ state, mode, fundSource, round, openQuestions: openQuestions.length, awaiting: selection.awaiting?.what ?? null },
    failure: failure as { readonly code: string } | null,
  }
  const owned = ownerStepsIn(facts, selectionRules(ruleSetVersion))
  const keys = [...owned.steps, ...openQuestions.map(({ key }) => key)]
  const mutationIds = Object.fromEntries(keys.map((key) => [key, newMutationId()]))
  return { ...loaded, owned, bidders: biddersOf(selection), mutationIds }
}

/** Those the owner scores or picks from: everyone with a valid quote, or the shortlist. */
function biddersOf({ mode, sealing, pool, result, signUps }: SelectionData): ScoredBidder[] {
  const places = pool?.places ?? []
  const planOf = (signUpId: string) => signUps.find(({ key }) => key === signUpId)?.plan ?? null
  if (mode === 'COMPARATIVE') {
    const quotes = sealing?.transcript?.quotes ?? []
    return places.flatMap(({ signUpId, name, uscc }) => {
      const offered = quotes.find((quote) => quote.uscc === uscc)?.offered
      return offered ? [{ signUpId, name, feeFen: offered.feeFen, workingDays: offered.workingDays, plan: offered.plan }] : []
    })
  }
  const shortlist = result?.shortlist ?? []
  return places
    .filter(({ signUpId }) => shortlist.includes(signUpId))
    .map(({ signUpId, name, feeFen, promisedWorkingDays }) => ({
      ...{ signUpId, name, feeFen, workingDays: promisedWorkingDays, plan: planOf(signUpId) },
    }))
}
