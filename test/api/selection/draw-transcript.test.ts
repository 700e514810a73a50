import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { quicknet } from '#domain/selection/drand-beacon.ts'
import { publishMethod, rungWindows } from '#domain/selection/draw-method.ts'
import type { DrawTranscript } from '#domain/selection/draw-transcript.ts'
import { drawAndTranscribe, transcriptHash } from '#domain/selection/make-transcript.ts'
import type { DrawMaterial } from '#domain/selection/make-transcript.ts'
import { canonicalPool, freezePool } from '#domain/selection/pool.ts'
import type { SelectionMode } from '#domain/selection/selection.ts'
import { verifyTranscript } from '#domain/selection/verify-transcript.ts'
import { ZZ_SELECTION_1 } from '#domain/selection/zz-selection-1.ts'
import { hashOfText, sampleClosesAt, sampleFacts, sampleMaterial, samplePool } from '#test/factories/drawing.ts'
import { mutationsOf } from '#test/factories/mutations.ts'

const times = ZZ_SELECTION_1.parameters.drawTimes.value
const hours = (count: number) => count * 3_600_000

function made(material: DrawMaterial, tools: Parameters<typeof drawAndTranscribe>[1]): DrawTranscript {
  const outcome = drawAndTranscribe(material, tools)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.transcript
}
const faultOf = (transcript: unknown, tools: Parameters<typeof verifyTranscript>[1], known = {}) =>
  verifyTranscript(transcript, tools, known).steps.find(({ fault }) => fault !== null)

const samples: readonly (readonly [SelectionMode, readonly number[] | undefined])[] = [
  ['RANDOM_DRAW', undefined],
  ['CREDIT_SHORTLIST', undefined],
  ['LOWEST_QUOTE', [900_00, 800_00, 800_00, 950_00, 870_00, 990_00]],
  ['AVERAGE_PRICE', [1000_00, 950_00, 920_00, 900_00, 860_00, 1000_00]],
]

describe.each(samples)('%s', (mode, fees) => {
  const { material, tools } = sampleMaterial(mode, 6, fees && { fees })
  const transcript = made(material, tools)

  test('the transcript proves itself, also after it was written to a file and read again', () => {
    expect(verifyTranscript(transcript, tools)).toMatchObject({ isTrue: true })
    expect(verifyTranscript(JSON.parse(canonicalJson(transcript)), tools).isTrue).toBe(true)
  })

  test('no field can be changed: every leaf changed, every key left out, one added', () => {
    const changes = [...mutationsOf(transcript)]
    expect(changes.length).toBeGreaterThan(100)
    for (const { path, value } of changes) {
      expect(verifyTranscript(value, tools).isTrue, `undetected: ${path}`).toBe(false)
    }
  })

  test('nor with the file’s own hash made anew, but for what the announcement itself proves', () => {
    const undetected = [...mutationsOf(transcript)].flatMap(({ path, value }) => {
      const forged = { ...(value as DrawTranscript) }
      if (path === 'sha256' || typeof forged !== 'object' || !('sha256' in forged)) return []
      forged.sha256 = transcriptHash(forged, tools)
      return verifyTranscript(forged, tools).isTrue ? [path.replace(/\.\d+(?=\.|$)/g, '.*')] : []
    })
    for (const path of undetected)
      expect(
        toldElsewhere.some((allowed) => allowed.test(path)),
        `undetected: ${path}`,
      ).toBe(true)
  })

  test('against what was published before, nothing at all', () => {
    const known = { secretHash: transcript.secretHash, poolHash: transcript.poolHash, sha256: transcript.sha256 }
    for (const { path, value } of mutationsOf(transcript)) {
      if (path === 'sha256') continue
      const forged = value as DrawTranscript
      if ('sha256' in forged) forged.sha256 = transcriptHash(forged, tools)
      expect(verifyTranscript(forged, tools, known).isTrue, path).toBe(false)
    }
  })
})

