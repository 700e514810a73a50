import { violationCategories } from '#domain/listings/list-kind.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

export interface ReportedParty {
  readonly uscc: string
  /** Set when it is about a practitioner of that institution, not the institution itself. */
  readonly practitionerId?: string | null | undefined
  readonly violationCode: string
}

/** Who is reported, and for what. @throws ValidationError beside the field that is wrong */
export async function findReportedParty({ tx }: UnitOfWork, { uscc, practitionerId, violationCode }: ReportedParty) {
  const intermediary = await tx.intermediary.findFirst({ where: { subject: { uscc } }, include: { practitioners: true } })
  if (!intermediary) throw problem('uscc', 'INTERMEDIARY_UNKNOWN', { uscc })
  const practitioner = intermediary.practitioners.find(({ id }) => id === practitionerId)
  if (practitionerId && !practitioner) throw problem('practitionerId', 'PRACTITIONER_UNKNOWN')
  const violation = await tx.violationType.findUnique({ where: { code: violationCode } })
  const category = violationCategories.find((one) => one === violation?.category)
  if (!violation || !category) throw problem('violationCode', 'VIOLATION_UNKNOWN', { violationCode })
  const reported = practitioner ? 'PRACTITIONER' : 'ORGANISATION'
  if (![reported, 'BOTH'].includes(violation.appliesTo)) throw problem('violationCode', `VIOLATION_NOT_FOR_${reported}`, { violationCode })
  return { subjectId: (practitioner ?? intermediary).subjectId, violation, category }
}

const problem = (path: string, code: string, facts: Record<string, unknown> = {}) => new ValidationError([{ path, code, facts }])
