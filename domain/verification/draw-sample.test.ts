import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { creditGrades } from '#domain/credit/grade.ts'
import { drawSample, isSampleAsDrawn, sampleSize, ticketsOf } from './draw-sample.ts'
import type { SampleRecord, Verifiable } from './draw-sample.ts'
import { verificationRuleSets } from './verification-rule-set.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const weights = verificationRuleSets[0]?.parameters.sampleWeights.value
if (!weights) throw new Error('no rules')

const seedOf = (n: number) => createHash('sha256').update(`seed ${n}`).digest('hex')
const promises = (count: number, as: Partial<Verifiable> = {}): Verifiable[] =>
  Array.from({ length: count }, (_, index) => ({
    commitmentNumber: `CN-2026-${String(index + 1).padStart(6, '0')}`,
    grade: 'N' as const,
    isRedListed: false,
    ...as,
  }))
const draw = (candidates: readonly Verifiable[], share: number, n = 1): SampleRecord => {
  const drawn = drawSample({ planNumber: 'CC-2026-000001', seed: seedOf(n), share, candidates }, weights, sha256)
  if (!drawn.ok) throw new Error(drawn.refusal.code)
  return drawn.value
}

describe('a drawn sample', () => {
  it('is the one that RFC 3797 gives for its key string', () => {
    const record = draw(promises(5), 0.5)
    expect(record.keyString).toBe(`CC2026000001/${record.populationHash.toUpperCase()}/${seedOf(1).toUpperCase()}/`)
    expect(record.drawn).toHaveLength(3)
    // The first pick by hand: SHA-256 of index, key string, index, modulo the twenty tickets; four a place.
    const index = Buffer.from([0, 0])
    const digest = createHash('sha256').update(index).update(record.keyString).update(index).digest('hex')
    const ticket = Number(BigInt(`0x${digest}`) % 20n)
    expect(record.drawn[0]).toBe(record.population[Math.floor(ticket / 4)]?.commitmentNumber)
  })

  it('can be drawn again by anybody, in whatever order the candidates come', () => {
    const candidates = promises(40)
    const record = draw(candidates, 0.25)
    expect(draw(candidates.toReversed(), 0.25)).toEqual(record)
    expect(isSampleAsDrawn(record, weights, sha256)).toBe(true)
    expect(draw(candidates, 0.25, 2).drawn).not.toEqual(record.drawn)
  })

  test.each<[string, (record: SampleRecord) => SampleRecord]>([
    ['somebody swapped in', (record) => ({ ...record, drawn: ['CN-2026-000099', ...record.drawn.slice(1)] })],
    ['another order', (record) => ({ ...record, drawn: record.drawn.toReversed() })],
    ['one left out of the population', (record) => ({ ...record, population: record.population.slice(1) })],
    [
      'fewer tickets for a friend',
      (record) => ({ ...record, population: record.population.map((one, index) => (index === 0 ? { ...one, tickets: 1 } : one)) }),
    ],
    ['another seed', (record) => ({ ...record, seed: seedOf(7) })],
    ['another plan', (record) => ({ ...record, planNumber: 'CC-2026-000002' })],
  ])('a forged record shows: %s', (_, forge) => expect(isSampleAsDrawn(forge(draw(promises(40), 0.25)), weights, sha256)).toBe(false))

  it('of everything is everything, in order', () => {
    const all = promises(7)
    expect(draw(all, 1).drawn).toEqual(all.map(({ commitmentNumber }) => commitmentNumber))
  })

  test.each([
    [1, 0.01, 1],
    [10, 0.25, 3],
    [10, 1, 10],
    [4, 0.5, 2],
  ])('of %i promises %f: %i', (population, share, size) => expect(sampleSize(population, share)).toBe(size))

  test.each([0, -0.5, 1.01, Number.NaN])('no share of %f', (share) =>
    expect(drawSample({ planNumber: 'CC-1', seed: seedOf(1), share, candidates: promises(3) }, weights, sha256)).toMatchObject({
      ok: false,
      refusal: { code: 'SHARE_OUT_OF_RANGE' },
    }),
  )

  it('of nothing is refused', () =>
    expect(drawSample({ planNumber: 'CC-1', seed: seedOf(1), share: 1, candidates: [] }, weights, sha256)).toEqual({
      ok: false,
      refusal: { code: 'NOTHING_TO_VERIFY' },
    }))
})

describe('山东 art. 26: red-listed and grade A lighter', () => {
  it('red-listed weigh less than grade A, grade A less than anybody else', () => {
    const [red, a, ...others] = [
      ticketsOf({ commitmentNumber: '', grade: 'B', isRedListed: true }, weights),
      ...creditGrades.map((grade) => ticketsOf({ commitmentNumber: '', grade, isRedListed: false }, weights)),
    ]
    expect(red).toBeLessThan(a ?? 0)
    for (const other of others) expect(a).toBeLessThan(other)
  })

  it('over many seeds they are drawn about as much less often as their tickets say', () => {
    const mixed = promises(60).map((one, index): Verifiable => ({ ...one, grade: index < 20 ? 'A' : 'N', isRedListed: index < 10 }))
    const hits = { red: 0, a: 0, ordinary: 0 }
    for (let n = 0; n < 600; n += 1) {
      // A single pick goes by tickets exactly: 10 × 1, 10 × 2 and 40 × 4 of 190.
      const [number] = draw(mixed, 1 / 60, n).drawn
      const place = mixed.find(({ commitmentNumber }) => commitmentNumber === number)
      hits[place?.isRedListed ? 'red' : place?.grade === 'A' ? 'a' : 'ordinary'] += 1
    }
    expect(hits.red / 600).toBeCloseTo(10 / 190, 1)
    expect(hits.a / 600).toBeCloseTo(20 / 190, 1)
    expect(hits.ordinary / 600).toBeCloseTo(160 / 190, 1)
    expect(hits.red).toBeLessThan(hits.a)
  })

  it('nobody twice, nobody from outside, whatever the population', () => {
    const candidate = fc.record({ grade: fc.constantFrom(...creditGrades), isRedListed: fc.boolean() })
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 60 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (ones, share) => {
        const population = promises(ones.length).map((one, index) => ({ ...one, ...ones[index] }))
        const { drawn } = draw(population, share)
        expect(drawn).toHaveLength(sampleSize(population.length, share))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(population.map(({ commitmentNumber }) => commitmentNumber)).toEqual(expect.arrayContaining([...drawn]))
      }),
    )
  })
})
