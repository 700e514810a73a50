import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkUscc, groupUscc, hasOrganisationCodeWarning, normaliseUscc, organisationCheckChar, usccCheckChar } from './uscc.ts'

interface Judgement {
  readonly valid: boolean
  readonly reason: 'length' | 'charset' | 'checkChar' | null
  readonly expectedCheckChar: string | null
  readonly expectedOrgCheckChar: string | null
  readonly orgCheckOk: boolean | null
  readonly warnOrgCode: boolean | null
}
interface Vectors {
  readonly alphabet: string
  readonly cases: (Judgement & { id: string; input: string; ifNormalisedFirst?: Judgement & { normalised: string } })[]
  readonly organisationCodes: { id: string; input: string; valid: boolean; expectedCheckChar: string }[]
}

const vectors = JSON.parse(readFileSync(new URL('../../test/vectors/uscc.json', import.meta.url), 'utf8')) as Vectors

function expectJudgement(code: string, wanted: Judgement) {
  const result = checkUscc(code)
  if (wanted.valid) expect(result).toEqual({ ok: true, value: { uscc: code, hasOrgCodeWarning: wanted.warnOrgCode } })
  else {
    const expected = wanted.reason === 'checkChar' ? { expected: wanted.expectedCheckChar } : {}
    expect(result).toEqual({ ok: false, refusal: { code: 'USCC_INVALID', reason: wanted.reason, ...expected } })
  }
  if (wanted.expectedCheckChar === null) return
  expect(usccCheckChar(code.slice(0, 17))).toBe(wanted.expectedCheckChar)
  expect(organisationCheckChar(code.slice(8, 16))).toBe(wanted.expectedOrgCheckChar)
  expect(hasOrganisationCodeWarning(code)).toBe(wanted.warnOrgCode)
  expect(hasOrganisationCodeWarning(code)).toBe(!wanted.orgCheckOk)
}

describe('R8, uscc vectors: judged exactly as given', () => {
  test.each(vectors.cases)('$id "$input": $valid $reason', (vector) => expectJudgement(vector.input, vector))
})

describe('R8, uscc vectors: folded first, as typed input is', () => {
  test.each(vectors.cases.flatMap(({ id, input, ifNormalisedFirst }) => (ifNormalisedFirst ? [{ id, input, ifNormalisedFirst }] : [])))(
    '$id "$input" → $ifNormalisedFirst.normalised',
    ({ input, ifNormalisedFirst }) => {
      expect(normaliseUscc(input)).toBe(ifNormalisedFirst.normalised)
      expectJudgement(ifNormalisedFirst.normalised, ifNormalisedFirst)
    },
  )

  test.each([
    ['9141 0100 1234 5675 3C', '91410100123456753C'],
    ['91410100-123456753-c', '91410100123456753C'],
    ['　９１４１０１００－１２３４５６７５３Ｃ　', '91410100123456753C'],
    ['91410100\t123456753C\n', '91410100123456753C'],
    // A zero-width space is no blank anybody typed: it stays and is refused.
    ['91410100\u200b123456753C', '91410100\u200b123456753C'],
  ])('%j → %j', (input, expected) => expect(normaliseUscc(input)).toBe(expected))
})

describe('R8, uscc vectors: embedded organisation codes (GB 11714)', () => {
  test.each(vectors.organisationCodes)('$id $input: $valid', ({ input, valid, expectedCheckChar }) => {
    expect(organisationCheckChar(input.slice(0, 8))).toBe(expectedCheckChar)
    expect(expectedCheckChar === input.charAt(8)).toBe(valid)
  })
})

describe('GB 32100: properties of the check character', () => {
  const first17 = fc.string({ unit: fc.constantFrom(...vectors.alphabet), minLength: 17, maxLength: 17 })

  it('exactly one last character is right', () =>
    fc.assert(fc.property(first17, (text) => Array.from(vectors.alphabet).filter((last) => checkUscc(text + last).ok).length === 1)))

  it('one wrong character is always found', () =>
    fc.assert(
      fc.property(first17, fc.nat(16), fc.constantFrom(...vectors.alphabet), (text, place, wrong) => {
        fc.pre(text.charAt(place) !== wrong)
        return !checkUscc(text.slice(0, place) + wrong + text.slice(place + 1) + usccCheckChar(text)).ok
      }),
    ))

  it('two neighbours exchanged are always found', () =>
    fc.assert(
      fc.property(first17, fc.nat(15), (text, place) => {
        fc.pre(text.charAt(place) !== text.charAt(place + 1))
        const exchanged = text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2)
        return !checkUscc(exchanged + usccCheckChar(text)).ok
      }),
    ))

  it('no text makes it throw', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => checkUscc(text).ok === false)))
  it('folding twice changes nothing', () =>
    fc.assert(fc.property(first17, (text) => normaliseUscc(normaliseUscc(groupUscc(text).toLowerCase())) === text)))
})

describe('grouping for reading aloud', () => {
  test.each([
    ['91410100123456753C', '9141 0100 1234 5675 3C'],
    ['9141', '9141'],
    ['', ''],
  ])('%s → %s', (code, expected) => expect(groupUscc(code)).toBe(expected))
})
