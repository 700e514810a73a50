import { rungWindows } from '#domain/selection/draw-method.ts'
import type { DrawInstants, DrawMethod, Rung, RungWindow } from '#domain/selection/draw-method.ts'
import { drawMethodSchema } from '#domain/selection/draw-transcript.ts'
import { drawsOf } from '#domain/selection/evaluate-selection.ts'
import { readinessOf } from '#domain/selection/readiness.ts'
import type { Readiness } from '#domain/selection/readiness.ts'
import type { Draw, Selection } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { loadEvaluation } from './load-evaluation.ts'
import type { LoadedEvaluation } from './load-evaluation.ts'
import { selectionContext } from './lock-selection.ts'

/** A closed selection as its draw sees it. */
export interface DrawSituation extends LoadedEvaluation {
  readonly draw: Draw
  readonly readiness: Readiness
  /** Present where everything but chance is there and something has to be drawn. */
  readonly ladder: { readonly method: DrawMethod; readonly instants: DrawInstants; readonly rungs: readonly OpenRung[] } | null
}

export interface OpenRung {
  readonly index: number
  readonly rung: Rung
  readonly window: RungWindow
}

/** How far a closed selection is; null before closing. */
export async function readDrawSituation(unit: Pick<UnitOfWork, 'tx' | 'now'>, selection: Selection): Promise<DrawSituation | null> {
  const { closedAt, openedAt } = selection
  if (closedAt === null || selection.pool === null) return null
  const draw = await unit.tx.draw.findUniqueOrThrow({ where: { selectionId: selection.id } })
  const loaded = await loadEvaluation(unit.tx, selection)
  const { explainedAt, scoredAt } = loaded
  const readiness = unwrap(
    readinessOf(loaded.facts, { closedAt, openedAt, explainedAt, scoredAt }, await selectionContext(unit, selection)),
  )
  return { ...loaded, draw, readiness, ladder: readiness.state === 'READY' ? ladderOf(draw, loaded, readiness.since) : null }
}

function ladderOf(draw: Draw, { facts, pool }: LoadedEvaluation, neededAt: Date): DrawSituation['ladder'] {
  if (draw.state === 'DRAWN' || drawsOf(facts).length === 0) return null
  const method = drawMethodSchema.parse(draw.method)
  const frozenAt = new Date(pool.frozenAt)
  const instants = { frozenAt, neededAt: neededAt > frozenAt ? neededAt : frozenAt }
  const windows = rungWindows(method, instants)
  const rungs = method.ladder.flatMap((rung, index) => {
    const window = windows[index]
    return window && index >= draw.rung ? [{ index, rung, window }] : []
  })
  return { method, instants, rungs }
}

/** The rung in use and its window; null where nothing is drawn (any more). */
export const rungInUse = ({ ladder }: DrawSituation): OpenRung | null => ladder?.rungs[0] ?? null
