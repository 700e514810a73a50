import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { hashOfText } from './drand-beacon.ts'
import { makeDraw, ordersOf } from './draw.ts'
import type { DrawMethod } from './draw-method.ts'
import type { DrawTranscript } from './draw-transcript.ts'
import { drawsOf, evaluate } from './evaluate-selection.ts'
import type { EvaluationFacts } from './evaluation-facts.ts'
import type { BidderRefusal, SelectionResult } from './evaluation-result.ts'
import { canonicalPool } from './pool.ts'
import type { FrozenPool } from './pool.ts'
import { readRandomness, withholdersOf } from './randomness.ts'
import type { ProofTools, Randomness } from './randomness.ts'

/** Everything a draw is made of. */
export interface DrawMaterial {
  readonly method: DrawMethod
  readonly secret: string
  readonly secretHash: string
  readonly committedAt: Date
  readonly pool: FrozenPool
  readonly neededAt: Date
  readonly randomness: Randomness
  readonly facts: EvaluationFacts
  readonly drawnAt: Date
}

export interface DrawOutcome {
  readonly transcript: DrawTranscript
  readonly result: SelectionResult
}

/** The hash that covers a transcript: SHA-256 of the canonical JSON of all its other fields, hex. */
export const transcriptHash = (
  { sha256: _own, ...rest }: DrawTranscript | (Omit<DrawTranscript, 'sha256'> & { sha256?: string }),
  tools: Pick<ProofTools, 'sha256'>,
): string => hashOfText(canonicalJson(rest), tools.sha256)

/** Makes every draw the facts need and writes down what was done. Refused where the randomness is not what the method fixed. */
export function drawAndTranscribe(material: DrawMaterial, tools: ProofTools): Result<DrawOutcome, BidderRefusal> {
  const { method, pool, facts, randomness, neededAt, secret } = material
  const read = readRandomness(method, { frozenAt: new Date(pool.frozenAt), neededAt }, randomness, tools)
  if (!read.ok) return read
  const poolHash = hashOfText(canonicalPool(pool), tools.sha256)
  const key = { selectionNumber: method.selectionNumber, poolHash, secret, publicRandomness: read.value }
  const draws = drawsOf(facts).map((spec) => makeDraw(key, spec, withholdersOf(randomness), tools.sha256))
  const evaluated = evaluate(facts, ordersOf(draws))
  if (!evaluated.ok) return evaluated
  const whole = {
    ...{ format: 'xinxuan-draw/1', selectionNumber: method.selectionNumber, method, secretHash: material.secretHash },
    ...{ committedAt: material.committedAt.toISOString(), pool, poolHash, neededAt: neededAt.toISOString() },
    ...{ secret, randomness, facts, draws, result: evaluated.value, drawnAt: material.drawnAt.toISOString() },
  } as const
  // The readonly lists of the parts become the plain ones of the schema; JSON makes the copy that is hashed and kept.
  const plain = JSON.parse(JSON.stringify(whole)) as Omit<DrawTranscript, 'sha256'>
  return ok({ transcript: { ...plain, sha256: transcriptHash(plain, tools) }, result: evaluated.value })
}
