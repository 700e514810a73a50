import { checkIdentityNumber, normaliseIdentityNumber } from '#domain/kernel/identity-number.ts'
import { ensurePersonSubjects, registerOrganisationSubject } from '../access/register-subject.ts'
import { readSubjectCode } from '../checks/read-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'

export interface NamedApplicant {
  /** USCC or resident identity number, as typed. */
  readonly code: string
  /** Needed for somebody the platform has never met; otherwise the name on record stays. */
  readonly name: string | null
  /** Where a firm that is new here is entered. */
  readonly divisionCode: string
}

/**
 * The applicant's credit subject: the one on record, or a new one, a person's number sealed (rulebook R8).
 * @throws ValidationError USCC_INVALID or IDENTITY_INVALID with the reason, REQUIRED for the name of a newcomer
 */
export async function ensureApplicant(unit: UnitOfWork, { code, name, divisionCode }: NamedApplicant): Promise<string> {
  const { uscc, identityHash } = readApplicantCode(unit, code)
  const known = await unit.tx.subject.findFirst({
    where: { OR: [...(uscc ? [{ uscc }] : []), ...(identityHash ? [{ identityHash }] : [])] },
    select: { id: true },
  })
  if (known) return known.id
  if (name === null) throw new ValidationError([{ path: 'applicantName', code: 'NAME_OF_NEWCOMER_REQUIRED', facts: {} }])
  if (uscc) return registerOrganisationSubject(unit, { name, uscc, divisionCode, isFictitious: false })
  const checked = checkIdentityNumber(normaliseIdentityNumber(code))
  if (!checked.ok) throw new Error('a code that is neither was let through')
  const { identityNumber } = checked.value
  const [personId] = await ensurePersonSubjects(unit, [{ name, identityNumber, divisionCode, isFictitious: false }])
  if (personId === undefined) throw new Error('no subject')
  return personId
}

/** As `readSubjectCode`, with the problem beside the applicant's field. */
export function readApplicantCode({ context }: Pick<UnitOfWork, 'context'>, code: string) {
  try {
    return readSubjectCode(context, code)
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error
    throw new ValidationError(error.fields.map((field) => ({ ...field, path: 'applicantCode' })))
  }
}
