import { foldTypedCode } from './fold-typed-code.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** GB 32100-2015: digits and capitals without I, O, S, V, Z; a character's value is its place in this row. */
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccModulus = 31
// 3^(i-1) mod 31 for i = 1 to 17.
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

/** GB 11714-1997, the organisation code 组织机构代码 at places 9 to 17. Here letters count 10 to 35 without gaps. */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

export interface UsccRefusal {
  readonly code: 'USCC_INVALID'
  readonly reason: 'length' | 'charset' | 'checkChar'
  /** The check character that would fit; only with reason checkChar. */
  readonly expected?: string
}

function weightedSum(text: string, alphabet: string, weights: readonly number[]): number {
  if (text.length !== weights.length) throw new RangeError(`${weights.length} characters wanted`)
  return weights.reduce((sum, weight, index) => {
    const value = alphabet.indexOf(text.charAt(index))
    if (value < 0) throw new RangeError(`character outside the alphabet: ${text.charAt(index)}`)
    return sum + weight * value
  }, 0)
}

/** The form in which a code is stored, shown and judged. */
export const normaliseUscc = (input: string): string => foldTypedCode(input)

/** The 18th character that belongs to the first 17 (GB 32100-2015). */
export function usccCheckChar(first17: string): string {
  const remainder = weightedSum(first17, usccAlphabet, usccWeights) % usccModulus
  return usccAlphabet.charAt((usccModulus - remainder) % usccModulus)
}

/** The 9th character that belongs to the first 8 of an organisation code (GB 11714-1997). */
export function organisationCheckChar(first8: string): string {
  const digit = 11 - (weightedSum(first8, organisationAlphabet, organisationWeights) % 11)
  return digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
}

/** Whether the embedded organisation code fails its own check: a warning, since valid codes like that exist (rulebook R8). */
export function hasOrganisationCodeWarning(code: string): boolean {
  return organisationCheckChar(code.slice(8, 16)) !== code.charAt(16)
}

/**
 * Judges a unified social credit code 统一社会信用代码 exactly as given (rulebook R8); fold typed input with `normaliseUscc`
 * first. Early pilot codes fail here on purpose: they pass only through a reviewed override.
 */
export function checkUscc(code: string): Result<{ readonly uscc: string; readonly hasOrgCodeWarning: boolean }, UsccRefusal> {
  const characters = Array.from(code)
  if (characters.length !== 18) return refuse({ code: 'USCC_INVALID', reason: 'length' })
  if (!characters.every((character) => usccAlphabet.includes(character))) {
    return refuse({ code: 'USCC_INVALID', reason: 'charset' })
  }
  const expected = usccCheckChar(code.slice(0, 17))
  if (expected !== code.charAt(17)) {
    return refuse({ code: 'USCC_INVALID', reason: 'checkChar', expected })
  }
  return ok({ uscc: code, hasOrgCodeWarning: hasOrganisationCodeWarning(code) })
}

/** For reading aloud and comparing: '9141 0100 1234 5675 3C'. */
export function groupUscc(code: string): string {
  return code.replace(/(.{4})(?=.)/gu, '$1 ')
}