/**
 * What the file alone can't prove once its hash is made anew, because the draw does not depend on it: instants within their bounds, the
 * waiting times of rungs that weren't waited for, parameters that decide nothing in this case. The published method, pool and transcript
 * hashes prove them.
 */
const toldElsewhere = [
  /^(committedAt|drawnAt|neededAt)$/,
  /^method\.(closesAt|ladder|ladder\.\*\.(patienceHours|entryDays|revealHours|minimum))$/,
  /^facts\.(minimum|abnormallyLowShare|unratedScore|percents\.\*|percents|creditTailShare|shortlistSize)$/,
  /^facts\.bidders\.\*\.quote\.(isExplained|workingDays)$/,
  /^facts\.bidders\.\*\.points(\.added)?$/,
]

describe('what breaks, and where', () => {
  const { material, tools, beaconOf, chain } = sampleMaterial('RANDOM_DRAW', 8)
  const transcript = made(material, tools)
  const forge = (change: (copy: DrawTranscript) => void): DrawTranscript => {
    const copy = structuredClone(transcript)
    change(copy)
    return { ...copy, sha256: transcriptHash(copy, tools) }
  }
  const repooled = (change: (copy: DrawTranscript) => void) =>
    forge((copy) => {
      change(copy)
      copy.poolHash = hashOfText(canonicalPool(copy.pool))
    })

  test('two picks exchanged: the very pick', () => {
    const swapped = forge(({ draws: [draw] }) => draw!.drawn.splice(2, 2, draw!.drawn[3]!, draw!.drawn[2]!))
    expect(faultOf(swapped, tools)).toMatchObject({ step: 'DRAWS', fault: { code: 'PICK_DIFFERS', label: 'WINNER', pick: 3 } })
  })

  test('another winner in the result', () => {
    const other = forge(({ result }) => result.ranking.reverse())
    expect(faultOf(other, tools)).toMatchObject({ step: 'RESULT', fault: { code: 'RANKING_DIFFERS', place: 1 } })
  })

  test('a changed pool: a bidder slipped in after the freezing', () => {
    const more = repooled((copy) =>
      copy.pool.places.push({ ...copy.pool.places.at(-1)!, place: 9, uscc: '99', signUpId: '01990000-0000-7000-8000-000000000099' }),
    )
    expect(faultOf(more, tools)).toMatchObject({ step: 'FACTS' })
    expect(faultOf(more, tools, { poolHash: transcript.poolHash })).toMatchObject({ step: 'POOL', fault: { code: 'POOL_NOT_PUBLISHED' } })
    expect(faultOf({ ...more, sha256: transcript.sha256 }, tools)).toMatchObject({ step: 'WHOLE' })
  })

  test('a changed pool: two bidders in exchanged places', () => {
    const swapped = repooled(({ pool: { places } }) => {
      places.reverse()
      places.forEach((place, index) => (place.place = index + 1))
    })
    expect(faultOf(swapped, tools)).toMatchObject({ step: 'POOL', fault: { code: 'POOL_DISORDERED', place: 2 } })
  })

  test('a sign-up after the line', () => {
    const late = repooled(({ pool: { places } }) => (places[0]!.signedUpAt = sampleClosesAt.toISOString()))
    expect(faultOf(late, tools)).toMatchObject({ step: 'POOL', fault: { code: 'SIGNED_UP_AFTER_CLOSING', place: 1 } })
  })

  test('another secret than the one committed to', () => {
    const secret = '00'.repeat(32)
    expect(
      faultOf(
        forge((copy) => (copy.secret = secret)),
        tools,
      ),
    ).toMatchObject({ step: 'SECRET', fault: { code: 'SECRET_NOT_COMMITTED' } })
    const both = made({ ...material, secret, secretHash: hashOfText(secret) }, tools)
    expect(faultOf(both, tools)).toBeUndefined()
    expect(faultOf(both, tools, { secretHash: transcript.secretHash })).toMatchObject({ fault: { code: 'COMMITMENT_NOT_PUBLISHED' } })
  })

  test('a round of the operator’s choice', () => {
    const round = (transcript.randomness as { round: number }).round + 1
    const other = forge((copy) => (copy.randomness = { kind: 'DRAND', rung: 0, ...beaconOf(round) }))
    expect(faultOf(other, tools)).toMatchObject({ step: 'RANDOMNESS', fault: { code: 'BEACON_NOT_GENUINE' } })
    const method = forge((copy) => {
      const [rung] = copy.method.ladder
      if (rung?.kind === 'DRAND') rung.round = round
    })
    expect(faultOf(method, tools)).toMatchObject({ step: 'METHOD', fault: { code: 'ROUND_NOT_DUE_THEN' } })
  })

  test('the operator’s own chain', () => {
    expect(faultOf(transcript, { ...tools, chains: [quicknet] })).toMatchObject({
      step: 'METHOD',
      fault: { code: 'CHAIN_UNKNOWN', chain: chain.hash },
    })
  })

  test('a pool frozen when the round was known', () => {
    const [rung] = material.method.ladder
    const dueAt = rung?.kind === 'DRAND' ? rung.dueAt : ''
    const pool = { ...material.pool, frozenAt: dueAt }
    const late = drawAndTranscribe({ ...material, pool, neededAt: new Date(dueAt) }, tools)
    expect(late).toMatchObject({ ok: false, refusal: { code: 'POOL_FROZEN_LATE' } })
    const forged = repooled((copy) => {
      copy.pool.frozenAt = dueAt
      copy.neededAt = dueAt
    })
    expect(faultOf(forged, tools)).toMatchObject({ step: 'RANDOMNESS', fault: { code: 'POOL_FROZEN_LATE' } })
  })

  test.each([null, [], 'x', {}, { format: 'xinxuan-draw/2' }, { ...transcript, more: 1 }])('no transcript at all: %#', (input) => {
    expect(verifyTranscript(input, tools)).toMatchObject({
      isTrue: false,
      transcript: null,
      steps: [{ step: 'FORM', fault: { code: 'NOT_A_TRANSCRIPT' } }],
    })
  })
})

