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

/** The hash that covers a transcript: SHA-256 (hex) of the canonical JSON of all its other fields; for the pool stands the pool's own hash. */
export function transcriptHash(
  transcript: Omit<DrawTranscript, 'sha256'> & { readonly sha256?: string },
  { sha256 }: Pick<ProofTools, 'sha256'>,
): string {
  const { sha256: _own, pool: _pool, ...rest } = transcript
  return hashOfText(canonicalJson(rest), sha256)
}

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
  // Only the schema's lists aren't readonly; nobody changes them.
  const plain = whole as unknown as Omit<DrawTranscript, 'sha256'>
  return ok({ transcript: { ...plain, sha256: transcriptHash(plain, tools) }, result: evaluated.value })
}
