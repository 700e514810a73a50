import { isCalendarDay } from './calendar-day.ts'
import type { CalendarDay } from './calendar-day.ts'
import { foldTypedCode } from './fold-typed-code.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** GB 11643-1999: weights of the first 17 digits and the check character for each remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkChars = '10X98765432'
// Ours: nobody alive was born earlier, so such a year is a typing error.
const earliestBirthOn = '1850-01-01'

export interface IdentityRefusal {
  readonly code: 'IDENTITY_INVALID'
  readonly reason: 'length' | 'charset' | 'birthDate' | 'checkChar'
}

/** The form in which a number is matched and judged, X upper case. */
export const normaliseIdentityNumber = (input: string): string => foldTypedCode(input)

/** The 18th character that belongs to the first 17 digits (GB 11643-1999). */
export function identityCheckChar(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('17 digits wanted')
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0)
  return checkChars.charAt(sum % 11)
}

/**
 * Judges a resident identity number 公民身份号码 exactly as given (rulebook R8). The refusal carries no expected character:
 * it would help to make numbers up.
 */
export function checkIdentityNumber(
  identityNumber: string,
): Result<{ readonly identityNumber: string; readonly birthOn: CalendarDay }, IdentityRefusal> {
  const invalid = (reason: IdentityRefusal['reason']) => refuse<IdentityRefusal>({ code: 'IDENTITY_INVALID', reason })
  if (Array.from(identityNumber).length !== 18) return invalid('length')
  if (!/^\d{17}[\dX]$/.test(identityNumber)) return invalid('charset')
  const birthOn = identityNumber.replace(/^\d{6}(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
  if (!isCalendarDay(birthOn) || birthOn < earliestBirthOn) return invalid('birthDate')
  if (identityCheckChar(identityNumber.slice(0, 17)) !== identityNumber.charAt(17)) {
    return invalid('checkChar')
  }
  return ok({ identityNumber, birthOn })
}

/** The only form in which a number is shown: division and last four, the birth date hidden. Anything else is hidden whole. */
export function maskIdentityNumber(identityNumber: string): string {
  if (!/^\d{17}[\dX]$/.test(identityNumber)) return '*'.repeat(Array.from(identityNumber).length)
  return `${identityNumber.slice(0, 6)}********${identityNumber.slice(14)}`
}