describe('the other rungs', () => {
  const number = 'XX-2026-000124'
  const frozenAt = new Date(sampleClosesAt.getTime() + 90_000)
  const { material, tools } = sampleMaterial('RANDOM_DRAW', 5)
  // 2026-11-11 is a Wednesday: the next drawing is on Thursday the 12th.
  const method = publishMethod(number, sampleClosesAt, null, times)
  const instants = { frozenAt, neededAt: frozenAt }
  const base = { ...material, method, pool: samplePool(number, frozenAt, 5) }

  test('lottery: the first drawing from the next day on, entered until three days later', () => {
    const [lottery, contributions] = rungWindows(method, instants)
    expect(lottery).toMatchObject({ drawnOn: '2026-11-12', deadlineAt: new Date('2026-11-15T16:00:00Z') })
    expect(contributions?.opensAt).toEqual(lottery?.deadlineAt)
    expect(contributions!.deadlineAt.getTime() - contributions!.opensAt.getTime()).toBe(hours(48))
  })

  test('lottery: numbers of another day or not in order are refused', () => {
    const numbers = [3, 7, 12, 20, 28, 33, 9]
    const byLottery = (drawnOn: string, drawn: readonly number[]) =>
      drawAndTranscribe(
        {
          ...base,
          randomness: { kind: 'LOTTERY', rung: 0, drawnOn, issue: '2026131', numbers: drawn },
          drawnAt: new Date('2026-11-13T02:00:00Z'),
        },
        tools,
      )
    expect(byLottery('2026-11-15', numbers)).toMatchObject({ ok: false, refusal: { code: 'LOTTERY_DAY_WRONG', expected: '2026-11-12' } })
    expect(byLottery('2026-11-12', [7, 3, 12, 20, 28, 33, 9])).toMatchObject({ ok: false, refusal: { code: 'LOTTERY_NUMBERS_INVALID' } })
    const good = byLottery('2026-11-12', numbers)
    expect(good.ok && verifyTranscript(good.value.transcript, tools).isTrue).toBe(true)
    expect(good.ok && good.value.transcript.draws[0]?.keyString).toContain('/3.7.9.12.20.28.33./WINNER/')
  })

  const texts = { 1: 'our own number 4711', 3: 'sunrise 06:58', 4: 'x'.repeat(40) } as const
  const contributed = (revealed: Readonly<Record<number, string | null>>) => {
    const pool = samplePool(number, frozenAt, 5, texts)
    const contributions = Object.entries(revealed).map(([place, text]) => ({
      place: Number(place),
      hash: hashOfText(texts[Number(place) as 1]),
      text,
    }))
    const drawnAt = new Date('2026-11-17T16:00:00Z')
    return drawAndTranscribe({ ...base, pool, randomness: { kind: 'CONTRIBUTIONS', rung: 1, contributions }, drawnAt }, tools)
  }

  test('contributions: who withholds stands behind everyone else, and the others’ texts decide', () => {
    const all = contributed(texts)
    const withheld = contributed({ ...texts, 3: null })
    if (!all.ok || !withheld.ok) throw new Error('not drawn')
    expect(verifyTranscript(all.value.transcript, tools).isTrue).toBe(true)
    expect(verifyTranscript(withheld.value.transcript, tools).isTrue).toBe(true)
    expect(withheld.value.transcript.draws[0]?.drawn.at(-1)).toBe(3)
    expect(withheld.value.transcript.draws[0]?.keyString).not.toBe(all.value.transcript.draws[0]?.keyString)
  })

  test('contributions: fewer than two, or another text than committed to, are no randomness', () => {
    expect(contributed({ 1: texts[1], 3: null, 4: null })).toMatchObject({
      ok: false,
      refusal: { code: 'TOO_FEW_CONTRIBUTIONS', found: 1, needed: 2 },
    })
    expect(contributed({ ...texts, 4: 'y' })).toMatchObject({ ok: false, refusal: { code: 'CONTRIBUTION_NOT_AS_COMMITTED', place: 4 } })
  })

  test('contributions: one that was committed to can’t be kept out of the list', () => {
    const { 4: _left, ...some } = texts
    const without = contributed(some)
    expect(without.ok && faultOf(without.value.transcript, tools)).toMatchObject({
      step: 'RANDOMNESS',
      fault: { code: 'CONTRIBUTIONS_NOT_OF_THE_POOL' },
    })
  })
})

