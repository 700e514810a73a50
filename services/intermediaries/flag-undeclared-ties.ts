import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'
import type { NewAffiliation } from './affiliation-input.ts'

/**
 * A firm that declares another firm of the register as belonging to an agency accuses it of a tie it may not have declared itself. That bars
 * nobody (domain/intermediaries/avoidance.ts); supervision is told, once for each pair and agency, and looks.
 */
export async function flagUndeclaredTies(unit: UnitOfWork, intermediaryId: string, ties: readonly NewAffiliation[]): Promise<void> {
  const said = ties.flatMap(({ partyUscc, agencyId }) => (partyUscc !== null && agencyId !== null ? [{ partyUscc, agencyId }] : []))
  if (said.length === 0) return
  const firms = await unit.tx.intermediary.findMany({
    where: { id: { not: intermediaryId }, subject: { uscc: { in: said.map(({ partyUscc }) => partyUscc) } } },
    select: { subjectId: true, subject: { select: { uscc: true } }, affiliations: { select: { agencyId: true, untilOn: true } } },
  })
  for (const { partyUscc, agencyId } of said) {
    const firm = firms.find(({ subject }) => subject.uscc === partyUscc)
    if (!firm || firm.affiliations.some((own) => own.agencyId === agencyId && fromDbDayOrNull(own.untilOn) === null)) continue
    await raiseAlert(unit, {
      kind: 'AFFILIATION_UNDECLARED',
      level: 'YELLOW',
      sourceType: 'Affiliation',
      sourceId: `${intermediaryId}:${firm.subjectId}:${agencyId}`,
      organisationId: agencyId,
      subjectId: firm.subjectId,
      facts: { partyUscc },
    })
  }
}
