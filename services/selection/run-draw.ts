import { createHash } from 'node:crypto'
import { drawAndTranscribe } from '#domain/selection/make-transcript.ts'
import type { DrandBeacon } from '#domain/selection/drand-beacon.ts'
import type { Randomness } from '#domain/selection/randomness.ts'
import { isDrawn } from '#domain/selection/selection.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { asJson, runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { fetchBeacon } from './beacon/fetch-beacon.ts'
import { checkBls } from './check-bls.ts'
import { decideResult } from './decide-result.ts'
import { readDrawSituation, rungInUse } from './draw-state.ts'
import type { DrawSituation, OpenRung } from './draw-state.ts'
import { failSelection } from './fail-selection.ts'
import { gatherFrom } from './gather-randomness.ts'
import { lapsePick } from './lapse-pick.ts'
import { lockFreeSelection } from './lock-selection.ts'
import { recordEvent } from './record-event.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/** Ten thousand bidders are drawn and written in a few seconds. */
const DRAW_TIMEOUT_MS = 120_000

const tools = { sha256: (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest(), checkBls }

/**
 * Takes a selection's draw as far as it can go now: tries the rung in use, passes to the next when its deadline is over, draws when
 * randomness is there, and evaluates; also where nothing has to be drawn. Idempotent by what it finds; called by the sweep. The beacon is
 * asked outside the transaction, and only its answer's proof counts.
 */
export async function advanceDraw(context: UseCaseContext, selectionId: string): Promise<void> {
  demand(context, 'selection.advance')
  const beacon = await awaitedBeacon(context, selectionId)
  await runInTransaction(
    context,
    async (unit) => {
      const selection = await lockFreeSelection(unit, selectionId)
      if (selection) await advanceHeldDraw(unit, selection, beacon)
    },
    DRAW_TIMEOUT_MS,
  )
}

/** The round that is waited for, where a relay has it. */
async function awaitedBeacon(context: UseCaseContext, selectionId: string): Promise<DrandBeacon | null> {
  const { prisma: tx, clock } = context
  const selection = await tx.selection.findUnique({ where: { id: selectionId } })
  const now = clock.now()
  if (!selection || !isWaiting(selection)) return null
  const situation = await readDrawSituation({ tx, now }, selection)
  const open = situation && rungInUse(situation)
  if (open?.rung.kind !== 'DRAND' || now < open.window.opensAt) return null
  return fetchBeacon({ ...context.beacon, chain: open.rung.chain }, open.rung.round)
}

const isWaiting = ({ state, mode }: Selection): boolean => state === 'OPENED' || (state === 'CLOSED' && isDrawn(mode))

/** The same for a caller that holds the selection's row. */
export async function advanceHeldDraw(unit: UnitOfWork, selection: Selection, beacon: DrandBeacon | null): Promise<void> {
  if (selection.state === 'DRAWN') await lapsePick(unit, selection)
  if (!isWaiting(selection)) return
  const situation = await readDrawSituation(unit, selection)
  if (!situation) return
  if (situation.readiness.state === 'LAPSED') await failSelection(unit, selection.id, { code: situation.readiness.code })
  else if (situation.readiness.state === 'READY' && !situation.ladder) await decideResult(unit, selection.id)
  else if (situation.ladder) await climb(unit, selection, situation, situation.ladder, beacon)
}

type Ladder = NonNullable<DrawSituation['ladder']>

/** Asks rung after rung until one gives randomness or is still awaited. */
async function climb(unit: UnitOfWork, selection: Selection, situation: DrawSituation, ladder: Ladder, beacon: DrandBeacon | null) {
  const { tx, now } = unit
  for (const open of ladder.rungs) {
    const gathered = await gatherFrom(tx, open, situation, beacon, now)
    if (gathered.state === 'CAME') return draw(unit, selection, situation, ladder, gathered.randomness)
    if (gathered.state === 'AWAITED') return note(unit, situation, open)
    await recordEvent(unit, selection.id, 'RANDOMNESS_RUNG_PASSED', {
      ...{ rung: open.index + 1, source: open.rung.kind, because: gathered.code },
      ...(open.rung.kind === 'DRAND' && { round: open.rung.round, chain: open.rung.chain.hash }),
    })
  }
  const refusal = { code: 'NO_PUBLIC_RANDOMNESS' }
  await tx.draw.update({ where: { id: situation.draw.id }, data: { state: 'FAILED', rung: ladder.method.ladder.length, failure: refusal } })
  return failSelection(unit, selection.id, refusal)
}

/** Remembers the rung in use, so that no lapsed one comes back, and calls those by whom it is fed: nobody comes by to look. */
async function note(unit: UnitOfWork, { draw: { id, selectionId, state, rung } }: DrawSituation, open: OpenRung): Promise<void> {
  if (state === 'WAITING' && rung === open.index) return
  await unit.tx.draw.update({ where: { id }, data: { state: 'WAITING', rung: open.index } })
  if (open.rung.kind === 'LOTTERY') await unit.outbox('selections.numbersAwaited', 'Selection', selectionId)
  if (open.rung.kind === 'CONTRIBUTIONS') await unit.outbox('selections.contributionsAwaited', 'Selection', selectionId)
}

/** Draws, writes the transcript, and hands over to the evaluation: one transaction, so the secret is public exactly when it was used. */
async function draw(
  unit: UnitOfWork,
  selection: Selection,
  situation: DrawSituation,
  { method, instants }: Ladder,
  randomness: Randomness,
) {
  const { tx, now, context } = unit
  const { draw: row, pool, facts } = situation
  const secret = context.identityVault.open(row.secretCipher)
  const material = {
    ...{ method, secret, secretHash: row.secretHash, committedAt: await committedAtOf(unit, selection), pool, randomness, facts },
    ...{ neededAt: instants.neededAt, drawnAt: now },
  }
  const { transcript } = unwrap(drawAndTranscribe(material, tools))
  if (transcript.poolHash !== selection.poolHash) throw new Error(`the frozen pool of ${selection.number} is not the one that was hashed`)
  await tx.draw.update({
    where: { id: row.id },
    data: {
      ...{ state: 'DRAWN', rung: randomness.rung, secret, drawnAt: now },
      ...{ randomness: asJson(randomness) ?? {}, transcript: asJson(transcript) ?? {} },
    },
  })
  await saveSelectionStep(unit, selection, {
    ...{ to: 'DRAWN', kind: 'DRAWN', action: 'selections.draw', topic: 'selections.drawn' },
    facts: { source: randomness.kind, rung: randomness.rung + 1, transcript: transcript.sha256 },
  })
  await decideResult(unit, selection.id)
}

async function committedAtOf({ tx }: UnitOfWork, { id, announcedAt }: Selection): Promise<Date> {
  const event = await tx.selectionEvent.findFirst({ where: { selectionId: id, kind: 'DRAW_COMMITTED' }, select: { at: true } })
  return event?.at ?? announcedAt ?? new Date(0)
}
