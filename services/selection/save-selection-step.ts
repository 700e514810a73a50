import type { SelectionEventKind } from '#domain/selection/selection-event.ts'
import { selectionTransitions } from '#domain/selection/selection.ts'
import type { SelectionState } from '#domain/selection/selection.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { Prisma, Selection } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { recordEvent } from './record-event.ts'

export interface SelectionStep {
  /** State the step leads to; left out: it stays. */
  readonly to?: SelectionState
  readonly kind: SelectionEventKind
  readonly facts?: Readonly<Record<string, unknown>>
  readonly isPublic?: boolean
  /** Of the audit trail, e.g. `selections.announce`. */
  readonly action: string
  readonly basis?: string
  /** Of the outbox; left out: nobody is told. */
  readonly topic?: string
  readonly data?: Omit<Prisma.SelectionUncheckedUpdateInput, 'state' | 'version'>
}

/**
 * Saves one step of a selection that is ours: new columns, next version, a line in its timeline and in the audit trail, a word to the worker.
 * @throws RefusedError STEP_FORBIDDEN where the procedure knows no such step
 */
export async function saveSelectionStep(unit: UnitOfWork, row: Selection, step: SelectionStep): Promise<Selection> {
  const { to, kind, facts = {}, isPublic = true, action, basis, topic, data } = step
  const state = to === undefined ? row.state : unwrap(moveTo(selectionTransitions, row.state, to))
  const saved = await unit.tx.selection.update({ where: { id: row.id }, data: { ...data, state, version: { increment: 1 } } })
  await recordEvent(unit, row.id, kind, facts, { isPublic })
  await unit.audit({
    action,
    entity: 'Selection',
    entityId: row.id,
    before: { state: row.state, version: row.version },
    after: { number: row.number, state, ...facts },
    ...(basis !== undefined && { basis }),
  })
  if (topic !== undefined) await unit.outbox(topic, 'Selection', row.id)
  return saved
}
