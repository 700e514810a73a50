import type { LoaderFunctionArgs } from '@remix-run/node'
import type { BidderOutcome } from '#domain/selection/ranking.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import { checkStepBack } from '#domain/selection/sign-up.ts'
import { newMutationId } from '#app/form.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { BidderDocument } from './documents.server.ts'
import { loadSelection } from './load-selection.server.ts'
import { QuoteDeskDocument } from './quote-documents.server.ts'

const intents = ['SIGN_UP', 'WITHDRAW', 'STEP_BACK', 'ASK', 'OBJECT', 'EXPLAIN', 'REVEAL'] as const

/** One selection with the viewer's own part in it. @throws Response 404 for a viewer without an institution */
export async function loadBid(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const loaded = await loadSelection(args)
  const { selection } = loaded
  const { ownEntry, selection: own } = await runOperation(args, BidderDocument, { number })
  if (!ownEntry || !own) throw new Response(null, { status: 404 })
  const signUp = own.ownSignUp
  const desk =
    hasQuotes(selection.mode) && signUp ? (await runOperation(args, QuoteDeskDocument, { selectionNumber: number })).quoteDesk : null
  return {
    ...loaded,
    bid: {
      signUp,
      outcome: (signUp?.outcome ?? null) as BidderOutcome | null,
      obstacle: own.ownObstacle,
      practitioners: ownEntry.intermediary.practitioners,
      quoteHash: desk?.receipts[0]?.sha256 ?? null,
      isToExplain: selection.awaiting?.what === 'EXPLANATIONS' && signUp !== null && selection.awaiting.lowSignUps.includes(signUp.key),
      isToReveal: selection.draw?.awaited?.kind === 'CONTRIBUTIONS' && signUp?.contributionHash != null,
      canStepBack: checkStepBack(selection.state, signUp?.state === 'ACTIVE', '-').ok,
      mutationIds: Object.fromEntries(intents.map((intent) => [intent, newMutationId()])) as Record<(typeof intents)[number], string>,
    },
  }
}
export type Bid = Awaited<ReturnType<typeof loadBid>>['bid']