test('the order in which bidders signed up makes no difference', () => {
  const { material, tools } = sampleMaterial('RANDOM_DRAW', 12)
  const bidders = material.pool.places.map(({ place: _place, ...bidder }) => bidder)
  const expected = made(material, tools)
  fc.assert(
    fc.property(fc.shuffledSubarray(bidders, { minLength: 12 }), (shuffled) => {
      const pool = freezePool(material.pool.selectionNumber, new Date(material.pool.frozenAt), shuffled)
      expect(made({ ...material, pool }, tools)).toEqual(expected)
    }),
    { numRuns: 15 },
  )
})

test('the secret and the public number both matter: change one and the order is another', () => {
  const { material, tools } = sampleMaterial('RANDOM_DRAW', 30)
  const order = made(material, tools).draws[0]?.drawn
  const secret = 'ab'.repeat(32)
  expect(made({ ...material, secret, secretHash: hashOfText(secret) }, tools).draws[0]?.drawn).not.toEqual(order)
  const facts = sampleFacts('RANDOM_DRAW', 30)
  const method = publishMethod('XX-2026-000125', sampleClosesAt, null, times)
  const randomness = { kind: 'LOTTERY', rung: 0, drawnOn: '2026-11-12', issue: '2026131', numbers: [1, 2, 3, 4, 5, 6, 7] } as const
  expect(
    made({ ...material, facts, method, randomness, pool: { ...material.pool, selectionNumber: 'XX-2026-000125' } }, tools).draws[0]?.drawn,
  ).not.toEqual(order)
})
