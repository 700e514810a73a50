import { addDays } from '#domain/kernel/calendar-day.ts'
import { identityCheckChar } from '#domain/kernel/identity-number.ts'
import { organisationCheckChar, usccCheckChar } from '#domain/kernel/uscc.ts'

/** Codes that pass every check and belong to nobody. */

/** The fourth character of the organisation code: one range for each kind of invented firm, so that they never meet; two for the largest. */
const blocks = { INTERMEDIARY: 'J', APPLICANT: 'A', BENCH: 'LM' } as const
export type FictitiousBlock = keyof typeof blocks

const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codesOfBlock = digits.length ** 4

/**
 * A valid USCC that was never assigned: its organisation code begins with DEM, while assigned ones are digits or begin with MA.
 * @param index below 923,521 for each character of its block @param divisionCode of GB/T 2260; local zone codes are registered under the city
 */
export function fictitiousUscc(block: FictitiousBlock, index: number, divisionCode: string): string {
  const serial = [3, 2, 1, 0].map((power) => digits.charAt(Math.floor(index / 31 ** power) % 31)).join('')
  const range = blocks[block].charAt(Math.floor(index / codesOfBlock))
  if (range === '') throw new RangeError(`no invented code ${index} for ${block}`)
  const body = `DEM${range}${serial}`
  const registered = /^\d{6}$/.test(divisionCode) ? divisionCode : '410100'
  const first17 = `91${registered}${body}${organisationCheckChar(body)}`
  return first17 + usccCheckChar(first17)
}

/**
 * A resident identity number that passes the check and belongs to nobody: division 410199 does not exist.
 * @param index below 12 million
 */
export function fictitiousIdentityNumber(index: number): string {
  const birthOn = addDays('1965-01-01', (index * 37) % 12_000).replaceAll('-', '')
  const first17 = `410199${birthOn}${String(Math.floor(index / 12_000)).padStart(3, '0')}`
  return first17 + identityCheckChar(first17)
}
