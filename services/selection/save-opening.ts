import { abnormallyLow } from '#domain/selection/abnormal-low.ts'
import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { excludeBidder } from './exclude-bidder.ts'
import type { SealedBid } from './load-sealed-bids.ts'
import type { OpenedBid } from './opening-of.ts'
import { recordEvent } from './record-event.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/** Writes what was opened, excludes whoever has no valid quote with the reason, asks for explanations, and keeps the transcript. */
export async function saveOpening(
  unit: UnitOfWork,
  selection: Selection,
  opened: readonly OpenedBid[],
  without: readonly SealedBid[],
  transcript: OpeningTranscript,
): Promise<void> {
  const { tx, now } = unit
  await tx.openedQuote.createMany({
    data: opened.map(({ bid, quoteId, transcribed: { offered, problem } }) => ({
      ...{ signUpId: bid.signUpId, selectionId: selection.id, quoteId, openedAt: now, ...offered },
      ...(problem && { problem: asJson(problem) ?? {} }),
    })),
  })
  const exclusions = [
    ...opened.flatMap(({ bid, transcribed: { problem } }) => (problem ? [{ bid, problem }] : [])),
    ...without.map((bid) => ({ bid, problem: { code: 'NO_QUOTE' } as const })),
  ]
  await tx.sealing.update({
    where: { selectionId: selection.id },
    data: {
      ...{ state: 'OPENED', openedAt: now, transcript: asJson(transcript) ?? {} },
      ...{ platformIdentity: transcript.platform.identity, platformIdentityCipher: null },
    },
  })
  for (const { bid, problem } of exclusions) await excludeBidder(unit, selection, bid.signUpId, problem)
  await saveSelectionStep(unit, selection, {
    ...{ to: 'OPENED', kind: 'OPENED', action: 'selections.open', topic: 'selections.opened' },
    facts: { quotes: opened.length, excluded: exclusions.length },
    data: { openedAt: now },
  })
  await askExplanations(unit, selection, opened)
}

/** Rulebook R3: a quote far below the others is explained in writing before the result. */
async function askExplanations(unit: UnitOfWork, selection: Selection, opened: readonly OpenedBid[]): Promise<void> {
  const share = selectionRules(selection.ruleSetVersion).parameters.abnormallyLowShare.value
  const fees = opened.flatMap(({ bid, transcribed: { offered } }) => (offered ? [{ ...bid, feeFen: offered.feeFen }] : []))
  const low = new Set(abnormallyLow(fees, share).map(({ signUpId }) => signUpId))
  for (const { signUpId, name, uscc, feeFen } of fees.filter((one) => low.has(one.signUpId))) {
    await recordEvent(unit, selection.id, 'EXPLANATION_ASKED', { name, uscc, feeFen, share })
    await unit.outbox('selections.explanationAsked', 'SignUp', signUpId)
  }
}
