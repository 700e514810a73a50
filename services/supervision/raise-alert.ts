import type { AlertKind, AlertLevel } from '#domain/supervision/alert.ts'
import { alertRules } from '#domain/supervision/alert.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { nextNumber } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { asJson } from '../kernel/run-use-case.ts'

/** What a rule noticed. Kind and source together name the alert: the same finding is told once, however often it is found. */
export interface NewAlert {
  readonly kind: AlertKind
  readonly level: AlertLevel
  /** What it rests on: a table's name and the row's id (or another lasting key of the finding). */
  readonly sourceType: string
  readonly sourceId: string
  /** The agency or body it is about. */
  readonly organisationId?: string | null
  /** The firm or person it is about. */
  readonly subjectId?: string | null
  readonly serviceItemCode?: string | null
  /** For the sentence on the page; JSON only, no secrets and no full identity numbers. */
  readonly facts: Readonly<Record<string, unknown>>
}

/**
 * Raises a supervision alert 预警 (rulebook R7) in the transaction of what caused it, once per kind and source. It decides nothing.
 * @returns the alert's id, also when it had been raised before
 */
export async function raiseAlert(unit: UnitOfWork, alert: NewAlert): Promise<string> {
  const { tx, now } = unit
  const { kind, level, sourceType, sourceId, facts } = alert
  const source = { kind_sourceType_sourceId: { kind, sourceType, sourceId } }
  const known = await tx.alert.findUnique({ where: source, select: { id: true } })
  if (known) return known.id
  const { organisationId = null, subjectId = null, serviceItemCode = null } = alert
  const number = await nextNumber(unit, 'ALERT')
  const about = { organisationId, subjectId, serviceItemCode }
  // Two that find the same at once: the second waits for the first at the unique key and finds it raised.
  const raised = await tx.alert.createMany({
    data: [{ number, kind, level, ...about, sourceType, sourceId, facts: asJson(facts) ?? {}, raisedAt: now }],
    skipDuplicates: true,
  })
  const { id } = await tx.alert.findUniqueOrThrow({ where: source, select: { id: true } })
  if (raised.count === 0) return id
  const basis = citeBasis(alertRules[kind].basis)
  const after = { number, kind, level, ...about, sourceType, sourceId }
  await unit.audit({ action: 'supervision.raiseAlert', entity: 'Alert', entityId: id, after, basis })
  await unit.outbox('supervision.alertRaised', 'Alert', id)
  return id
}
