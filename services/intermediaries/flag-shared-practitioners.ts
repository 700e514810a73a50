import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'

/**
 * One person at two institutions is allowed and leaves a mark that supervision can find (rulebook R3): in the audit trail and as an alert,
 * once for each person and pair of institutions. Call it after the people were entered; their subjects' rows are the caller's.
 */
export async function flagSharedPractitioners(unit: UnitOfWork, intermediaryId: string, subjectIds: readonly string[]): Promise<void> {
  const elsewhere = await unit.tx.practitioner.findMany({
    where: { subjectId: { in: [...subjectIds] }, intermediaryId: { not: intermediaryId }, intermediary: { status: { not: 'EXITED' } } },
    select: { subjectId: true, intermediaryId: true },
  })
  for (const { subjectId, intermediaryId: otherIntermediaryId } of elsewhere) {
    const intermediaryIds = [otherIntermediaryId, intermediaryId]
    await unit.audit({
      action: 'practitioner.atSeveralInstitutions',
      entity: 'Subject',
      entityId: subjectId,
      after: { intermediaryIds },
    })
    await raiseAlert(unit, {
      kind: 'PRACTITIONER_AT_SEVERAL_INSTITUTIONS',
      level: 'YELLOW',
      sourceType: 'Practitioner',
      // The same pair is told once, whoever of the two enters the person last.
      sourceId: `${subjectId}:${intermediaryIds.toSorted().join(':')}`,
      subjectId,
      facts: { intermediaryIds },
    })
  }
}
