import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Affiliation, AffiliationKind, TiedAgency } from './affiliation.ts'
import { isApprovedBy } from './agency-kind.ts'

/** A firm's tie to an agency: how its first step is called, and the parties it goes through, the nearest first. */
export interface AgencyTie {
  readonly agency: TiedAgency
  readonly kind: AffiliationKind
  readonly through: readonly string[]
}

/**
 * All agencies a firm is tied to on that day, one tie each, the shortest. The way begins with what the firm itself declared: what others say
 * of it bars nobody, or a rival could bar it by a declaration of its own. From there a party with a code is followed: to what it says of
 * itself where it is in the register too, and to what anybody else says of it. Nothing is asked twice, so owners who own each other do no harm, and the
 * chain ends where the register knows no more.
 * @param known all rows that hold or name the firm or a party met on the way
 */
export function agencyTiesOf(firmUscc: string, known: readonly Affiliation[], day: CalendarDay): readonly AgencyTie[] {
  const saidByOthers = ({ holderUscc, partyUscc }: Affiliation) => holderUscc !== firmUscc && partyUscc === firmUscc
  const inForce = known.filter((row) => row.fromOn <= day && (row.untilOn === null || day <= row.untilOn) && !saidByOthers(row))
  const ties = new Map<string, AgencyTie>()
  const met = new Set([firmUscc])
  let edge = stepsFrom(
    firmUscc,
    null,
    [],
    inForce.filter((row) => row.holderUscc === firmUscc),
  )
  while (edge.length > 0) {
    const next: Step[] = []
    for (const { row, kind, through } of edge) {
      if (row.agency && !ties.has(keyOf(row.agency))) ties.set(keyOf(row.agency), { agency: row.agency, kind, through })
      if (row.partyUscc === null || met.has(row.partyUscc)) continue
      met.add(row.partyUscc)
      next.push(...stepsFrom(row.partyUscc, kind, through, inForce))
    }
    edge = next
  }
  return [...ties.values()]
}

interface Step {
  readonly row: Affiliation
  readonly kind: AffiliationKind
  readonly through: readonly string[]
}

/** From one party on: what it says of itself leads to further parties; what others say of it adds an agency only. */
function stepsFrom(uscc: string, kind: AffiliationKind | null, through: readonly string[], rows: readonly Affiliation[]): Step[] {
  const own = rows.filter((row) => row.holderUscc === uscc)
  const named = rows.filter((row) => row.holderUscc !== uscc && row.partyUscc === uscc && row.agency !== null)
  return [
    ...own.map((row) => ({ row, kind: kind ?? row.kind, through: [...through, row.partyName] })),
    ...named.map((row) => ({ row, kind: kind ?? row.kind, through })),
  ]
}

const keyOf = ({ name, kind, divisionCodes }: TiedAgency): string => JSON.stringify([name, kind, divisionCodes])

/**
 * Avoidance 回避 (优化营商环境条例 art. 43): a unit of an agency, an association it supervises and that association's firms do no service tied
 * to the agency's approvals. Answers with the tie that bars, or null. An agency bars in its own division and those below, where it approves
 * or leads the approval (our own default).
 * @param divisionLine the project's division and those it lies in
 */
export function avoidanceOf(
  ties: readonly AgencyTie[],
  item: { readonly approvingAgency: string },
  divisionLine: readonly string[],
): AgencyTie | null {
  return (
    ties.find(
      ({ agency }) => isApprovedBy(item.approvingAgency, agency.kind) && divisionLine.some((code) => agency.divisionCodes.includes(code)),
    ) ?? null
  )
}

/** Told with the tie, so that whoever reads it knows why: `through` leads from the firm to the agency. */
export type AvoidanceRefusal = {
  readonly code: 'AFFILIATED_WITH_AGENCY'
  readonly agency: string
  readonly tie: AffiliationKind
  readonly through: readonly string[]
}

export const avoidanceRefusal = ({ agency, kind, through }: AgencyTie): AvoidanceRefusal => ({
  code: 'AFFILIATED_WITH_AGENCY',
  agency: agency.name,
  tie: kind,
  through,
})
