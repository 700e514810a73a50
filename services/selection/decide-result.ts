import { drawsOf, evaluate } from '#domain/selection/evaluate-selection.ts'
import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import { drawTranscriptSchema } from '#domain/selection/draw-transcript.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { readDrawSituation } from './draw-state.ts'
import { failSelection } from './fail-selection.ts'
import { lockSelection } from './lock-selection.ts'
import { startPublicity } from './start-publicity.ts'

/**
 * Evaluates a selection once everything its rule rests on is there, and hands the result to publicity or fails the round. Does nothing
 * while something is still awaited (an explanation, scores, the draw, the owner's pick). The caller holds the selection's row.
 */
export async function decideResult(unit: UnitOfWork, selectionId: string): Promise<void> {
  const selection = await lockSelection(unit, { id: selectionId })
  if (selection.state !== 'OPENED' && selection.state !== 'DRAWN' && selection.state !== 'CLOSED') return
  const situation = await readDrawSituation(unit, selection)
  if (situation?.readiness.state !== 'READY') return
  const { facts, draw } = situation
  if (draw.state === 'DRAWN') {
    await tell(unit, selectionId, drawTranscriptSchema.parse(draw.transcript).result)
    return
  }
  if (drawsOf(facts).length > 0) return
  const evaluated = evaluate(facts, {})
  if (evaluated.ok) await tell(unit, selectionId, evaluated.value)
  else await failSelection(unit, selectionId, evaluated.refusal)
}

/** A shortlist waits for the owner's pick; anything else goes to publicity. */
async function tell(unit: UnitOfWork, selectionId: string, result: SelectionResult): Promise<void> {
  if (result.shortlist === undefined || result.ranking.length > 0) await startPublicity(unit, selectionId, result)
  else await unit.tx.selection.update({ where: { id: selectionId }, data: { result: asJson(result) ?? {}, resultAt: unit.now } })
}
