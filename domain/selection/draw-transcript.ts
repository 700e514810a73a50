import { z } from 'zod'
import { creditGrades } from '#domain/credit/grade.ts'
import { criteriaSchema } from './criteria.ts'
import { drawLabels } from './draw-labels.ts'
import { selectionModes } from './selection.ts'

/** Every field is named and nothing else is allowed: what isn't here can't be smuggled in, and what is here is checked. */
const hex = z.string().regex(/^([0-9a-f]{2})+$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime({ precision: 3 })
const day = z.iso.date()
const count = z.int().min(1)
const number = z.string().regex(/^[A-Z0-9-]{4,40}$/)

const chain = z.strictObject({
  hash,
  scheme: z.enum(['pedersen-bls-chained', 'pedersen-bls-unchained', 'bls-unchained-g1-rfc9380']),
  publicKey: hex,
  periodSeconds: count,
  genesisSeconds: count,
})
const rung = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('DRAND'), chain, round: count, dueAt: instant, patienceHours: z.number().positive() }),
  z.strictObject({ kind: z.literal('LOTTERY'), lottery: z.literal('SSQ'), entryDays: count }),
  z.strictObject({ kind: z.literal('CONTRIBUTIONS'), revealHours: z.number().positive(), minimum: z.int().min(2) }),
])
export const drawMethodSchema = z.strictObject({
  version: z.literal('XX-DRAW-1'),
  algorithm: z.literal('RFC3797-SHA256'),
  selectionNumber: number,
  closesAt: instant,
  ladder: z.array(rung).min(1),
})

const place = z.strictObject({
  place: count,
  signUpId: z.uuid(),
  uscc: z.string().min(1),
  name: z.string().min(1),
  offeringId: z.uuid(),
  offeringVersion: z.int().min(0),
  feeFen: z.int().min(0).nullable(),
  promisedWorkingDays: z.int().min(0),
  grade: z.enum(creditGrades),
  score: z.number().min(0).nullable(),
  signedUpAt: instant,
  contributionHash: hash.nullable(),
})
export const frozenPoolSchema = z.strictObject({ selectionNumber: number, frozenAt: instant, places: z.array(place).min(1) })

const contribution = z.strictObject({ place: count, hash, text: z.string().nullable() })
export const randomnessSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('DRAND'),
    rung: z.int().min(0),
    round: count,
    randomness: hash,
    signature: hex,
    previousSignature: hex.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('LOTTERY'),
    rung: z.int().min(0),
    drawnOn: day,
    issue: z.string().min(1),
    numbers: z.array(count).length(7),
  }),
  z.strictObject({ kind: z.literal('CONTRIBUTIONS'), rung: z.int().min(0), contributions: z.array(contribution) }),
])

const refusal = z.looseObject({ code: z.string().min(1) })
const bidder = z.strictObject({
  place: count,
  signUpId: z.uuid(),
  score: z.number().min(0).nullable(),
  quote: z.strictObject({ feeFen: z.int().min(0), workingDays: count, isExplained: z.boolean() }).nullable(),
  out: refusal.nullable(),
  points: z.record(z.string(), z.int().min(0).max(10_000)),
})
const facts = z.strictObject({
  mode: z.enum(selectionModes),
  bidders: z.array(bidder).min(1),
  minimum: z.int().min(0),
  abnormallyLowShare: z.number().min(0).max(1),
  percents: z.array(count),
  creditTailShare: z.number().min(0).max(1),
  shortlistSize: count,
  unratedScore: z.number().min(0),
  criteria: criteriaSchema,
})

const draw = z.strictObject({ label: z.enum(drawLabels), keyString: z.string().regex(/^[A-Z0-9./]+$/), drawn: z.array(count) })
const figures = z.record(z.string(), z.union([z.number(), z.string(), z.null()]))
const result = z.strictObject({
  ranking: z.array(z.strictObject({ signUpId: z.uuid(), place: count, figures })),
  excluded: z.array(z.strictObject({ signUpId: z.uuid(), refusal })),
  percent: count.exactOptional(),
  referenceFen: z.int().exactOptional(),
  shortlist: z.array(z.uuid()).exactOptional(),
})

/** What a draw leaves behind 抽取记录: everything that anyone needs to make it again, and the hash of it all. */
export const drawTranscriptSchema = z.strictObject({
  format: z.literal('xinxuan-draw/1'),
  selectionNumber: number,
  method: drawMethodSchema,
  /** SHA-256 of the secret's text, as published with the announcement */
  secretHash: hash,
  committedAt: instant,
  pool: frozenPoolSchema,
  poolHash: hash,
  /** When everything but chance was there: from then on the rungs of the ladder count. */
  neededAt: instant,
  /** 32 bytes, hex */
  secret: hash,
  randomness: randomnessSchema,
  facts,
  draws: z.array(draw).min(1),
  result,
  drawnAt: instant,
  /** SHA-256 of the canonical JSON of all the above but the pool, for which `poolHash` stands */
  sha256: hash,
})

export type DrawTranscript = z.output<typeof drawTranscriptSchema>
