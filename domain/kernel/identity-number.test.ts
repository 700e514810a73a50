import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkIdentityNumber, identityCheckChar, maskIdentityNumber, normaliseIdentityNumber } from './identity-number.ts'

const invalid = (reason: string) => ({ ok: false, refusal: { code: 'IDENTITY_INVALID', reason } })

describe('R8: resident identity number (GB 11643)', () => {
  test.each([
    // The example printed in the standard.
    ['11010519491231002X', '1949-12-31'],
    ['440524188001010014', '1880-01-01'],
  ])('%s is valid, born %s', (identityNumber, birthOn) =>
    expect(checkIdentityNumber(identityNumber)).toEqual({ ok: true, value: { identityNumber, birthOn } }),
  )

  test.each([
    ['110105194912310021', 'checkChar'],
    ['11010519491231002x', 'charset'],
    ['1101051949123100X2', 'charset'],
    ['110105194902300026', 'birthDate'],
    ['110105190002290028', 'birthDate'],
    ['110105000001010020', 'birthDate'],
    ['110105491231002', 'length'],
    ['', 'length'],
    ['11010519491231002X ', 'length'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'charset'],
  ])('%s is refused: %s', (identityNumber, reason) => expect(checkIdentityNumber(identityNumber)).toEqual(invalid(reason)))

  it('typed input is folded first', () => expect(normaliseIdentityNumber(' １１０１０５ 19491231-002x ')).toBe('11010519491231002X'))

  it('exactly one last character is right, and a wrong digit is found', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{6}19[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}$/),
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        (first17, place, shift) => {
          const right = Array.from('0123456789X').filter((last) => checkIdentityNumber(first17 + last).ok)
          const digit = (Number(first17.charAt(place)) + shift) % 10
          const wrong = first17.slice(0, place) + String(digit) + first17.slice(place + 1) + identityCheckChar(first17)
          return right.length === 1 && !checkIdentityNumber(wrong).ok
        },
      ),
    ))
})

describe('R8: shown masked', () => {
  test.each([
    ['410101199001011234', '410101********1234'],
    ['11010519491231002X', '110105********002X'],
    ['not a number', '************'],
    ['', ''],
  ])('%s → %s', (identityNumber, masked) => expect(maskIdentityNumber(identityNumber)).toBe(masked))
})
