import type { OpeningTranscript } from '#domain/selection/opening-transcript.ts'
import { OPENING_FORMAT } from '#domain/selection/opening-transcript.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { abandonSealing } from './abandon-sealing.ts'
import { createOpener } from './quote-opener.ts'
import { loadQuoteFrame } from './load-quote-frame.ts'
import { loadSealedBids, loadSealing } from './load-sealed-bids.ts'
import type { SealingToOpen } from './load-sealed-bids.ts'
import { lockFreeSelection } from './lock-selection.ts'
import { openBids } from './opening-of.ts'
import { raiseCollusionAlerts } from './raise-collusion-alerts.ts'
import { saveOpening } from './save-opening.ts'

/** A thousand quotes take about two seconds; ten times as many must not be rolled back. */
const OPENING_TIMEOUT_MS = 120_000

/**
 * Opens all quotes of a closed selection at once, when the opening time has come and the supervising body's share is there; gives the opening
 * up when the share did not come within its grace. One transaction: nobody ever sees some quotes and not the others. Idempotent by what
 * it finds; called by the sweep.
 */
export async function openQuotes(context: UseCaseContext, selectionId: string): Promise<void> {
  demand(context, 'selection.advance')
  await runInTransaction(context, (unit) => openOrAbandon(unit, selectionId), OPENING_TIMEOUT_MS)
}

async function openOrAbandon(unit: UnitOfWork, selectionId: string): Promise<void> {
  const { tx, now } = unit
  const selection = await lockFreeSelection(unit, selectionId)
  if (selection?.state !== 'CLOSED' || selection.opensAt === null || now < selection.opensAt) return
  const sealing = await loadSealing(tx, selectionId)
  if (sealing?.state === 'RELEASED') await open(unit, selection, selection.opensAt, sealing)
  else if (sealing?.state === 'SEALED' && now >= sealing.releaseDueAt) await abandonSealing(unit, selectionId)
}

async function open(unit: UnitOfWork, selection: Selection, opensAt: Date, sealing: SealingToOpen): Promise<void> {
  const frame = await loadQuoteFrame(unit.tx, selection)
  const { selection: number, ceilingFen, maxWorkingDays } = frame
  const { supervisorKey, platformRecipient, platformIdentityCipher } = sealing
  if (supervisorKey.identity === null || platformIdentityCipher === null) throw new Error(`a released sealing lacks a key: ${number}`)
  const identities = { supervisor: supervisorKey.identity, platform: unit.context.identityVault.open(platformIdentityCipher) }
  const bids = await loadSealedBids(unit.tx, selection.id)
  const opened = await openBids(bids, await createOpener(identities), frame)
  const without = bids.filter(({ quotes }) => quotes.length === 0)
  const transcript: OpeningTranscript = {
    ...{ format: OPENING_FORMAT, selection: number, ceilingFen, maxWorkingDays },
    ...{ opensAt: opensAt.toISOString(), openedAt: unit.now.toISOString() },
    supervisor: { name: supervisorKey.organisation.nameZh, recipient: supervisorKey.recipient, identity: identities.supervisor },
    platform: { recipient: platformRecipient, identity: identities.platform },
    quotes: opened.map(({ transcribed }) => transcribed),
    withoutQuote: without.map(({ uscc, name }) => ({ uscc, name })),
  }
  await saveOpening(unit, selection, opened, without, transcript)
  await raiseCollusionAlerts(unit, selection, opened)
}
